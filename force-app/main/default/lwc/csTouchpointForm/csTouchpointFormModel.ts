import { addDays, daysBetween, formatDay, isDay } from 'c/csFormat';

/** What may be planned: from today to `maxDaysAhead` days from it. */
export interface Limits {
  today: string;
  maxDaysAhead: number;
}

/** The last day that may be planned. */
export function lastAllowedDay({ today, maxDaysAhead }: Limits): string {
  return addDays(today, maxDaysAhead);
}

/**
 * Why `day` cannot be the next touchpoint, or an empty string. No day at all is fine: none is planned then.
 */
export function problemOf(day: string, limits: Limits): string {
  if (day === '') return '';
  if (!isDay(day)) return 'Pick a day that exists.';
  const ahead = daysBetween(limits.today, day);
  if (ahead < 0) return 'This day is over. Pick today or a later day.';
  if (ahead > limits.maxDaysAhead)
    return `This is too far away. Pick a day up to ${formatDay(lastAllowedDay(limits))}.`;
  return '';
}
