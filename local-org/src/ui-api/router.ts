import { Router } from 'express';
import type { ErrorRequestHandler } from 'express';
import { notImplemented } from '../errors.ts';
import type { Org } from '../org.ts';
import { uiApiAccess } from '../ui-model/api-access.ts';
import { layoutRoutes } from './layout/layout-routes.ts';
import { listRoutes } from './lists/list-routes.ts';
import { lookupRoutes } from './lookups/lookup-routes.ts';
import { objectInfoRoutes } from './object-info/object-info-routes.ts';
import { ErrorWithOutput } from './records/record-error.ts';
import { recordRoutes } from './records/record-routes.ts';

/** User Interface API: `/services/data/vXX.X/ui-api/…`, what Lightning pages read and write records with. */
export function uiApiRouter(org: Org): Router {
  const api = Router();
  api.use(uiApiAccess(org));
  for (const routes of [recordRoutes, objectInfoRoutes, layoutRoutes, listRoutes, lookupRoutes])
    api.use(routes(org));
  api.use((request, _response, next) => next(notImplemented(`${request.method} ui-api${request.path}`)));
  api.use(answerWithOutput);

  const router = Router();
  router.use('/services/data/:version/ui-api', api);
  return router;
}

/** Errors that carry an output of their own; all others go to the server's handler. */
const answerWithOutput: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof ErrorWithOutput) response.status(error.status).json(error.body);
  else next(error);
};
