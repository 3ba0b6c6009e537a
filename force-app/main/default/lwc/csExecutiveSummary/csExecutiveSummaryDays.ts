import { addDays, daysBetween, formatDay } from 'c/csFormat';
import type { Totals } from 'c/csExecutiveMeasures';
import { DAYS_READ } from './csExecutiveSummaryFilters';

/** What counts as a quarter before: as near to 91 days as there are totals. */
const QUARTER_DAYS = { from: 80, target: 91, to: 100 };

/** Every day is offered for so long, then one a month. */
const DAILY_DAYS = 35;

/** How far the trends reach back. */
const TREND_DAYS = 400;

/** How much older than a year a day may be to stand for a year ago; as the companion counts. */
const YEAR_AGO = { days: 365, leeway: 45 };

/** The totals of about a quarter before; null where there are none. */
export function quarterBefore(all: readonly Totals[], asOf: string): Totals | null {
  const ages = all.map((totals) => ({ totals, age: daysBetween(totals.asOf, asOf) }));
  const inRange = ages.filter(({ age }) => age >= QUARTER_DAYS.from && age <= QUARTER_DAYS.to);
  const distance = (age: number) => Math.abs(age - QUARTER_DAYS.target);
  return inRange.sort((a, b) => distance(a.age) - distance(b.age))[0]?.totals ?? null;
}

/**
 * The days to choose from, the newest first: each of the last weeks, and of each month before its first that has
 * totals. Where more days are recorded than were read, the oldest serve to compare with only.
 */
export function dayChoices(all: readonly Totals[]): { label: string; value: string }[] {
  const newest = all[0]?.asOf;
  if (newest === undefined) return [];
  const oldestRead = all.at(-1)?.asOf ?? newest;
  const from = all.length < DAYS_READ ? oldestRead : addDays(oldestRead, QUARTER_DAYS.to);
  const days = all.map(({ asOf }) => asOf).filter((day) => day >= from);
  const isFirstOfMonth = (day: string) =>
    !days.some((other) => other < day && other.slice(0, 7) === day.slice(0, 7));
  return days
    .filter((day) => daysBetween(day, newest) <= DAILY_DAYS || isFirstOfMonth(day))
    .map((day) => ({ label: formatDay(day), value: day }));
}

/** The totals that a trend up to a day is drawn through, the oldest first. */
export function trendOf(all: readonly Totals[], asOf: string): Totals[] {
  const from = addDays(asOf, -TREND_DAYS);
  return all.filter((totals) => totals.asOf <= asOf && totals.asOf >= from).toReversed();
}

/** The day that tells who was a customer a year before; null where none does. */
export function yearBefore(keptDays: readonly string[], asOf: string): string | null {
  const yearAgo = addDays(asOf, -YEAR_AGO.days);
  const day = keptDays.toSorted().findLast((kept) => kept <= yearAgo);
  return day !== undefined && day >= addDays(yearAgo, -YEAR_AGO.leeway) ? day : null;
}

/** The day near to another of which accounts are kept: the one before it, else the first after. */
export function keptDayNear(keptDays: readonly string[], asOf: string): string | null {
  const inOrder = keptDays.toSorted();
  return inOrder.findLast((kept) => kept <= asOf) ?? inOrder[0] ?? null;
}
