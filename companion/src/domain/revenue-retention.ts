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

/** What one customer tells of retention, in cents. */
export interface RetainedCents {
  then: number;
  /** The lesser of then and now. */
  retained: number;
  now: number;
}

/**
 * What one customer tells of the twelve months before a day: null for one that was none then, `unknown` where its ARR
 * then or now is not known.
 */
export function retainOf(customer: CustomerOnDay): RetainedCents | 'unknown' | null {
  const then = customer.arrYearAgo === null ? null : Math.round(customer.arrYearAgo * 100);
  const now = centsOf(customer);
  if (then === null || (now === null && then > 0)) {
    // One lost longer ago than a year, of whom nothing is known, is no gap.
    return isChurned(customer) ? null : 'unknown';
  }
  if (then === 0 || now === null) return null;
  return { then, retained: Math.min(then, now), now };
}

/**
 * Gross and net revenue retention over the twelve months before a day. New customers count in neither; a churned one
 * counts with nothing left. docs/metrics.md has an example worked by hand.
 */
export function retainRevenue(customers: readonly CustomerOnDay[]): RevenueRetention {
  const told = customers.map(retainOf);
  const known = told.filter((each) => each !== null && each !== 'unknown');
  const sum = (of: keyof RetainedCents) => known.reduce((total, each) => total + each[of], 0);
  const unknown = told.filter((each) => each === 'unknown').length;
  return retentionOf({ then: sum('then'), retained: sum('retained'), now: sum('now') }, unknown);
}

/** The retention that sums over customers come to. */
export function retentionOf(
  { then, retained, now }: RetainedCents,
  withoutHistory: number,
): RevenueRetention {
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
