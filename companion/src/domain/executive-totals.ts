import { centsOf, isChurned, type CustomerOnDay } from './customer-on-day.ts';
import { daysBetween, type IsoDate } from './dates.ts';
import type { ExecutiveConfig } from './executive-config.ts';
import { addUpNps, type NpsTotals, type ScoresByAccount } from './executive-nps.ts';
import { retainRevenue, type RevenueRetention } from './revenue-retention.ts';

/** The totals of a day. What is not known is counted beside the sum that it is missing from. */
export interface ExecutiveTotals extends RevenueRetention, NpsTotals {
  /** Customers that are not churned; the four bands add up to them. */
  accounts: number;
  arr: number;
  withoutArr: number;
  arrAtRisk: number;
  /** Customers that renew on the day or within the days of the configuration. */
  renewals: number;
  renewalsArr: number;
  /** What of that ARR is expected to stay, by risk band. */
  forecast: number;
  /** Mean health in tenths; null when no customer has one. */
  health: number | null;
  withoutHealth: number;
  healthy: number;
  watch: number;
  atRisk: number;
  unscored: number;
}

/**
 * Adds up customers as of a day. Sums are of cents, so that the parts of a segment add up to the whole.
 *
 * @param scoresOf what the people of each account answered, as `findLatestScores` tells it of that day
 */
export function addUpCustomers(
  customers: readonly CustomerOnDay[],
  config: ExecutiveConfig,
  asOf: IsoDate,
  scoresOf: ScoresByAccount = new Map(),
): ExecutiveTotals {
  const current = customers.filter((customer) => !isChurned(customer));
  const renewing = current.filter((customer) => isRenewing(customer, config, asOf));
  const healths = current.flatMap(({ health }) => health ?? []);
  const inBand = (band: CustomerOnDay['riskBand']) => current.filter(({ riskBand }) => riskBand === band);
  return {
    accounts: current.length,
    arr: sum(current, centsOf),
    withoutArr: current.filter((customer) => centsOf(customer) === null).length,
    arrAtRisk: sum(inBand('At Risk'), centsOf),
    renewals: renewing.length,
    renewalsArr: sum(renewing, centsOf),
    forecast: sum(renewing, (customer) => expectedCents(customer, config)),
    ...retainRevenue(customers),
    ...addUpNps(customers, scoresOf),
    health: healths.length === 0 ? null : mean(healths),
    withoutHealth: current.length - healths.length,
    healthy: inBand('Healthy').length,
    watch: inBand('Watch').length,
    atRisk: inBand('At Risk').length,
    unscored: inBand(null).length,
  };
}

/** Whether a customer renews on the day, or within the days of the configuration after it. */
export function isRenewing(
  { renewalDate }: Pick<CustomerOnDay, 'renewalDate'>,
  { renewalDays }: Pick<ExecutiveConfig, 'renewalDays'>,
  asOf: IsoDate,
): boolean {
  if (renewalDate === null) return false;
  const days = daysBetween(asOf, renewalDate);
  return days >= 0 && days <= renewalDays.value;
}

/** What of a customer's ARR is expected to stay, in whole cents; null when its ARR is not known. */
function expectedCents(customer: CustomerOnDay, { expectedToStay }: ExecutiveConfig): number | null {
  const cents = centsOf(customer);
  return cents === null ? null : Math.round(cents * expectedToStay[customer.riskBand ?? 'unscored'].value);
}

function sum(customers: readonly CustomerOnDay[], cents: (customer: CustomerOnDay) => number | null): number {
  return customers.reduce((total, customer) => total + (cents(customer) ?? 0), 0) / 100;
}

function mean(values: readonly number[]): number {
  return Math.round((10 * values.reduce((a, b) => a + b, 0)) / values.length) / 10;
}
