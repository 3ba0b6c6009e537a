import { addDays, daysBetween, type CalendarDay } from '../dates/calendar-day.ts';

/** What every part of a load needs to know. */
export interface LoadContext {
  readonly folder: string;
  readonly today: CalendarDay;
  /** Days added to every day of the data, so that its last day is today. */
  readonly shiftDays: number;
  /** A day of the data as it is written to the org. */
  readonly move: (day: CalendarDay) => CalendarDay;
}

/** The context of a load of data that ends on `lastDay`. */
export function loadContext(folder: string, today: CalendarDay, lastDay: CalendarDay): LoadContext {
  const shiftDays = daysBetween(lastDay, today);
  return { folder, today, shiftDays, move: (day) => addDays(day, shiftDays) };
}
