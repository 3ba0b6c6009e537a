import express, { type Express, type Request, type RequestHandler } from 'express';
import type { ConnectDeps } from '../usecases/connect-org.ts';
import { checkReadiness, type WaitingConnection } from '../usecases/check-readiness.ts';
import type { Clock, StatusStore } from '../usecases/ports.ts';
import { readStatus, type StatusDeps } from '../usecases/read-status.ts';
import { createConnectRouter } from './connect/create-connect-router.ts';
import { createHooksRouter, type HookDeps } from './hooks/create-hooks-router.ts';
import { connectionMetrics } from './metrics/connection-metrics.ts';
import { createHttpMetrics, type HttpMetrics } from './metrics/http-metrics.ts';
import { mergeMetrics } from './metrics/merge-metrics.ts';
import { METRICS_TYPE, renderMetrics } from './metrics/metric-text.ts';
import { statusMetrics } from './metrics/status-metrics.ts';
import { handleErrors, notFound, sendProblem } from './problem.ts';
import { requestId } from './request-id.ts';
import { renderNoOrgPage } from './no-org-page.ts';
import { renderStatusPage, type ShownStatus } from './status-page.ts';
import { createV1Router } from './v1/create-router.ts';
import type { KeyDeps } from './v1/require-key.ts';
import type { V1Deps } from './v1/route.ts';

/** What the HTTP side tells the log. */
export interface HttpLog {
  request(line: { requestId: string; method: string; path: string; status: number; ms: number }): void;
  error(error: unknown, requestId: string): void;
}

/** What the HTTP side serves: every org at work, and what belongs to none of them. */
export interface AppDeps {
  /** The orgs at work, that of the environment first. */
  orgs(): { status: StatusDeps; v1: V1Deps }[];
  /** Orgs that are not at work, and why. */
  waiting(): WaitingConnection[];
  store: KeyDeps['store'] & HookDeps['store'] & Pick<StatusStore, 'ping'>;
  clock: Clock;
  requestsPerMinute: number;
  /** Whether the process was asked to end. */
  isStopping?(): boolean;
  /** The way to connect more orgs. */
  connect?: ConnectDeps;
}

/** The companion's HTTP side: health and metrics for machines, status for people, and the API. It changes no org. */
export function createApp(deps: AppDeps, log: HttpLog): Express {
  const { orgs, waiting, store, clock, requestsPerMinute } = deps;
  const app = express();
  const metrics = createHttpMetrics();
  app.disable('x-powered-by');
  app.use(requestId);
  app.use(watchRequests(metrics, log));

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  app.get('/readyz', async (_request, response) => {
    const atWork = orgs().map(({ status }) => status);
    const isStopping = deps.isStopping?.() ?? false;
    const { isReady, checks } = await checkReadiness(store, atWork, waiting(), isStopping);
    if (isReady) response.json({ status: 'ready', checks });
    else sendProblem(response, 503, 'Not ready', { checks });
  });

  /** The org that is asked for, else that of the environment, else the first; null while none is at work. */
  const findOrg = ({ query }: Request): StatusDeps | null => {
    const all = orgs().map(({ status }) => status);
    return all.find(({ org }) => org.orgId === query['org']) ?? all[0] ?? null;
  };
  const statusOf = async (request: Request): Promise<ShownStatus | null> => {
    const found = findOrg(request);
    if (!found) return null;
    const peers = orgs().flatMap(({ status }) => (status === found ? [] : [status]));
    const links = peers.map(({ org, monitor }) => ({ ...org, problem: monitor.orgError }));
    return { ...(await readStatus(found)), orgs: links, idle: waiting() };
  };

  app.get('/status', async (request, response) => {
    const none = { org: null, lastRuns: [], progress: null, orgs: [], idle: waiting() };
    response.json((await statusOf(request)) ?? none);
  });

  app.get('/metrics', async (_request, response) => {
    const perOrg = await Promise.all(
      orgs().map(async ({ status }) => statusMetrics(await readStatus(status))),
    );
    const connections = connectionMetrics(
      orgs().map(({ status }) => status.org),
      waiting(),
    );
    const all = [...mergeMetrics(perOrg), ...connections, ...metrics.collect()];
    response.set('content-type', METRICS_TYPE).send(renderMetrics(all));
  });

  app.get('/', async (request, response) => {
    const status = await statusOf(request);
    response
      .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('html')
      .send(
        status
          ? renderStatusPage(status, findOrg(request)?.checkUp?.last() ?? null)
          : renderNoOrgPage(waiting()),
      );
  });

  app.use('/v1/hooks', createHooksRouter({ clock, store }, requestsPerMinute));
  const v1 = (orgId: string) => orgs().find(({ status }) => status.org.orgId === orgId)?.v1 ?? null;
  app.use('/v1', createV1Router({ clock, store }, requestsPerMinute, v1));
  if (deps.connect) app.use('/connect', createConnectRouter(deps.connect));

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
