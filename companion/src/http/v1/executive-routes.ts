import { z } from 'zod';
import { AppError } from '../../errors.ts';
import {
  EXECUTIVE_MEASURES,
  explainTotals,
  SCOPES,
  totalsOfSegment,
  type ExecutiveBook,
} from '../../usecases/explain-totals.ts';
import { defineRoute, type Route, type V1Deps } from './route.ts';
import * as shapes from './shapes.ts';

const TAG = 'Executive';
const NOTE =
  'Today is read from the accounts as they are, at most once a minute: `readAt` says when. A day of the past is told ' +
  'by the account snapshots of that day, or by the newest before it with health and risk as they were scored since.';

const SCOPE = new RegExp(`^(All|(${SCOPES.slice(1).join('|')}):.+)$`);

const asked = z.strictObject({
  asOf: shapes.day.optional().describe('The day; today without.'),
  scope: z
    .string()
    .regex(SCOPE, `expected All, or one of ${SCOPES.slice(1).join(', ')}, a colon and its value`)
    .default('All')
    .describe(
      'All customers, or a segment: `Tier:Strategic`, `CSM:` with the id of the user, `Industry:Energy`.',
    ),
});

const amount = z.number().describe('In the currency of the org.');
const share = z.number().nullable().describe('In percent; null where nothing is known.');
const totals = z.object({
  accounts: z.number(),
  arr: amount,
  withoutArr: z.number().describe('Accounts whose ARR is not known.'),
  arrAtRisk: amount,
  renewals: z.number().describe('Within 90 days.'),
  renewalsArr: amount,
  forecast: amount.describe('What of that ARR is expected to stay.'),
  arrYearAgo: amount,
  retainedArr: amount,
  arrOfYearAgoCustomers: amount,
  withoutHistory: z.number().describe('Accounts whose ARR a year before is not known.'),
  grr: share,
  nrr: share,
  health: z.number().nullable(),
  withoutHealth: z.number(),
  healthy: z.number(),
  watch: z.number(),
  atRisk: z.number(),
  unscored: z.number(),
  nps: z.number().nullable(),
  promoters: z.number(),
  passives: z.number(),
  detractors: z.number(),
  openAlerts: z.number(),
});

const told = {
  asOf: shapes.day,
  scope: z.string(),
  source: z
    .enum(['accounts', 'account snapshots', 'score history'])
    .describe('What the accounts are told from.'),
  keptOn: shapes.day.describe('The day that contracts are told of.'),
  readAt: shapes.time,
};

export const executiveRoutes: Route[] = [
  defineRoute({
    path: '/executive',
    scope: 'portfolio:read',
    tag: TAG,
    summary: 'The totals of a day, of all customers or of a segment',
    description: NOTE,
    params: shapes.noParams,
    query: asked,
    answer: { id: 'ExecutiveTotals', schema: z.object({ ...told, totals }) },
    async handle({ query: { asOf, scope } }, deps) {
      const book = await bookOf(deps, asOf);
      return {
        ...headOf(book, scope),
        totals: totalsOfSegment(book, segmentOf(scope)) ?? nobodyIn(scope, book),
      };
    },
  }),
  defineRoute({
    path: '/executive/explain',
    scope: 'portfolio:read',
    tag: TAG,
    summary: 'One number of a day, taken apart into accounts',
    description:
      'The amounts add up to `sum.amount`. That is the value itself, or for a share it is divided by `sum.of` and ' +
      `multiplied by \`times\`, in tenths. An amount that is not known is null. ${NOTE}`,
    params: shapes.noParams,
    query: asked.extend({ measure: z.enum(EXECUTIVE_MEASURES) }),
    answer: {
      id: 'ExecutiveExplanation',
      schema: z.object({
        ...told,
        measure: z.enum(EXECUTIVE_MEASURES),
        value: z.number().nullable(),
        how: z.enum(['sum', 'share']),
        times: z.number().nullable(),
        sum: z.object({ amount: z.number(), of: z.number().nullable() }),
        unknown: z.number().describe('Accounts of the number of which nothing is known.'),
        parts: z.array(
          z.object({
            accountId: shapes.recordId,
            name: z.string().nullable(),
            amount: z.number().nullable(),
            of: z.number().nullable(),
          }),
        ),
        configuration: z.array(z.object({ path: z.string(), value: z.number(), reason: z.string() })),
      }),
    },
    async handle({ query: { asOf, scope, measure } }, deps) {
      const book = await bookOf(deps, asOf);
      const names = (ids: string[]) => deps.store.namesOf(deps.org.orgId, ids);
      const explained = await explainTotals(book, segmentOf(scope), measure, names);
      return { ...headOf(book, scope), measure, ...(explained ?? nobodyIn(scope, book)) };
    },
  }),
];

async function bookOf({ executiveBooks }: V1Deps, day: string | undefined): Promise<ExecutiveBook> {
  const book = await executiveBooks(day);
  if (book) return book;
  throw new AppError(
    'NOT_FOUND',
    `Nothing tells how customers stood on ${day}: it is no day of the past that account snapshots reach.`,
  );
}

/** `Tier:Strategic` as the segment it names; the value may hold colons. */
function segmentOf(scope: string): { scope: (typeof SCOPES)[number]; value: string | null } {
  const named = SCOPES.find((each) => scope.startsWith(`${each}:`));
  return named ? { scope: named, value: scope.slice(named.length + 1) } : { scope: 'All', value: null };
}

const headOf = ({ asOf, source, keptOn, readAt }: ExecutiveBook, scope: string) => ({
  asOf,
  scope,
  source,
  keptOn,
  readAt,
});

function nobodyIn(scope: string, { asOf }: ExecutiveBook): never {
  throw new AppError('NOT_FOUND', `No customer was in ${scope} on ${asOf}.`);
}
