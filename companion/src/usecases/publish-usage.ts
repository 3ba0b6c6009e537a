import { addDays } from '../domain/dates.ts';
import { mondayOf, rollUpWeek, weekNumber } from '../domain/roll-up-week.ts';
import type { PushIntent } from './ports.ts';
import { decideSnapshot } from './snapshot-usage.ts';
import { dayOf, EVENT_DAYS, IDENTITY_DAYS, KEPT_DAYS } from './usage-limits.ts';
import type { UsageFeedStore, UsageWeek } from './usage-ports.ts';

/**
 * Weeks of an account that the org keeps: a week takes the record of the one so many weeks before. As far back as any
 * rule reads, and never more, however long the product runs: docs/decisions/0015.
 */
export const KEPT_WEEKS = 32;
const WEEKS_AT_ONCE = 500;

/** Gives the org the weeks that days have changed in, those of one account if given, as writes to be pushed. */
export async function publishUsage(
  orgId: string,
  store: UsageFeedStore,
  now: Date,
  only: { accountId?: string; signal?: AbortSignal } = {},
): Promise<void> {
  const at = now.toISOString();
  const today = dayOf(now);
  await store.fillQuietDays(orgId, { from: addDays(today, -EVENT_DAYS), before: today }, at);
  const { signal, ...account } = only;
  const from = addDays(mondayOf(today), -7 * (KEPT_WEEKS - 1));
  const wanted = { from, limit: WEEKS_AT_ONCE, ...account };
  while (!signal?.aborted && (await store.publishWeeks(orgId, wanted, toSnapshot, at)));
  const days = addDays(today, -KEPT_DAYS);
  await store.pruneUsage(orgId, { users: addDays(today, -IDENTITY_DAYS), days });
}

/** The snapshot of a week, in the place that it takes among the account's weeks. */
export function toSnapshot({ accountId, monday, distinctUsers, licensedSeats, days }: UsageWeek): PushIntent {
  const place = String(weekNumber(monday) % KEPT_WEEKS).padStart(2, '0');
  const totals = rollUpWeek(days, distinctUsers);
  return decideSnapshot(`week-${place}`, { accountId, start: monday, days: 7, licensedSeats, ...totals });
}
