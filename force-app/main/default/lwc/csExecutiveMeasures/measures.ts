import { formatMoney, formatNumber } from 'c/csFormat';
import type { ExpectedShares } from './bandGroups';

/** The totals of a day, of all customers or of a segment; null where a total is not known or not kept. */
export interface Totals {
  /** `YYYY-MM-DD`. */
  asOf: string;
  accounts: number;
  arr: number;
  withoutArr: number;
  arrAtRisk: number;
  renewals: number;
  renewalsArr: number;
  /** Null in a book: what is expected to stay is told with the totals of all customers. */
  forecast: number | null;
  /** What the forecast goes by; null where it was not kept. */
  shares: ExpectedShares | null;
  grr: number | null;
  nrr: number | null;
  arrYearAgo: number | null;
  retainedArr: number | null;
  arrOfYearAgoCustomers: number | null;
  withoutHistory: number | null;
  health: number | null;
  withoutHealth: number;
  healthy: number;
  watch: number;
  atRisk: number;
  unscored: number;
  nps: number | null;
  promoters: number | null;
  passives: number | null;
  detractors: number | null;
  openAlerts: number | null;
}

/** A number of the page behind which there are accounts. */
export type MeasureKey =
  | 'accounts'
  | 'arr'
  | 'arrAtRisk'
  | 'renewals'
  | 'forecast'
  | 'grr'
  | 'nrr'
  | 'health'
  | 'nps'
  | 'healthy'
  | 'watch'
  | 'atRisk'
  | 'unscored'
  | 'openAlerts';

/** How a number is written, and which way is good. */
export interface Measure {
  key: MeasureKey;
  label: string;
  kind: 'money' | 'percent' | 'points' | 'count';
  /** 0 where more is neither good nor bad. */
  better: 1 | 0 | -1;
  valueOf(totals: Totals): number | null;
}

const measure = (
  key: MeasureKey,
  label: string,
  kind: Measure['kind'],
  better: Measure['better'],
  valueOf: Measure['valueOf'],
): Measure => ({ key, label, kind, better, valueOf });

/** Everything that can be opened. */
export const MEASURES: Readonly<Record<MeasureKey, Measure>> = {
  accounts: measure('accounts', 'Customers', 'count', 1, ({ accounts }) => accounts),
  arr: measure('arr', 'Total ARR', 'money', 1, ({ arr }) => arr),
  arrAtRisk: measure('arrAtRisk', 'ARR at risk', 'money', -1, ({ arrAtRisk }) => arrAtRisk),
  renewals: measure('renewals', 'Renewals in 90 days', 'money', 0, ({ renewalsArr }) => renewalsArr),
  forecast: measure('forecast', 'Renewal forecast', 'money', 0, ({ forecast }) => forecast),
  grr: measure('grr', 'Gross revenue retention', 'percent', 1, ({ grr }) => grr),
  nrr: measure('nrr', 'Net revenue retention', 'percent', 1, ({ nrr }) => nrr),
  health: measure('health', 'Average health', 'points', 1, ({ health }) => health),
  nps: measure('nps', 'NPS', 'points', 1, ({ nps }) => nps),
  healthy: measure('healthy', 'Healthy', 'count', 1, ({ healthy }) => healthy),
  watch: measure('watch', 'Watch', 'count', -1, ({ watch }) => watch),
  atRisk: measure('atRisk', 'At Risk', 'count', -1, ({ atRisk }) => atRisk),
  unscored: measure('unscored', 'Without a score', 'count', -1, ({ unscored }) => unscored),
  openAlerts: measure('openAlerts', 'Open alerts', 'count', -1, ({ openAlerts }) => openAlerts),
};

/** A value as it is written in full; a dash where it is not known. */
export function formatMeasure({ kind }: Pick<Measure, 'kind'>, value: number | null): string {
  if (value === null) return '–';
  if (kind === 'money') return formatMoney(value);
  return kind === 'percent' ? `${formatNumber(value)}%` : formatNumber(value);
}

/** Whether the number is a sum of money or a count, so that accounts add up to it. */
export function isSum({ kind }: Pick<Measure, 'kind'>): boolean {
  return kind === 'money' || kind === 'count';
}
