import { z } from 'zod';
import { findAccount } from './find-account.ts';
import { fromCursor, pageOf, pageQuery, toCursor } from './paging.ts';
import { defineRoute, type Route } from './route.ts';
import * as shapes from './shapes.ts';

const item = z.object({
  id: z.string().describe('The same thing has the same id in every answer.'),
  kind: z.enum(['touchpoint', 'change', 'score', 'alert']),
  at: shapes.time.describe('When it happened; of a day its beginning.'),
  title: z.string(),
  detail: z.string().nullable(),
  record: z.object({ object: z.string(), id: z.string() }).nullable().describe('The record in the org.'),
});

export const feedRoutes: Route[] = [
  defineRoute({
    path: '/accounts/{id}/feed',
    scope: 'accounts:read',
    tag: 'Accounts',
    summary: 'What happened to an account, the newest first',
    description:
      'Touchpoints as far as scoring keeps them, changes of band, owner, tier and the like, every score that said ' +
      'something new, and alerts.',
    params: z.strictObject({ id: shapes.salesforceId }),
    query: pageQuery,
    answer: { id: 'FeedPage', schema: pageOf(item) },
    async handle({ params: { id }, query }, deps) {
      const { accountId } = await findAccount(id, deps);
      const after = fromCursor(query.cursor, z.iso.datetime(), z.string().min(1));
      const page = { until: deps.clock().toISOString(), after, limit: query.limit + 1 };
      const rows = await deps.store.pageFeed(deps.org.orgId, accountId, page);
      const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
      const nextCursor = toCursor(last ? { value: last.at, id: last.id } : null);
      return { items: rows.slice(0, query.limit), nextCursor };
    },
  }),
];
