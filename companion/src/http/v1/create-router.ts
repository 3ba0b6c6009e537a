import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import { sendProblem } from '../problem.ts';
import { renderDocsPage } from './docs-page.ts';
import { buildOpenApi } from './openapi.ts';
import { createRateLimiter } from './rate-limit.ts';
import { readBody } from './read-body.ts';
import { requireKey, type KeyDeps } from './require-key.ts';
import type { Route, V1Deps } from './route.ts';
import { V1_ROUTES } from './routes.ts';

/**
 * The API under /v1, each request about the org of its key, with its document and a page that shows it; these two need no key.
 *
 * @param keys whose keys they are
 * @param findOrg the orgs that are served now
 */
export function createV1Router(
  keys: KeyDeps,
  requestsPerMinute: number,
  findOrg: (orgId: string) => V1Deps | null,
): Router {
  const router = Router({ caseSensitive: true });
  const document = buildOpenApi(V1_ROUTES);
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  router.get('/docs', (_request, response) => {
    response
      .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .type('html')
      .send(renderDocsPage(document));
  });

  const allow = createRateLimiter(requestsPerMinute, keys.clock);
  for (const route of V1_ROUTES) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    const key = requireKey(keys, route, allow, findOrg);
    if (route.method === 'POST') router.post(path, key, readBody(route.maxBodyBytes ?? 0), answer(route));
    else router.get(path, key, answer(route));
  }
  return router;
}

/** Parses a request by the shapes of its route, and answers with what the route makes of it. */
function answer(route: Route): RequestHandler {
  const shape = z.object({
    params: route.params,
    query: route.query,
    headers: route.headers ?? z.object({}),
    body: route.body ?? z.unknown(),
  });
  return async (request, response) => {
    const { params, query, headers, body } = request;
    const input = shape.safeParse({ params, query, headers, body: body as unknown });
    if (!input.success) {
      const errors = input.error.issues.map(({ path: at, message }) => ({ at: at.join('.'), message }));
      return sendProblem(response, 400, 'Bad request', { detail: 'See errors.', errors });
    }
    // The org of the key: a key opens one org and no other.
    const own = response.locals['v1'] as V1Deps;
    const made = await route.handle({ ...input.data, caller: String(response.locals['apiKeyId']) }, own);
    // By the shape of the document: what it does not name does not leave, and what it promises is there.
    const shaped = route.answer.schema.parse(made);
    response
      .status(route.statusOf?.(shaped) ?? 200)
      .set('cache-control', 'no-store')
      .json(shaped);
  };
}
