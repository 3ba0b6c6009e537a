import { Router, type Request, type RequestHandler, type Response } from 'express';
import { notImplemented, SalesforceError } from '../errors.ts';
import { userOf } from '../http/user-of.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { uiApiAccess } from '../ui-model/api-access.ts';
import { dashboardMetadata } from './dashboard-metadata.ts';
import { runDashboard } from './dashboard-results.ts';
import { describeReport } from './describe-report.ts';
import { listDashboards, listReports } from './lists.ts';
import { readOverrides } from './report-overrides.ts';
import { reportResults } from './report-results.ts';
import { requireDashboard, requireReport } from './require-definition.ts';
import { runStoredReport } from './run-stored-report.ts';

/**
 * The Reports and Dashboards REST API, as far as reading and running go.
 * https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_intro.htm
 */
export function analyticsRouter(org: Org): Router {
  const router = Router();
  const base = '/services/data/:version/analytics';
  router.use(base, ...uiApiAccess(org), requireRunReports);

  router.get(`${base}/reports`, (req, res) => void res.json(listReports(org, userOf(res), pathOf(req))));
  router.get(`${base}/reports/:id/describe`, (req, res) => {
    res.json(describeReport(org, userOf(res), requireReport(org, idOf(req))));
  });
  const run = (req: Request, res: Response, user: UserContext): void => {
    const { id, def } = requireReport(org, idOf(req));
    const asked = readOverrides(def, req.method === 'POST' ? req.body : undefined, {
      includeDetails: req.query.includeDetails === 'true',
    });
    res.json(reportResults(org, id, runStoredReport(org, user, asked.def), asked, pathOf(req)));
  };
  router.get(`${base}/reports/:id`, (req, res) => run(req, res, userOf(res)));
  router.post(`${base}/reports/:id`, (req, res) => run(req, res, userOf(res)));

  router.get(
    `${base}/dashboards`,
    (req, res) => void res.json(listDashboards(org, userOf(res), pathOf(req))),
  );
  router.get(`${base}/dashboards/:id/describe`, (req, res) => {
    res.json(dashboardMetadata(org, userOf(res), requireDashboard(org, idOf(req))));
  });
  router.get(`${base}/dashboards/:id`, (req, res) => {
    res.json(runDashboard(org, userOf(res), requireDashboard(org, idOf(req)), req.query, pathOf(req)));
  });
  router.use(base, (req, _res, next) =>
    next(notImplemented(`${req.method} ${req.originalUrl.split('?')[0]}`)),
  );
  return router;
}

const requireRunReports: RequestHandler = (_req, res, next) => {
  if (userOf(res).hasSystemPermission('RunReports')) return next();
  const message = 'You may not run reports: the permission Run Reports is missing.';
  next(new SalesforceError('INSUFFICIENT_ACCESS', message, { httpStatus: 403 }));
};

function idOf(req: Request): string {
  return String(req.params.id);
}

/** `/services/data/v66.0/analytics`, for URLs in answers. */
function pathOf(req: Request): string {
  return `/services/data/${String(req.params.version)}/analytics`;
}
