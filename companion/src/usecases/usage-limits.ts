import { addDays, type IsoDate } from '../domain/dates.ts';

/** Events are taken for so many days: for as long it is known who was active, so that a person counts once a day. */
export const EVENT_DAYS = 30;
/** Hashes of people and answers to batches are kept a little longer than events are taken. */
export const IDENTITY_DAYS = EVENT_DAYS + 5;
/** Days are kept for two years: for the baseline, and for whoever asks later. */
export const KEPT_DAYS = 730;
/** Clocks differ: so far ahead is not yet the future. */
export const CLOCK_SKEW_MS = 5 * 60_000;

/** Why a day or a moment is refused. */
export interface Refused {
  code: 'in_future' | 'too_old';
  message: string;
}

/** Whether an event of a moment is taken. */
export function checkEventTime(at: Date, now: Date): Refused | null {
  if (at.getTime() > now.getTime() + CLOCK_SKEW_MS) {
    return { code: 'in_future', message: `at is ${at.toISOString()}, which is after ${now.toISOString()}.` };
  }
  const first = addDays(dayOf(now), -EVENT_DAYS);
  if (dayOf(at) >= first) return null;
  const message = `at is ${dayOf(at)}; events are taken from ${first} on. Send older days as snapshots.`;
  return { code: 'too_old', message };
}

/** Whether a period is taken: it has begun, and days of it are kept. */
export function checkPeriod(start: IsoDate, now: Date): Refused | null {
  const today = dayOf(now);
  if (start > today) return { code: 'in_future', message: `start is ${start}, which is after ${today}.` };
  const first = addDays(today, -KEPT_DAYS);
  if (start >= first) return null;
  return { code: 'too_old', message: `start is ${start}; usage is taken from ${first} on.` };
}

export const dayOf = (time: Date): IsoDate => time.toISOString().slice(0, 10);
