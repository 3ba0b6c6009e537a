import { addDays, type IsoDate } from './dates.ts';

/** How much older than a year a snapshot may be to stand for a year ago: a month, and some days without a run. */
const YEAR_AGO_LEEWAY_DAYS = 45;

/** The day of account snapshots that stands for a year before a day; null when none tells of that time. */
export function findYearAgoDay(asOf: IsoDate, snapshotDays: readonly IsoDate[]): IsoDate | null {
  const yearAgo = addDays(asOf, -365);
  const day = snapshotDays.find((each) => each <= yearAgo);
  return day && day >= addDays(yearAgo, -YEAR_AGO_LEEWAY_DAYS) ? day : null;
}

/**
 * The ARR of an account a year ago by the snapshots of that time: 0 for one that is not in them, as it was no customer
 * then; null where there are none, or they do not tell.
 */
export function arrYearAgoOf(
  accountId: string,
  arrOf: ReadonlyMap<string, number | null> | null,
): number | null {
  if (!arrOf) return null;
  return arrOf.has(accountId) ? (arrOf.get(accountId) ?? null) : 0;
}
