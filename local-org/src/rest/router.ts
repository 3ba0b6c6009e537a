import { Router, type NextFunction, type Request, type Response } from 'express';
import { SalesforceError } from '../errors.ts';
import type { ApiUsage } from '../http/api-usage.ts';
import { authenticate, requireApiEnabled } from '../http/authenticate.ts';
import type { Org } from '../org.ts';
import { matchRoute, pathSegments } from './match-route.ts';
import type { RestMethod, RestResponse } from './route.ts';
import { REST_ROUTES } from './routes.ts';
import { isServedVersion, listVersions } from './versions.ts';

/** A client that cannot send PATCH sends POST with `_HttpMethod=PATCH`. */
function methodOf(req: Request, query: URLSearchParams): RestMethod {
  return (
    req.method === 'POST' ? (query.get('_HttpMethod')?.toUpperCase() ?? 'POST') : req.method
  ) as RestMethod;
}

function send(res: Response, { status, body, headers = {} }: RestResponse): void {
  res.status(status).set(headers);
  if (body === undefined) res.end();
  else res.json(body);
}

/** The REST API: versions, resources, describe, records, collections, trees, composites and limits. */
export function restRouter(org: Org): Router {
  const router = Router();
  router.get('/services/data', (_req, res) => void res.json(listVersions()));

  router.use('/services/data/:version', (req, _res, next) => {
    const [, number = ''] = /^v(\d+\.\d)$/.exec(req.params.version) ?? [];
    if (isServedVersion(number)) return next();
    next(
      new SalesforceError('NOT_FOUND', `The requested resource does not exist: ${req.params.version}`, {
        httpStatus: 404,
      }),
    );
  });

  router.use(
    '/services/data/:version',
    authenticate(org),
    (req: Request, res: Response, next: NextFunction) => {
      const url = new URL(req.url, org.baseUrl());
      const method = methodOf(req, url.searchParams);
      const match = matchRoute(REST_ROUTES, method, pathSegments(url.pathname));
      const user = res.locals.user;
      if (!match || !user) return next();
      requireApiEnabled(req, res, (refusal?: unknown) => {
        if (refusal) return next(refusal);
        send(
          res,
          match.route.handle({
            org,
            user,
            method,
            basePath: `/services/data/${String(req.params.version)}`,
            params: match.params,
            query: url.searchParams,
            body: req.body as unknown,
            apiCalls: (req.app.locals.apiUsage as ApiUsage | undefined)?.count() ?? 0,
          }),
        );
      });
    },
  );
  return router;
}
