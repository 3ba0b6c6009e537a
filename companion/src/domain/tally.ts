import type { CountedAccount } from './counted-account.ts';
import { isChurned } from './customer-on-day.ts';
import type { IsoDate } from './dates.ts';
import type { ExecutiveConfig } from './executive-config.ts';
import { addUpCustomers } from './executive-totals.ts';
import { deriveWorkloads } from './workload.ts';
import type { WorkloadConfig } from './workload-config.ts';

/** What is kept of a sum: cents, people, points, tenths of hours. All are whole, so that taking away again is exact. */
export const TALLIED = [
  'members',
  'accounts',
  'arr',
  'withoutArr',
  'arrAtRisk',
  'renewals',
  'renewalsArr',
  'forecast',
  'arrYearAgo',
  'retainedArr',
  'arrOfYearAgoCustomers',
  'withoutHistory',
  'healthPoints',
  'withoutHealth',
  'healthy',
  'watch',
  'atRisk',
  'unscored',
  'promoters',
  'passives',
  'detractors',
  'openAlerts',
  'booked',
  'bookedAtRisk',
  'overdueTouches',
  'bookedRenewals',
  'bookedArr',
  'effort',
] as const;
export type Tally = Record<(typeof TALLIED)[number], number>;

/** The day that is counted, and the rules that it is counted by. */
export interface TallyDay {
  asOf: IsoDate;
  executive: ExecutiveConfig;
  workload: WorkloadConfig;
}

/** The tally of nobody. */
export const NO_TALLY = Object.fromEntries(TALLIED.map((name) => [name, 0])) as Tally;

/** What one account adds: the totals of it alone. `members` counts it even when it is churned. */
export function tallyOf(account: CountedAccount, { asOf, executive, workload }: TallyDay): Tally {
  const { accountId, scores, openAlerts } = account;
  const records = { scoresOf: new Map([[accountId, scores]]), alertsOf: new Map([[accountId, openAlerts]]) };
  const totals = addUpCustomers([account], executive, asOf, records);
  const { arr, arrAtRisk, renewalsArr, forecast, arrYearAgo, retainedArr, arrOfYearAgoCustomers } = totals;
  const { accounts, withoutArr, renewals, withoutHistory, withoutHealth, unscored } = totals;
  const { healthy, watch, atRisk, promoters, passives, detractors } = totals;
  // Nobody looks after a churned account any more.
  const books = { accounts: isChurned(account) ? [] : [account], overdueTasks: new Map<string, number>() };
  const [work] = deriveWorkloads(books, workload, asOf);
  return {
    ...{ members: 1, accounts, withoutArr, renewals, withoutHistory, withoutHealth, unscored },
    ...{ healthy, watch, atRisk, promoters, passives, detractors, openAlerts: totals.openAlerts },
    arr: cents(arr),
    arrAtRisk: cents(arrAtRisk),
    renewalsArr: cents(renewalsArr),
    forecast: cents(forecast),
    arrYearAgo: cents(arrYearAgo),
    retainedArr: cents(retainedArr),
    arrOfYearAgoCustomers: cents(arrOfYearAgoCustomers),
    healthPoints: isChurned(account) ? 0 : (account.health ?? 0),
    booked: work?.accounts ?? 0,
    bookedAtRisk: work?.atRisk ?? 0,
    overdueTouches: work?.overdueTouches ?? 0,
    bookedRenewals: work?.renewals ?? 0,
    bookedArr: cents(work?.arr ?? 0),
    effort: Math.round(10 * (work?.effort ?? 0)),
  };
}

/** The first with the second added; with −1 taken away. */
export function addTally(to: Tally, more: Tally, times: 1 | -1 = 1): Tally {
  return Object.fromEntries(TALLIED.map((name) => [name, to[name] + times * more[name]])) as Tally;
}

const cents = (amount: number) => Math.round(100 * amount);
