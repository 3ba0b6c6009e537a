import { Router, type Request, type RequestHandler } from 'express';
import { notImplemented, SalesforceError } from '../errors.ts';
import { authenticate, requireApiEnabled } from '../http/authenticate.ts';
import { userOf } from '../http/user-of.ts';
import type { Org } from '../org.ts';
import { describeColumns } from './describe-columns.ts';
import { batchSizeOf } from './query-options.ts';
import { requireToolingObject } from './tooling-objects.ts';

/**
 * The query resources of the REST API: `/query`, `/queryAll`, their later pages, and `/tooling/query`.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm
 */
export function queryRouter(org: Org): Router {
  const router = Router();
  const base = '/services/data/:version';
  const guards: RequestHandler[] = [authenticate(org), requireApiEnabled];

  const run =
    (allRows: boolean): RequestHandler =>
    (req, res) => {
      const text = queryText(req);
      if (req.query.columns === 'true') return void res.json(describeColumns(org, userOf(res), text));
      res.json(org.queries.soql(userOf(res), text, { batchSize: batchSizeOf(req), allRows }));
    };
  const more: RequestHandler = (req, res) => {
    res.json(org.queries.more(userOf(res), String(req.params.locator)));
  };

  router.get(`${base}/query`, ...guards, run(false));
  router.get(`${base}/queryAll`, ...guards, run(true));
  router.get([`${base}/query/:locator`, `${base}/queryAll/:locator`], ...guards, more);
  router.get(`${base}/tooling/query`, ...guards, (req, res) => {
    const text = queryText(req);
    requireToolingObject(text);
    if (req.query.columns === 'true') return void res.json(describeColumns(org, userOf(res), text));
    res.json(org.queries.soql(userOf(res), text, { batchSize: batchSizeOf(req) }));
  });
  return router;
}

function queryText(req: Request): string {
  if (req.query.explain !== undefined) throw notImplemented('query plans (explain)');
  const { q } = req.query;
  if (typeof q === 'string' && q.trim() !== '') return q;
  throw new SalesforceError('MALFORMED_QUERY', 'A query string has to be specified: add ?q=SELECT…');
}
