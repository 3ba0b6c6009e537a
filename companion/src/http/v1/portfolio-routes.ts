import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { listRenewals, listTouchpoints } from '../../usecases/list-portfolio.ts';
import { listWorkload, readWorkload } from '../../usecases/list-workload.ts';
import { fromCursor, pageOf, pageQuery, toCursor } from './paging.ts';
import { defineRoute, type Route, type V1Deps } from './route.ts';
import * as shapes from './shapes.ts';

const TAG = 'Portfolio';
const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';
const NOTE = 'Read from the org when asked for, at most every five minutes: `readAt` says when.';

const numbers = {
  accounts: z.number(),
  atRisk: z.number(),
  overdueTasks: z.number(),
  overdueTouches: z.number(),
  renewals: z.number().describe('Within 90 days.'),
  arr: z.number(),
  effort: z.number().describe('Hours a month, estimated.'),
};
const workload = z.object({ csmId: shapes.recordId, ...numbers });
const reading = { asOf: shapes.day, readAt: shapes.time };
const span = {
  from: shapes.day.optional().describe('The first day; without, from the first of all.'),
  to: shapes.day.optional().describe('The last day; without, to the last of all.'),
};
const listed = { accountId: shapes.recordId, name: z.string().nullable(), csmId: shapes.recordId };

const namesOf =
  ({ org, store }: V1Deps) =>
  (ids: string[]) =>
    store.namesOf(org.orgId, ids);

export const portfolioRoutes: Route[] = [
  defineRoute({
    path: '/workload',
    scope: 'portfolio:read',
    tag: TAG,
    summary: 'The workload of every CSM today',
    description: NOTE,
    params: shapes.noParams,
    query: pageQuery,
    answer: { id: 'WorkloadPage', schema: pageOf(workload).extend(reading) },
    async handle({ query }, { recentBooks }) {
      const after = fromCursor(query.cursor, z.literal(''), shapes.salesforceId);
      const { asOf, readAt, books } = await recentBooks();
      const { items, lastId } = listWorkload(books, asOf, { afterId: after?.id ?? '', limit: query.limit });
      const nextCursor = toCursor(lastId === null ? null : { value: '', id: lastId });
      return { asOf, readAt, items, nextCursor };
    },
  }),
  defineRoute({
    path: '/workload/{csmId}/explain',
    scope: 'portfolio:read',
    tag: TAG,
    summary: 'The workload of one CSM, taken apart',
    description: `Account by account; each number is the sum of its parts. ${NOTE}`,
    params: z.strictObject({ csmId: shapes.salesforceId }),
    query: shapes.noQuery,
    answer: {
      id: 'WorkloadExplanation',
      schema: z.object({
        ...reading,
        total: workload,
        parts: z.array(
          z.object({
            accountId: shapes.recordId.nullable().describe('Null for overdue tasks, which are the CSM’s.'),
            name: z.string().nullable(),
            ...numbers,
          }),
        ),
        configuration: z.array(z.object({ path: z.string(), value: z.number(), reason: z.string() })),
      }),
    },
    async handle({ params: { csmId } }, deps) {
      const { asOf, readAt, books } = await deps.recentBooks();
      const explained = await readWorkload(books, csmId, asOf, namesOf(deps));
      if (explained) return { asOf, readAt, ...explained };
      throw new AppError('NOT_FOUND', `Nobody with the id ${csmId} looks after an account.`);
    },
  }),
  defineRoute({
    path: '/renewals',
    scope: 'portfolio:read',
    tag: TAG,
    summary: 'Renewals, the soonest first, with the totals of each month',
    description: `Of accounts that are not churned. ${NOTE}`,
    params: shapes.noParams,
    query: pageQuery.extend(span),
    answer: {
      id: 'RenewalPage',
      schema: pageOf(
        z.object({
          ...listed,
          renewalDate: shapes.day,
          daysLeft: z.number().describe('Negative when it is past.'),
          arr: z.number().nullable(),
          band: z.string().nullable(),
        }),
      ).extend({
        ...reading,
        months: z
          .array(
            z.object({ month: z.string(), accounts: z.number(), arr: z.number(), arrAtRisk: z.number() }),
          )
          .describe('Of the whole span, whatever the page.'),
      }),
    },
    async handle({ query }, deps) {
      const recent = await deps.recentBooks();
      const days = { from: query.from ?? FIRST_DAY, to: query.to ?? LAST_DAY };
      const page = { after: fromCursor(query.cursor, z.iso.date(), shapes.salesforceId), limit: query.limit };
      const { items, end, months } = await listRenewals(recent, days, page, namesOf(deps));
      return { asOf: recent.asOf, readAt: recent.readAt, items, months, nextCursor: toCursor(end) };
    },
  }),
  defineRoute({
    path: '/touchpoints',
    scope: 'portfolio:read',
    tag: TAG,
    summary: 'Touchpoints due and overdue, the longest overdue first',
    description: `One for each account that is not churned and whose next touchpoint can be told. ${NOTE}`,
    params: shapes.noParams,
    query: pageQuery.extend(span),
    answer: {
      id: 'TouchpointPage',
      schema: pageOf(
        z.object({
          ...listed,
          due: shapes.day,
          daysOverdue: z.number().describe('Negative while the day is to come.'),
          band: z.string().nullable(),
        }),
      ).extend(reading),
    },
    async handle({ query }, deps) {
      const recent = await deps.recentBooks();
      const days = { from: query.from ?? FIRST_DAY, to: query.to ?? LAST_DAY };
      const page = { after: fromCursor(query.cursor, z.iso.date(), shapes.salesforceId), limit: query.limit };
      const { items, end } = await listTouchpoints(recent, days, page, namesOf(deps));
      return { asOf: recent.asOf, readAt: recent.readAt, items, nextCursor: toCursor(end) };
    },
  }),
];
