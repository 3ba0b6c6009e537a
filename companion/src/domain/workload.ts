import type { IsoDate } from './dates.ts';
import { findCadence } from './engagement.ts';
import { isRenewing } from './renewal-forecast.ts';
import type { WorkloadConfig } from './workload-config.ts';

const DAYS_A_MONTH = 30;

/** What counts of an account that somebody looks after; churned ones are none of these. */
export interface BookAccount {
  accountId: string;
  ownerId: string;
  /** The CSM of the account, where one is named. */
  managerId: string | null;
  tier: string | null;
  cadenceDays: number | null;
  riskBand: string | null;
  /** The day a touchpoint is due, as the org works it out; null when nothing is known to count from. */
  touchDue: IsoDate | null;
  renewalDate: IsoDate | null;
  arr: number | null;
}

/** All that the workload of a day is made of. */
export interface Books {
  accounts: BookAccount[];
  /** Open tasks on accounts whose due date is over, by the user who has them. */
  overdueTasks: ReadonlyMap<string, number>;
}

/** How loaded one CSM is. `effort` is in hours a month, in tenths. */
export interface Workload {
  csmId: string;
  accounts: number;
  atRisk: number;
  overdueTasks: number;
  overdueTouches: number;
  renewals: number;
  arr: number;
  effort: number;
}

/** Who looks after an account: its CSM, else its owner. */
export function findCsm({ managerId, ownerId }: Pick<BookAccount, 'managerId' | 'ownerId'>): string {
  return managerId ?? ownerId;
}

/**
 * The workload of everyone who looks after an account, in the order of their ids. `alsoOf` are CSMs who are told of
 * even without an account: those whose numbers of the day would otherwise stand as they were.
 */
export function deriveWorkloads(
  { accounts, overdueTasks }: Books,
  config: WorkloadConfig,
  asOf: IsoDate,
  alsoOf: readonly string[] = [],
): Workload[] {
  const books = Map.groupBy(accounts, findCsm);
  const csmIds = [...new Set([...books.keys(), ...alsoOf])].sort();
  return csmIds.map((csmId) =>
    addUp(csmId, books.get(csmId) ?? [], overdueTasks.get(csmId) ?? 0, config, asOf),
  );
}

function addUp(
  csmId: string,
  accounts: readonly BookAccount[],
  overdueTasks: number,
  config: WorkloadConfig,
  asOf: IsoDate,
): Workload {
  const count = (holds: (account: BookAccount) => boolean) => accounts.filter(holds).length;
  const sums = {
    accounts: accounts.length,
    atRisk: count(isAtRisk),
    overdueTouches: count((account) => isTouchOverdue(account, asOf)),
    renewals: count((account) => isRenewing(account, config, asOf)),
    cents: accounts.reduce((sum, { arr }) => sum + Math.round((arr ?? 0) * 100), 0),
    tenths: accounts.reduce((sum, account) => sum + effortTenths(account, config, asOf), 0),
  };
  return workloadOf(csmId, sums, overdueTasks, config);
}

/** The workload that sums over the accounts of a CSM come to: ARR in cents, effort in tenths of hours. */
export function workloadOf(
  csmId: string,
  {
    cents,
    tenths,
    ...counts
  }: Omit<Workload, 'csmId' | 'overdueTasks' | 'arr' | 'effort'> & {
    cents: number;
    tenths: number;
  },
  overdueTasks: number,
  config: WorkloadConfig,
): Workload {
  const ofTasks = Math.round(10 * config.overdueTaskHours.value * overdueTasks);
  return { csmId, ...counts, overdueTasks, arr: cents / 100, effort: (tenths + ofTasks) / 10 };
}

/** Hours a month that one account asks for, in tenths, so that those of many add up exactly. */
function effortTenths(account: BookAccount, config: WorkloadConfig, asOf: IsoDate): number {
  const touches = DAYS_A_MONTH / findCadence(account, config);
  const hours =
    touches * config.touchHours.value +
    (isAtRisk(account) ? config.atRiskHours.value : 0) +
    (isTouchOverdue(account, asOf) ? config.overdueTouchHours.value : 0) +
    (isRenewing(account, config, asOf) ? config.renewalHours.value : 0);
  return Math.round(10 * hours);
}

const isAtRisk = ({ riskBand }: BookAccount) => riskBand === 'At Risk';

const isTouchOverdue = ({ touchDue }: BookAccount, asOf: IsoDate) => touchDue !== null && touchDue < asOf;
