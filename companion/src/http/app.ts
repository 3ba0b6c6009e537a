import express, { type Express, type RequestHandler } from 'express';
import { checkReadiness, readStatus, type StatusDeps } from '../usecases/read-status.ts';
import { createHttpMetrics, type HttpMetrics } from './metrics/http-metrics.ts';
import { METRICS_TYPE, renderMetrics } from './metrics/metric-text.ts';
import { statusMetrics } from './metrics/status-metrics.ts';
import { handleErrors, notFound, sendProblem } from './problem.ts';
import { requestId } from './request-id.ts';
import { renderStatusPage } from './status-page.ts';
import { createV1Router } from './v1/create-router.ts';
import type { V1Deps } from './v1/route.ts';

/** What the HTTP side tells the log. */
export interface HttpLog {
  request(line: { requestId: string; method: string; path: string; status: number; ms: number }): void;
  error(error: unknown, requestId: string): void;
}

/** What the API needs beside the status. */
export interface ApiDeps extends Pick<V1Deps, 'store' | 'recentBooks' | 'executiveBooks'> {
  requestsPerMinute: number;
}

/** The companion's HTTP side: health and metrics for machines, status for people, and the API. It changes nothing. */
export function createApp(deps: StatusDeps, api: ApiDeps, log: HttpLog): Express {
  const app = express();
  const metrics = createHttpMetrics();
  app.disable('x-powered-by');
  app.use(requestId);
  app.use(watchRequests(metrics, log));

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  app.get('/readyz', async (_request, response) => {
    const checks = await checkReadiness(deps);
    if (checks.every(({ problem }) => problem === null)) response.json({ status: 'ready', checks });
    else sendProblem(response, 503, 'Not ready', { checks });
  });

  app.get('/status', async (_request, response) => {
    response.json(await readStatus(deps));
  });

  app.get('/metrics', async (_request, response) => {
    const all = [...statusMetrics(await readStatus(deps)), ...metrics.collect()];
    response.set('content-type', METRICS_TYPE).send(renderMetrics(all));
  });

  app.get('/', async (_request, response) => {
    response
      .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('html')
      .send(renderStatusPage(await readStatus(deps)));
  });

  const { requestsPerMinute, ...rest } = api;
  app.use('/v1', createV1Router({ org: deps.org, clock: deps.clock, ...rest }, requestsPerMinute));

  app.use(notFound);
  app.use(handleErrors(log.error));
  return app;
}

/** A line in the log for each request, and its count by the path as it was registered. */
function watchRequests(metrics: HttpMetrics, log: HttpLog): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const { method, path } = request;
    response.on('finish', () => {
      const elapsed = performance.now() - started;
      const id = String(response.locals['requestId']);
      const { statusCode: status } = response;
      log.request({ requestId: id, method, path, status, ms: Math.round(elapsed) });
      const registered: unknown = request.route?.path;
      const route = typeof registered === 'string' ? `${request.baseUrl}${registered}` : 'none';
      metrics.observe({ method, route, status, seconds: elapsed / 1000 });
    });
    next();
  };
}
