import type { CustomerOnDay } from './customer-on-day.ts';
import type { BookAccount } from './workload.ts';

/** Everything of an account that totals of a day count: the customer, the work for its CSM, and what hangs below it. */
export type CountedAccount = CustomerOnDay &
  BookAccount & {
    /** What people answered, as `findLatestScores` tells it. */
    scores: readonly number[];
    openAlerts: number;
  };
