import { centsOf, isChurned, type CustomerOnDay } from './customer-on-day.ts';

/** Revenue of those who were customers twelve months before. Percents are in tenths; null without such customers. */
export interface RevenueRetention {
  /** Their ARR then. */
  arrYearAgo: number;
  /** What of it is still there: of each customer the lesser of then and now. */
  retainedArr: number;
  /** Their ARR now, growth included. */
  arrOfYearAgoCustomers: number;
  /** Customers whose ARR then or now is not known: they are in none of the sums. */
  withoutHistory: number;
  /** Gross revenue retention: retained ARR ÷ ARR then, 0–100. */
  grr: number | null;
  /** Net revenue retention: ARR now ÷ ARR then, 0 and more. */
  nrr: number | null;
}

/**
 * Gross and net revenue retention over the twelve months before a day. New customers count in neither; a churned one
 * counts with nothing left. docs/metrics.md has an example worked by hand.
 */
export function retainRevenue(customers: readonly CustomerOnDay[]): RevenueRetention {
  let then = 0;
  let retained = 0;
  let now = 0;
  let withoutHistory = 0;
  for (const customer of customers) {
    const before = customer.arrYearAgo === null ? null : Math.round(customer.arrYearAgo * 100);
    const left = centsOf(customer);
    if (before === null || (left === null && before > 0)) {
      // One lost longer ago than a year, of whom nothing is known, is no gap.
      if (!isChurned(customer)) withoutHistory += 1;
      continue;
    }
    if (before === 0 || left === null) continue;
    then += before;
    retained += Math.min(before, left);
    now += left;
  }
  return {
    arrYearAgo: then / 100,
    retainedArr: retained / 100,
    arrOfYearAgoCustomers: now / 100,
    withoutHistory,
    grr: percent(retained, then),
    nrr: percent(now, then),
  };
}

/** A share in percent, in tenths; null of nothing. */
function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
}
