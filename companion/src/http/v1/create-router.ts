import { Router } from 'express';
import { z } from 'zod';
import { sendProblem } from '../problem.ts';
import { renderDocsPage } from './docs-page.ts';
import { buildOpenApi } from './openapi.ts';
import { createRateLimiter } from './rate-limit.ts';
import { requireKey } from './require-key.ts';
import type { V1Deps } from './route.ts';
import { V1_ROUTES } from './routes.ts';

/**
 * The API under /v1, each request about the org of its key, with its document and a page that shows it; these two need no key.
 *
 * @param findOrg the orgs beside that of `deps`
 */
export function createV1Router(
  deps: V1Deps,
  requestsPerMinute: number,
  findOrg: (orgId: string) => V1Deps | null = () => null,
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

  const allow = createRateLimiter(requestsPerMinute, deps.clock);
  for (const route of V1_ROUTES) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    router.get(path, requireKey(deps, route, allow, findOrg), async (request, response) => {
      const input = z.object({ params: route.params, query: route.query }).safeParse({
        params: request.params,
        query: request.query,
      });
      if (!input.success) {
        const errors = input.error.issues.map(({ path: at, message }) => ({ at: at.join('.'), message }));
        return sendProblem(response, 400, 'Bad request', { detail: 'See errors.', errors });
      }
      // The org of the key: a key opens one org and no other.
      const own = response.locals['v1'] as V1Deps;
      const answer = await route.handle(input.data, own);
      // By the shape of the document: what it does not name does not leave, and what it promises is there.
      response.set('cache-control', 'no-store').json(route.answer.schema.parse(answer));
    });
  }
  return router;
}
