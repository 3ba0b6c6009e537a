import { addYears, type CalendarDay } from '../dates/calendar-day.ts';

/** A subscription, with its days already moved. */
export interface Subscription {
  readonly start: CalendarDay;
  /** The day it ended; null while it runs. */
  readonly end: CalendarDay | null;
  /** Annual recurring revenue; trials have 0. */
  readonly arr: number;
}

/** What an account's subscriptions come to on one day. */
export interface Contract {
  /** Sum over the subscriptions that run. */
  readonly arr: number;
  /** The day on which the largest of them renews; null when none is paid for. */
  readonly renewalDate: CalendarDay | null;
  /** Whether any runs, paid for or on trial. */
  readonly running: boolean;
}

/**
 * ARR is the sum of what runs on `today`: started, and not ended before or on that day. The renewal is the next yearly
 * anniversary of the largest paid subscription (of two alike, the sooner): accounts here hold nine subscriptions on
 * average, so the soonest of all anniversaries would always be weeks away and say nothing, and billing by the month
 * says how an invoice is sent, not how long a contract runs.
 */
export function readContract(subscriptions: readonly Subscription[], today: CalendarDay): Contract {
  const running = subscriptions.filter(({ start, end }) => start <= today && (end === null || end > today));
  const [largest] = running
    .filter(({ arr }) => arr > 0)
    .map(({ arr, start }) => ({ arr, renewalDate: nextAnniversary(start, today) }))
    .sort((a, b) => b.arr - a.arr || (a.renewalDate < b.renewalDate ? -1 : 1));
  return {
    arr: running.reduce((sum, { arr }) => sum + arr, 0),
    renewalDate: largest?.renewalDate ?? null,
    running: running.length > 0,
  };
}

/** The first anniversary of `start` that is not before `today`; at least a year after `start`. */
function nextAnniversary(start: CalendarDay, today: CalendarDay): CalendarDay {
  let years = Math.max(1, Number(today.slice(0, 4)) - Number(start.slice(0, 4)));
  while (addYears(start, years) < today) {
    years += 1;
  }
  return addYears(start, years);
}
