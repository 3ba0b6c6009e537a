import { addDays, type IsoDate } from './dates.ts';
import { medianOf, spreadOf } from './median.ts';
import type { UsageDaysSignal } from './signals.ts';
import { countSpreads, notComparable, type UsageComparison } from './usage-comparison.ts';
import type { UsageConfig } from './usage-config.ts';

const WEEK_DAYS = 7;
/** Days before the recent ones that usual is taken from: a quarter. */
export const DAILY_BASELINE_DAYS = 13 * WEEK_DAYS;
/** Of one or two values of a weekday, the middle is whatever happened. */
const MIN_OF_WEEKDAY = 3;

interface Day {
  value: number;
  weekday: number;
}

/**
 * Compares the newest days with the same weekdays of the quarter before, so that a quiet Sunday is no fall. The middle
 * of the days decides: fewer than half of them may be off by anything, on either side.
 *
 * The day itself is not over and does not count; a weekday on which nothing is usual says nothing.
 */
export function compareDays(series: UsageDaysSignal, config: UsageConfig, asOf: IsoDate): UsageComparison {
  const days = listDays(series, asOf);
  const known = days.findLastIndex((day) => day !== null);
  const recentFrom = known + 1 - config.recentDays.value;
  const before = days
    .slice(Math.max(0, recentFrom - DAILY_BASELINE_DAYS), Math.max(0, recentFrom))
    .filter(isDay);
  if (before.length < config.minHistoryDays.value) {
    return notComparable(
      `${before.length} of ${config.minHistoryDays.value} days of history are there to compare with`,
    );
  }
  const usual = Array.from({ length: WEEK_DAYS }, (_, weekday) => usualOf(before, weekday));
  const compared = days
    .slice(Math.max(0, recentFrom), known + 1)
    .filter(isDay)
    .flatMap(({ value, weekday }) => {
      const expected = usual[weekday];
      if (!expected || expected.middle <= 0) return [];
      const spreadsBelow = countSpreads(value, expected.middle, expected.spread);
      return [{ ratio: value / expected.middle, spreadsBelow }];
    });
  const ratio = medianOf(compared.map((day) => day.ratio));
  const spreadsBelow = medianOf(compared.map((day) => day.spreadsBelow));
  if (ratio === null || spreadsBelow === null) return notComparable('nothing was in use before');
  // Of two infinities of different signs the middle is nowhere: then the days disagree, and nothing is claimed.
  return { known: true, ratio, spreadsBelow: Number.isNaN(spreadsBelow) ? 0 : spreadsBelow };
}

/** The days up to the one before `asOf`, from the first of the series on; null where a day is not known. */
function listDays({ from, values }: UsageDaysSignal, asOf: IsoDate): (Day | null)[] {
  const first = new Date(`${from}T00:00:00Z`).getUTCDay();
  return values
    .map((value, index) => (value === null ? null : { value, weekday: (first + index) % WEEK_DAYS }))
    .filter((_, index) => addDays(from, index) < asOf);
}

function usualOf(days: Day[], weekday: number): { middle: number; spread: number } | null {
  const values = days.filter((day) => day.weekday === weekday).map(({ value }) => value);
  const middle = medianOf(values);
  if (values.length < MIN_OF_WEEKDAY || middle === null) return null;
  return { middle, spread: spreadOf(values, middle) };
}

const isDay = (day: Day | null): day is Day => day !== null;
