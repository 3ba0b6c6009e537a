import { addDays, daysBetween, type IsoDate } from './dates.ts';
import type { AccountSignals } from './signals.ts';
import { findOpenCases } from './support.ts';

/** Ratings of tickets opened longer ago say nothing of how support is today. */
export const SATISFACTION_DAYS = 180;

/** How it stands with the support tickets of an account. */
export interface TicketSummary {
  open: number;
  /** Of these, the escalated ones. */
  escalated: number;
  /** When the oldest open one was opened; null without any. */
  oldestOn: IsoDate | null;
  /** Mean age of the open ones in days; null without any. */
  averageAgeDays: number | null;
  /** Share of the rated tickets that were good, in percent with one decimal; null where none was rated. */
  satisfaction: number | null;
}

/** Sums up the tickets as of a day: the open ones, and the ratings of those opened in the last 180 days. */
export function summariseTickets(signals: AccountSignals, asOf: IsoDate): TicketSummary {
  const open = findOpenCases(signals, asOf);
  const ages = open.map(({ openedOn }) => daysBetween(openedOn, asOf));
  const since = addDays(asOf, -SATISFACTION_DAYS);
  const ratings = signals.cases
    .filter(({ openedOn }) => openedOn >= since && openedOn <= asOf)
    .flatMap(({ satisfaction }) => satisfaction ?? []);
  const good = ratings.filter((rating) => rating === 'Good').length;
  return {
    open: open.length,
    escalated: open.filter(({ escalated }) => escalated).length,
    oldestOn: open[0]?.openedOn ?? null,
    averageAgeDays: open.length === 0 ? null : ages.reduce((sum, age) => sum + age, 0) / open.length,
    satisfaction: ratings.length === 0 ? null : Math.round((good / ratings.length) * 1000) / 10,
  };
}
