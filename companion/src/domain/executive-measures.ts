import type { RiskBand } from './band.ts';
import { centsOf, isChurned, type CustomerOnDay } from './customer-on-day.ts';
import type { IsoDate } from './dates.ts';
import type { ExecutiveConfig } from './executive-config.ts';
import { countScores } from './executive-nps.ts';
import type { ExecutiveRecords } from './executive-records.ts';
import { expectedCents, isRenewing } from './renewal-forecast.ts';
import { retainOf } from './revenue-retention.ts';

/** The numbers of a day that are made of accounts, by their names in `ExecutiveTotals`. */
export const EXECUTIVE_MEASURES = [
  'accounts',
  'arr',
  'arrAtRisk',
  'renewals',
  'renewalsArr',
  'forecast',
  'grr',
  'nrr',
  'health',
  'nps',
  'healthy',
  'watch',
  'atRisk',
  'unscored',
  'openAlerts',
] as const;
export type ExecutiveMeasure = (typeof EXECUTIVE_MEASURES)[number];

/** What the parts of a number are read with. */
export interface ExecutiveDay {
  asOf: IsoDate;
  config: ExecutiveConfig;
  records: ExecutiveRecords;
}

/** What one customer adds to a number, in whole units: cents, points, people. Null where it is not known. */
export interface MeasurePart {
  amount: number | null;
  /** What it adds to what the sum is divided by; 0 for plain sums. */
  of: number;
}

/** How a number is made of its customers. */
export interface MeasureRule {
  /** `money` is in cents inside, in the org's currency outside. */
  unit: 'money' | 'count' | 'points';
  /** A sum of the amounts, or the amounts ÷ what they are of, times this, in tenths. */
  times: number | null;
  /** Null for a customer that the number does not look at. */
  partOf(customer: CustomerOnDay, day: ExecutiveDay): MeasurePart | null;
}

/** What one customer adds to a sum; null where it is not known, undefined where the sum does not look at it. */
type AmountOf = (customer: CustomerOnDay, day: ExecutiveDay) => number | null | undefined;

const sumOf = (unit: 'money' | 'count', amountOf: AmountOf) => {
  const partOf = (customer: CustomerOnDay, day: ExecutiveDay): MeasurePart | null => {
    if (isChurned(customer)) return null;
    const amount = amountOf(customer, day);
    return amount === undefined ? null : { amount, of: 0 };
  };
  return { unit, times: null, partOf };
};

const ofBand = (band: RiskBand | null) =>
  sumOf('count', ({ riskBand }) => (riskBand === band ? 1 : undefined));
const ofRenewing = (unit: 'money' | 'count', amountOf: AmountOf) =>
  sumOf(unit, (customer, day) =>
    isRenewing(customer, day.config, day.asOf) ? amountOf(customer, day) : undefined,
  );

/** Every number, taken apart: docs/metrics.md, Totals of a day. */
export const MEASURE_RULES: Readonly<Record<ExecutiveMeasure, MeasureRule>> = {
  accounts: sumOf('count', () => 1),
  arr: sumOf('money', centsOf),
  arrAtRisk: sumOf('money', (customer) => (customer.riskBand === 'At Risk' ? centsOf(customer) : undefined)),
  renewals: ofRenewing('count', () => 1),
  renewalsArr: ofRenewing('money', centsOf),
  forecast: ofRenewing('money', (customer, { config }) => expectedCents(customer, config)),
  grr: { unit: 'money', times: 100, partOf: (customer) => retentionPart(customer, 'retained') },
  nrr: { unit: 'money', times: 100, partOf: (customer) => retentionPart(customer, 'now') },
  health: {
    unit: 'points',
    times: 1,
    partOf: (customer) =>
      isChurned(customer) ? null : { amount: customer.health, of: customer.health === null ? 0 : 1 },
  },
  nps: { unit: 'count', times: 100, partOf: npsPart },
  healthy: ofBand('Healthy'),
  watch: ofBand('Watch'),
  atRisk: ofBand('At Risk'),
  unscored: ofBand(null),
  openAlerts: sumOf('count', ({ accountId }, { records }) => records.alertsOf.get(accountId)),
};

function retentionPart(customer: CustomerOnDay, which: 'retained' | 'now'): MeasurePart | null {
  const retained = retainOf(customer);
  if (retained === null) return null;
  return retained === 'unknown' ? { amount: null, of: 0 } : { amount: retained[which], of: retained.then };
}

function npsPart(customer: CustomerOnDay, { records }: ExecutiveDay): MeasurePart | null {
  const scores = isChurned(customer) ? undefined : records.scoresOf.get(customer.accountId);
  if (!scores || scores.length === 0) return null;
  const { promoters, detractors } = countScores(scores);
  return { amount: promoters - detractors, of: scores.length };
}

/** What parts come to: in whole units, with how many customers nothing is known of. */
export function addUpParts(parts: readonly MeasurePart[]): { amount: number; of: number; unknown: number } {
  return {
    amount: parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    of: parts.reduce((sum, { of }) => sum + of, 0),
    unknown: parts.filter(({ amount }) => amount === null).length,
  };
}

/** The number that parts come to; null of a share of nothing. */
export function valueOfParts(
  { unit, times }: MeasureRule,
  sum: { amount: number; of: number },
): number | null {
  if (times === null) return unit === 'money' ? sum.amount / 100 : sum.amount;
  return sum.of === 0 ? null : Math.round((10 * times * sum.amount) / sum.of) / 10;
}
