import { unknownAccount, type BatchAnswer, type ItemError } from './record-events.ts';
import type { PushIntent } from './ports.ts';
import { recordUsageDays } from './record-usage.ts';
import { decideSnapshot } from './snapshot-usage.ts';
import { checkPeriod } from './usage-limits.ts';
import type { UsageDayRow, UsageIntakeStore } from './usage-ports.ts';

/** The totals of a period, as they were sent. */
export interface SnapshotItem extends Omit<UsageDayRow, 'accountId' | 'day'> {
  /** External key or Id. */
  account: string;
  start: string;
  days: number;
}

export interface SnapshotBatch {
  snapshots: { index: number; snapshot: SnapshotItem }[];
  /** Items that are no snapshots. */
  errors: ItemError[];
}

/** What snapshots need beside usage: a longer period goes to the org as it is. */
export interface SnapshotStore extends Pick<UsageIntakeStore, 'findUsageAccounts' | 'replaceDays'> {
  keepPushes(orgId: string, pushes: PushIntent[], at: string): Promise<void>;
}

/** Takes totals of periods; what is valid is kept. The same again changes nothing. */
export async function recordSnapshots(
  orgId: string,
  { snapshots, errors: invalid }: SnapshotBatch,
  store: SnapshotStore,
  now: Date,
): Promise<BatchAnswer> {
  const errors = [...invalid];
  const inTime = snapshots.filter(({ index, snapshot }) => {
    const refused = checkPeriod(snapshot.start, now);
    if (refused) errors.push({ index, ...refused });
    return !refused;
  });
  const names = [...new Set(inTime.map(({ snapshot }) => snapshot.account))];
  const accounts = await store.findUsageAccounts(orgId, names);
  const known = inTime.flatMap(({ index, snapshot: { account, ...period } }) => {
    const accountId = accounts.get(account);
    if (accountId === undefined) errors.push(unknownAccount(index, account));
    return accountId === undefined ? [] : [{ accountId, ...period }];
  });
  const rows = known
    .filter(({ days }) => days === 1)
    .map(({ start, days: _, ...row }): UsageDayRow => ({ ...row, day: start }));
  const periods = known
    .filter(({ days }) => days > 1)
    .map((period) => decideSnapshot(`${period.start}:${period.days}`, period));
  const at = now.toISOString();
  await recordUsageDays(orgId, rows, store, at);
  // Of a period that is given twice in one batch the last counts.
  await store.keepPushes(orgId, [...new Map(periods.map((push) => [push.key, push])).values()], at);
  return {
    accepted: known.length,
    rejected: errors.length,
    errors: errors.sort((a, b) => a.index - b.index),
  };
}
