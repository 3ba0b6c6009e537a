import express, { type Express } from 'express';
import { checkReadiness, readStatus, type StatusDeps } from '../usecases/read-status.ts';
import { handleErrors, notFound, sendProblem } from './problem.ts';
import { requestId } from './request-id.ts';
import { renderStatusPage } from './status-page.ts';

/** What the HTTP side tells the log. */
export interface HttpLog {
  request(line: { requestId: string; method: string; path: string; status: number; ms: number }): void;
  error(error: unknown, requestId: string): void;
}

/** The companion's HTTP side: health for machines, status for people. It changes nothing. */
export function createApp(deps: StatusDeps, log: HttpLog): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(requestId);
  app.use((request, response, next) => {
    const started = performance.now();
    response.on('finish', () => {
      const { method, path } = request;
      const ms = Math.round(performance.now() - started);
      log.request({
        requestId: String(response.locals['requestId']),
        method,
        path,
        status: response.statusCode,
        ms,
      });
    });
    next();
  });

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

  app.get('/', async (_request, response) => {
    response
      .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('html')
      .send(renderStatusPage(await readStatus(deps)));
  });

  app.use(notFound);
  app.use(handleErrors(log.error));
  return app;
}
