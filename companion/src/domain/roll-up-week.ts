import { addDays, type IsoDate } from './dates.ts';

const WEEK_DAYS = 7;
/** 1970-01-05, a Monday: weeks are counted from there. */
const FIRST_MONDAY = Date.UTC(1970, 0, 5);
const WEEK_MS = WEEK_DAYS * 86_400_000;

/** What a day says; null where it is not counted. */
export interface DayTotals {
  activeUsers: number | null;
  logins: number | null;
  apiCalls: number | null;
  features: Record<string, number> | null;
}

/** The Monday of a day's week. */
export function mondayOf(day: IsoDate): IsoDate {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % WEEK_DAYS;
  return addDays(day, -weekday);
}

/** The number of a week, counted from 1970 on. */
export function weekNumber(monday: IsoDate): number {
  return Math.round((Date.parse(`${monday}T00:00:00Z`) - FIRST_MONDAY) / WEEK_MS);
}

/**
 * What the days of a week come to. Active users are the people of all days where they are known by name; where days
 * come as totals the busiest day is what is certain: at least so many were active in the week.
 */
export function rollUpWeek(days: readonly DayTotals[], distinctUsers: number | null): DayTotals {
  const busiest = days.map(({ activeUsers }) => activeUsers).filter((value) => value !== null);
  const users = distinctUsers === null ? busiest : [...busiest, distinctUsers];
  const listed = days.map(({ features }) => features).filter((features) => features !== null);
  const features = new Map<string, number>();
  for (const [name, uses] of listed.flatMap((each) => Object.entries(each))) {
    features.set(name, (features.get(name) ?? 0) + uses);
  }
  return {
    activeUsers: users.length === 0 ? null : Math.max(...users),
    logins: sumKnown(days.map(({ logins }) => logins)),
    apiCalls: sumKnown(days.map(({ apiCalls }) => apiCalls)),
    features: listed.length === 0 ? null : Object.fromEntries(features),
  };
}

function sumKnown(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
