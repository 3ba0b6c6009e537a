import { addDays, daysBetween, type IsoDate } from './dates.ts';
import type { UsageSignal } from './signals.ts';
import { comparablePeriods } from './usage-periods.ts';

/** Recent: periods that end at most this long before the newest one ends. A month, and room for a long one. */
export const RECENT_DAYS = 28;
/** The account's own baseline: the periods of about a quarter before that. */
export const BASELINE_DAYS = 124;

/** Usage in two numbers; null where it cannot be told. */
export interface UsageReading {
  lastDay: IsoDate;
  /** Active users against licensed seats, 0 and up. */
  utilisation: number | null;
  activeUsers: number | null;
  seats: number | null;
  /** Recent activity against the account's own baseline; 1 is as usual. */
  ratio: number | null;
  newestId: string;
  /** The periods of the newest month. */
  recentIds: string[];
}

/**
 * What the usage snapshots up to a day say, or null when there are none.
 *
 * @param onlyComparable leaves out what may not be compared: a week that is not over, months beside weeks. Scores of
 *   configurations from before that took them as they came.
 */
export function readUsage(usage: UsageSignal[], asOf: IsoDate, onlyComparable: boolean): UsageReading | null {
  const periods = (onlyComparable ? comparablePeriods(usage, asOf) : usage)
    .filter((period) => period.periodStart <= asOf)
    .map((period) => ({ ...period, end: addDays(period.periodStart, Math.max(1, period.periodDays) - 1) }))
    .sort((a, b) => (a.end === b.end ? (a.id < b.id ? -1 : 1) : a.end < b.end ? -1 : 1));
  const newest = periods.at(-1);
  if (!newest) return null;

  const recent = periods.filter((period) => daysBetween(period.end, newest.end) < RECENT_DAYS);
  const before = periods.filter((period) => {
    const age = daysBetween(period.end, newest.end);
    return age >= RECENT_DAYS && age < BASELINE_DAYS;
  });
  const withSeats = recent.filter((period) => period.activeUsers !== null && (period.licensedSeats ?? 0) > 0);
  const activeUsers = mean(withSeats.map((period) => period.activeUsers ?? 0));
  const seats = mean(withSeats.map((period) => period.licensedSeats ?? 0));
  return {
    lastDay: newest.end < asOf ? newest.end : asOf,
    utilisation: activeUsers === null || seats === null ? null : activeUsers / seats,
    activeUsers,
    seats,
    ratio: ratioOf(recent, before),
    newestId: newest.id,
    recentIds: recent.map(({ id }) => id),
  };
}

/** Ids of the periods of the newest month up to a day. */
export function findRecentUsage(usage: UsageSignal[], asOf: IsoDate, onlyComparable: boolean): Set<string> {
  const reading = readUsage(usage, asOf, onlyComparable);
  return new Set(reading?.recentIds);
}

/** Active users when both sides count them, else logins, else API calls, the latter two by day. */
function ratioOf(recent: UsageSignal[], before: UsageSignal[]): number | null {
  const kinds: ((period: UsageSignal) => number | null)[] = [
    (period) => period.activeUsers,
    (period) => perDay(period.logins, period),
    (period) => perDay(period.apiCalls, period),
  ];
  for (const kind of kinds) {
    const now = mean(recent.map(kind).filter((value) => value !== null));
    const usual = mean(before.map(kind).filter((value) => value !== null));
    if (now !== null && usual !== null && usual > 0) return now / usual;
  }
  return null;
}

const perDay = (value: number | null, period: UsageSignal) =>
  value === null ? null : value / Math.max(1, period.periodDays);

/** The mean; summed in order of size, so that the order of the input cannot change the last bit. */
function mean(values: number[]): number | null {
  if (values.length === 0) return null;
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length;
}
