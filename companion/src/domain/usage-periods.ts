import { addDays, type IsoDate } from './dates.ts';
import type { UsageSignal } from './signals.ts';

/** Periods up to this long are of one kind: days, weeks, months, and what is longer. */
const KINDS_UP_TO_DAYS = [2, 10, 45];

/** The last day of a period. */
export function endOf({ periodStart, periodDays }: UsageSignal): IsoDate {
  return addDays(periodStart, Math.max(1, periodDays) - 1);
}

/**
 * The periods that may be compared with one another: those that are over, as far as any is, and of the kind of the
 * newest where users are counted. Whoever is active in a month is not in each of its weeks, so that the one is no
 * baseline for the other. Rates by day have no such trouble.
 */
export function comparablePeriods(usage: UsageSignal[], asOf: IsoDate): UsageSignal[] {
  const begun = usage.filter(({ periodStart }) => periodStart <= asOf);
  const over = begun.filter((period) => endOf(period) <= asOf);
  const periods = over.length > 0 ? over : begun;
  const newest = periods.reduce<UsageSignal | null>(
    (latest, period) => (latest && !isLater(period, latest) ? latest : period),
    null,
  );
  if (newest === null || newest.activeUsers === null) return periods;
  return periods.filter((period) => kindOf(period) === kindOf(newest));
}

/** Of periods that end together the shorter one is newer, so that the order of records decides nothing. */
function isLater(a: UsageSignal, b: UsageSignal): boolean {
  const [endA, endB] = [endOf(a), endOf(b)];
  if (endA !== endB) return endA > endB;
  return a.periodDays === b.periodDays ? a.id > b.id : a.periodDays < b.periodDays;
}

const kindOf = ({ periodDays }: UsageSignal) => {
  const kind = KINDS_UP_TO_DAYS.findIndex((days) => periodDays <= days);
  return kind === -1 ? KINDS_UP_TO_DAYS.length : kind;
};
