import { z } from 'zod';
import { fromCursor, pageOf, pageQuery, toCursor } from './paging.ts';
import { defineRoute, type Route } from './route.ts';
import * as shapes from './shapes.ts';

const run = z.object({
  id: z.uuid(),
  job: z.string(),
  scheduledAt: shapes.time,
  startedAt: shapes.time.nullable(),
  finishedAt: shapes.time.nullable(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed', 'skipped']),
  counts: z.record(z.string(), z.union([z.number(), z.boolean()])).nullable(),
  error: z.string().nullable(),
});

export const jobRoutes: Route[] = [
  defineRoute({
    path: '/jobs',
    scope: 'jobs:read',
    tag: 'Jobs',
    summary: 'Runs of jobs, the newest first',
    description: 'A run that was skipped found another one waiting that did its work.',
    params: shapes.noParams,
    query: pageQuery,
    answer: { id: 'JobRunPage', schema: pageOf(run) },
    async handle({ query }, { org, store }) {
      const after = fromCursor(query.cursor, z.iso.datetime(), z.uuid());
      const rows = await store.pageRuns(org.orgId, after, query.limit + 1);
      const items = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? items.at(-1) : undefined;
      return { items, nextCursor: toCursor(last ? { value: last.scheduledAt, id: last.id } : null) };
    },
  }),
];
