import express, { type Express, type Request, type RequestHandler } from 'express';
import type { ConnectDeps } from '../usecases/connect-org.ts';
import { checkReadiness, readStatus, type StatusDeps } from '../usecases/read-status.ts';
import { createConnectRouter } from './connect/create-connect-router.ts';
import { createHooksRouter, type HookDeps } from './hooks/create-hooks-router.ts';
import { createHttpMetrics, type HttpMetrics } from './metrics/http-metrics.ts';
import { mergeMetrics } from './metrics/merge-metrics.ts';
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
export interface ApiDeps extends Pick<V1Deps, 'usage' | 'recentBooks' | 'executiveBooks' | 'checkUp'> {
  store: V1Deps['store'] & HookDeps['store'];
  requestsPerMinute: number;
}

/** The orgs beside the one of the environment, and the way to connect more. */
export interface OtherOrgs {
  others(): { status: StatusDeps; v1: V1Deps }[];
  /** Connections that are not at work, and why. */
  idle(): { name: string; loginUrl: string; problem: string }[];
  connect: ConnectDeps;
}

/** The companion's HTTP side: health and metrics for machines, status for people, and the API. It changes no org. */
export function createApp(deps: StatusDeps, api: ApiDeps, log: HttpLog, more?: OtherOrgs): Express {
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

  const others = () => more?.others() ?? [];
  /** The org that is asked for, else the one of the environment. */
  const findOrg = ({ query }: Request) =>
    others().find(({ status }) => status.org.orgId === query['org'])?.status ?? deps;
  const statusOf = async (request: Request) => {
    const found = findOrg(request);
    const peers = [deps, ...others().map(({ status }) => status)].filter((peer) => peer !== found);
    const links = peers.map(({ org, monitor }) => ({ ...org, problem: monitor.orgError }));
    return { ...(await readStatus(found)), orgs: links, idle: more?.idle() ?? [] };
  };

  app.get('/status', async (request, response) => {
    response.json(await statusOf(request));
  });

  app.get('/metrics', async (_request, response) => {
    const orgs = [deps, ...others().map(({ status }) => status)];
    const perOrg = await Promise.all(orgs.map(async (each) => statusMetrics(await readStatus(each))));
    const all = [...mergeMetrics(perOrg), ...metrics.collect()];
    response.set('content-type', METRICS_TYPE).send(renderMetrics(all));
  });

  app.get('/', async (request, response) => {
    response
      .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('html')
      .send(renderStatusPage(await statusOf(request), findOrg(request).checkUp?.last() ?? null));
  });

  const { requestsPerMinute, ...rest } = api;
  const hooks = { org: deps.org, clock: deps.clock, store: api.store };
  app.use('/v1/hooks', createHooksRouter(hooks, requestsPerMinute));
  const v1 = (orgId: string) => others().find(({ status }) => status.org.orgId === orgId)?.v1 ?? null;
  app.use('/v1', createV1Router({ org: deps.org, clock: deps.clock, ...rest }, requestsPerMinute, v1));
  if (more) app.use('/connect', createConnectRouter(more.connect));

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
