import { because, type Reasoned } from './reasoned.ts';

/** When less usage than usual is an alarm, beside `adoption.downRatio`. */
export interface UsageConfig {
  /** How many of the newest days are compared, where usage comes by the day. */
  recentDays: Reasoned<number>;
  /** How many days before those have to be known. */
  minHistoryDays: Reasoned<number>;
  /** By how many of the account's own spreads usage has to lie below usual. */
  spread: Reasoned<number>;
}

/** What a new org starts with, and what flags go by where a configuration says nothing of it. */
export const STARTER_USAGE: UsageConfig = {
  recentDays: because(14, 'Two of each weekday: a holiday or a bridge day is outvoted by the others.'),
  minHistoryDays: because(28, 'Four of each weekday: with fewer, usual is a guess.'),
  spread: because(1, 'Half of the recent days worse than the usual ups and downs: no chance, but a change.'),
};
