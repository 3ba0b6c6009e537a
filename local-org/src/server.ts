import express from 'express';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { actionsRouter } from './actions/router.ts';
import { analyticsRouter } from './analytics/router.ts';
import { bulkRouter } from './bulk/router.ts';
import { noteChangeOrigin } from './changes/change-origin.ts';
import { connectRouter } from './connect/router.ts';
import { graphqlRouter } from './graphql/router.ts';
import { createApiUsage } from './http/api-usage.ts';
import { collapseSlashes } from './http/collapse-slashes.ts';
import { errorHandler } from './http/error-handler.ts';
import { serviceNotFound } from './http/not-found.ts';
import { metadataRouter } from './metadata/router.ts';
import { oauthRouter } from './oauth/router.ts';
import type { Org } from './org.ts';
import { pagesRouter } from './pages/router.ts';
import { queryRouter } from './query/router.ts';
import { restRouter } from './rest/router.ts';
import { streamingRouter } from './streaming/router.ts';
import { uiApiRouter } from './ui-api/router.ts';

/** The REST API's limit for a request body. */
const MAX_JSON_BODY = '50mb';
/** Longer than a deploy holds the process, so that no client finds its idle connection closed under its next call. */
const KEEP_ALIVE_MS = 65_000;

/**
 * The org's HTTP server, not yet listening: every API family's router over one org. JSON bodies are parsed
 * for all of them; other content types are left to the family that takes them.
 */
export function createServer(org: Org): Server {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(collapseSlashes);
  const usage = createApiUsage(org.now);
  app.locals.apiUsage = usage;
  app.use(
    '/services',
    usage.middleware,
    express.json({ limit: MAX_JSON_BODY, strict: false }),
    noteChangeOrigin,
  );
  for (const router of [
    oauthRouter,
    queryRouter,
    bulkRouter,
    metadataRouter,
    uiApiRouter,
    graphqlRouter,
    analyticsRouter,
    actionsRouter,
    connectRouter,
    streamingRouter,
  ]) {
    app.use(router(org));
  }
  app.use(restRouter(org));
  app.use('/services', serviceNotFound);
  app.use(pagesRouter(org));
  app.use(errorHandler);

  const server = createHttpServer(app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('listening', () => {
    const { port } = server.address() as AddressInfo;
    org.listensAt(`http://localhost:${port}`);
  });
  return server;
}
