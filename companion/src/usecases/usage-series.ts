import { DAILY_BASELINE_DAYS } from '../domain/compare-days.ts';
import { addDays, daysBetween, type IsoDate } from '../domain/dates.ts';
import type { UsageDaysSignal } from '../domain/signals.ts';
import type { UsageDayRow } from './usage-ports.ts';

/** The most that an admin can have compared, and a day: today is there, and not over. */
const RECENT_DAYS_AT_MOST = 28;
/** The measure that most days have is compared; in this order where several do. */
const MEASURES = ['activeUsers', 'logins', 'apiCalls'] as const;

/** The first day that a series reaches back to. */
export const seriesStart = (asOf: IsoDate): IsoDate =>
  addDays(asOf, -(DAILY_BASELINE_DAYS + RECENT_DAYS_AT_MOST));

/** Days of an account, in the order of time, as one series; null where none of them counts anything. */
export function toUsageSeries(days: readonly UsageDayRow[]): UsageDaysSignal | null {
  const counted = MEASURES.map((measure) => ({
    measure,
    known: days.filter((day) => day[measure] !== null),
  }));
  const { measure, known } = counted.reduce((best, each) =>
    each.known.length > best.known.length ? each : best,
  );
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return null;
  const byDay = new Map(known.map((day) => [day.day, day[measure]]));
  const length = daysBetween(first.day, last.day) + 1;
  const values = Array.from({ length }, (_, index) => byDay.get(addDays(first.day, index)) ?? null);
  return { measure, from: first.day, values };
}
