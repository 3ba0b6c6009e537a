import { countDays, daysBetween, sayDay, type IsoDate } from '../dates.ts';
import { readUsage } from '../usage.ts';
import { accountCause } from './account-cause.ts';
import type { AlertAccount, FoundCauses } from './alert-account.ts';

/** The account is flagged as using less than it used to. */
export function findUsageDown(account: AlertAccount): FoundCauses {
  if (account.usageDown === null) return null;
  if (!account.usageDown) return [];
  return accountCause(account, account.usageReason ?? 'Usage is well below what is usual for this account.');
}

/**
 * Usage used to come in, and the next period is so many days late. It is due a period's length after the last one ended:
 * who reports by the month is not late on the 20th. An account that never had any is not stale.
 */
export function findStaleData(account: AlertAccount, days: number, asOf: IsoDate): FoundCauses {
  const usage = readUsage(account.signals.usage, asOf, false);
  if (!usage) return [];
  const newest = account.signals.usage.find(({ id }) => id === usage.newestId);
  const age = daysBetween(usage.lastDay, asOf);
  if (age - (newest?.periodDays ?? 0) <= days) return [];
  const record = {
    object: 'CS_Usage_Snapshot__c',
    id: usage.newestId,
    label: `Usage to ${usage.lastDay}`,
  };
  return accountCause(
    account,
    `No usage data has come in since ${sayDay(usage.lastDay)}, ${countDays(age)} ago.`,
    [record],
  );
}
