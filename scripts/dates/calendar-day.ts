const DAY_MS = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day of the calendar, `YYYY-MM-DD`, without a time or a zone. */
export type CalendarDay = string;

/** True for a day that exists: `2024-02-29` is one, `2023-02-29` and `2024-1-1` are not. */
export function isCalendarDay(text: string): boolean {
  return ISO_DAY.test(text) && fromNumber(toNumber(text)) === text;
}

/** The UTC day of a moment. */
export function dayOf(moment: Date): CalendarDay {
  return moment.toISOString().slice(0, 10);
}

/** The day `days` after (or, negative, before) another. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return fromNumber(toNumber(day) + days);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return toNumber(to) - toNumber(from);
}

/** The first day of the month that lies `months` before the month of `day`. */
export function monthStart(day: CalendarDay, monthsBefore = 0): CalendarDay {
  const [year, month] = parts(day);
  return dayOf(new Date(Date.UTC(year, month - 1 - monthsBefore, 1)));
}

/** The last day of the month of `day`. */
export function monthEnd(day: CalendarDay): CalendarDay {
  return addDays(monthStart(day, -1), -1);
}

/** The same day of the year, `years` later; 29 February becomes 28 February in a common year. */
export function addYears(day: CalendarDay, years: number): CalendarDay {
  const [year, month, date] = parts(day);
  const lastOfMonth = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year + years, month - 1, Math.min(date, lastOfMonth))));
}

function toNumber(day: CalendarDay): number {
  const [year, month, date] = parts(day);
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

function fromNumber(number: number): CalendarDay {
  return dayOf(new Date(number * DAY_MS));
}

function parts(day: CalendarDay): [year: number, month: number, date: number] {
  const match = ISO_DAY.exec(day);
  if (!match) {
    throw new RangeError(`"${day}" is not a day; expected YYYY-MM-DD.`);
  }
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}
