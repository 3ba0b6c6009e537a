import { addDays, formatDay } from 'c/csFormat';

/** The hour of the user's day at which a snoozed alert comes back: before the day's first call. */
export const WAKE_HOUR = 8;

/** A day on which an alert comes back. */
export interface SnoozeChoice {
  label: string;
  /** `YYYY-MM-DD` */
  day: string;
}

/** The days that are offered: tomorrow, in three days, and the next Monday, each once. */
export function snoozeChoices(today: string): SnoozeChoice[] {
  const choices = [
    { label: 'Until tomorrow', day: addDays(today, 1) },
    { label: 'For 3 days', day: addDays(today, 3) },
    { label: 'Until next week', day: nextMonday(today) },
  ];
  const isFirst = (one: SnoozeChoice, index: number): boolean =>
    choices.findIndex(({ day }) => day === one.day) === index;
  return choices.filter(isFirst).map(({ label, day }) => ({ label: `${label} (${formatDay(day)})`, day }));
}

function nextMonday(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (8 - weekday) % 7 || 7);
}
