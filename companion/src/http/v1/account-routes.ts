import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { explainAccount } from '../../usecases/explain-account.ts';
import { isScoreStale, listAccounts, readAccount } from '../../usecases/list-accounts.ts';
import { findAccount } from './find-account.ts';
import { fromCursor, pageOf, pageQuery, toCursor } from './paging.ts';
import { defineRoute, type Route } from './route.ts';
import * as shapes from './shapes.ts';

const account = z.object({
  id: shapes.recordId,
  name: z.string(),
  tier: z.string().nullable(),
  renewalDate: shapes.day.nullable(),
  health: z.number().nullable(),
  healthSource: z.enum(['Manual', 'Calculated']).nullable(),
  healthChange: z.number().nullable().describe('Against about 30 days before.'),
  risk: z.number().nullable(),
  band: shapes.band.nullable().describe('What is shown: set by hand while that holds, else calculated.'),
  override: shapes.override.nullable(),
  scoredAt: shapes.time.nullable(),
  stale: shapes.stale,
  lastTouchpoint: shapes.day.nullable(),
  openTickets: z.number().nullable(),
  lowUsage: z.boolean().nullable(),
  usageDown: z.boolean().nullable(),
});

const score = z.object({
  score: z.number().nullable(),
  band: shapes.band.nullable(),
  override: shapes.override.nullable(),
  health: z.number().nullable(),
  asOf: shapes.day,
  scoredAt: shapes.time,
  config: shapes.configRef,
  contributions: z.array(shapes.contribution),
  missing: z.array(shapes.missing),
  changes: z.array(shapes.change),
  counterfactual: z.string().nullable().describe('The smallest single thing that would better the band.'),
});

const configValue = z.object({
  path: z.string(),
  value: z.union([z.number(), z.string(), z.boolean()]),
  reason: z.string(),
});

const number = z.object({
  name: z.string(),
  field: z.string().describe('The field of Account that holds it.'),
  value: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  how: z
    .enum(['sum', 'comparison', 'latest'])
    .describe('sum: the parts add up to the value. comparison: they are compared with the configuration.'),
  parts: z.array(
    z.object({
      label: z.string(),
      value: z.number(),
      detail: z.string(),
      records: z.array(shapes.recordRef),
      configuration: z.array(configValue),
    }),
  ),
  configuration: z.array(configValue),
});

const family = z.object({
  rollUp: z.enum(['Worst Child', 'Weighted by ARR']),
  score: z.number().nullable(),
  band: shapes.band.nullable(),
  arr: z.number().nullable(),
  accounts: z.number().describe('Customers of the family, this one included.'),
  churned: z.number(),
  withoutScore: z.number(),
  withoutArr: z.number(),
  driver: z.object({ accountId: shapes.recordId, name: z.string() }).nullable(),
  isCut: z.boolean().describe('Whether accounts deeper than counts were left out.'),
  reason: z.string(),
  asOf: shapes.day,
  config: shapes.configRef,
});

const params = z.strictObject({ id: shapes.salesforceId });
const TAG = 'Accounts';
const scoreTime = z.iso.datetime();

export const accountRoutes: Route[] = [
  defineRoute({
    path: '/accounts',
    scope: 'accounts:read',
    tag: TAG,
    summary: 'Accounts with their health and risk',
    description: 'In the order of their ids.',
    params: shapes.noParams,
    query: pageQuery.extend({ band: shapes.band.optional().describe('Only accounts of this band.') }),
    answer: { id: 'AccountPage', schema: pageOf(account) },
    async handle({ query }, { org, store, clock }) {
      const after = fromCursor(query.cursor, z.literal(''), shapes.salesforceId);
      const page = { filter: { band: query.band ?? null }, afterId: after?.id ?? '', limit: query.limit };
      const today = clock().toISOString().slice(0, 10);
      const { items, lastId } = await listAccounts(org.orgId, { ...page, today }, store);
      return { items, nextCursor: toCursor(lastId === null ? null : { value: '', id: lastId }) };
    },
  }),
  defineRoute({
    path: '/accounts/{id}',
    scope: 'accounts:read',
    tag: TAG,
    summary: 'One account',
    description: 'As the companion last read and scored it.',
    params,
    query: shapes.noQuery,
    answer: { id: 'Account', schema: account },
    async handle({ params: { id } }, deps) {
      const today = deps.clock().toISOString().slice(0, 10);
      const found = await readAccount(deps.org.orgId, await findAccount(id, deps), today, deps.store);
      if (found) return found;
      throw new AppError('NOT_FOUND', `The companion knows no account ${id}.`);
    },
  }),
  defineRoute({
    path: '/accounts/{id}/risk',
    scope: 'accounts:read',
    tag: TAG,
    summary: 'The scores of an account, the newest first',
    description: 'A score is kept when it says something else than the one before it.',
    params,
    query: pageQuery,
    answer: { id: 'ScorePage', schema: pageOf(score).extend({ stale: shapes.stale }) },
    async handle({ params: { id }, query }, deps) {
      const account = await findAccount(id, deps);
      const { accountId } = account;
      const after = fromCursor(query.cursor, scoreTime, z.uuid());
      const kept = await deps.store.pageScores(deps.org.orgId, accountId, after, query.limit + 1);
      const items = kept.slice(0, query.limit).map(({ result }) => ({
        score: result.score,
        band: result.band,
        override: result.override ?? null,
        health: result.health.value,
        asOf: result.asOf,
        scoredAt: result.scoredAt,
        config: result.config,
        contributions: result.contributions,
        missing: result.missing,
        changes: result.changes,
        counterfactual: result.counterfactual?.text ?? null,
      }));
      const last = kept.length > query.limit ? kept[query.limit - 1] : undefined;
      const today = deps.clock().toISOString().slice(0, 10);
      const stale = await isScoreStale(deps.org.orgId, account, today, deps.store);
      return { items, nextCursor: toCursor(last ? { value: last.scoredAt, id: last.id } : null), stale };
    },
  }),
  defineRoute({
    path: '/accounts/{id}/explain',
    scope: 'accounts:read',
    tag: TAG,
    summary: 'Every number of an account, taken apart',
    description:
      'Each number that the companion writes, with the records and the configuration behind it. Where `how` is `sum`, ' +
      'the parts add up to the value. `inputs` is all that the score was made from.',
    params,
    query: z.strictObject({
      at: shapes.day.optional().describe('As it stood on a day; today unless given.'),
    }),
    answer: {
      id: 'Explanation',
      schema: z.object({
        accountId: shapes.recordId,
        asOf: shapes.day,
        scoredAt: shapes.time,
        config: shapes.configRef,
        numbers: z.array(number),
        changes: z.array(shapes.change),
        missing: z.array(shapes.missing),
        inputs: z.looseObject({}).describe('The signals, as they were kept with the score.'),
        family: family
          .nullable()
          .describe(
            'With the accounts below it, where the configuration rolls up; its parts are in `numbers`.',
          ),
      }),
    },
    async handle({ params: { id }, query }, deps) {
      const { accountId } = await findAccount(id, deps);
      const at = query.at ?? deps.clock().toISOString().slice(0, 10);
      const explained = await explainAccount(deps.org.orgId, accountId, at, deps.store);
      if (!explained) throw new AppError('NOT_FOUND', `No score of ${id} is kept of ${at} or before.`);
      return { accountId, ...explained, inputs: { ...explained.inputs } };
    },
  }),
];
