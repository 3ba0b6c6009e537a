import { type CustomerOnDay } from './customer-on-day.ts';
import type { IsoDate } from './dates.ts';
import type { ExecutiveConfig } from './executive-config.ts';
import { addUpParts, MEASURE_RULES, valueOfParts, type ExecutiveMeasure } from './executive-measures.ts';
import { addUpNps, type NpsTotals } from './executive-nps.ts';
import { NO_RECORDS, type ExecutiveRecords } from './executive-records.ts';
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
  /** Alerts of these customers that were raised and not resolved. */
  openAlerts: number;
}

/** Adds up customers as of a day. Sums are of cents, so that the parts of a segment add up to the whole. */
export function addUpCustomers(
  customers: readonly CustomerOnDay[],
  config: ExecutiveConfig,
  asOf: IsoDate,
  records: ExecutiveRecords = NO_RECORDS,
): ExecutiveTotals {
  const day = { asOf, config, records };
  const partsOf = (measure: ExecutiveMeasure) =>
    customers.flatMap((customer) => MEASURE_RULES[measure].partOf(customer, day) ?? []);
  const total = (measure: ExecutiveMeasure) =>
    valueOfParts(MEASURE_RULES[measure], addUpParts(partsOf(measure)));
  const sum = (measure: ExecutiveMeasure) => total(measure) ?? 0;
  return {
    accounts: sum('accounts'),
    arr: sum('arr'),
    withoutArr: addUpParts(partsOf('arr')).unknown,
    arrAtRisk: sum('arrAtRisk'),
    renewals: sum('renewals'),
    renewalsArr: sum('renewalsArr'),
    forecast: sum('forecast'),
    ...retainRevenue(customers),
    ...addUpNps(customers, records.scoresOf),
    health: total('health'),
    withoutHealth: addUpParts(partsOf('health')).unknown,
    healthy: sum('healthy'),
    watch: sum('watch'),
    atRisk: sum('atRisk'),
    unscored: sum('unscored'),
    openAlerts: sum('openAlerts'),
  };
}
