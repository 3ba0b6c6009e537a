/** The date filter of a report run; `durationValue` is `CUSTOM` where its days are given. */
export interface DateFilter {
  column: string;
  durationValue: string;
  /** `YYYY-MM-DD`; null without a limit. */
  startDate: string | null;
  endDate: string | null;
}

const RANGES: readonly [value: string, label: string][] = [
  ['CUSTOM', 'Custom'],
  ['INTERVAL_TODAY', 'Today'],
  ['INTERVAL_LAST7', 'Last 7 days'],
  ['INTERVAL_LAST30', 'Last 30 days'],
  ['INTERVAL_LAST90', 'Last 90 days'],
  ['INTERVAL_NEXT7', 'Next 7 days'],
  ['INTERVAL_NEXT30', 'Next 30 days'],
  ['INTERVAL_NEXT90', 'Next 90 days'],
  ['INTERVAL_THISMONTH', 'This month'],
  ['INTERVAL_NEXTMONTH', 'Next month'],
  ['INTERVAL_CURRENTQ', 'This quarter'],
  ['INTERVAL_NEXTQ', 'Next quarter'],
  ['INTERVAL_CURNEXTQ', 'This and next quarter'],
  ['INTERVAL_CURNEXT3Q', 'This and the next three quarters'],
  ['INTERVAL_PREVY', 'Last year'],
  ['INTERVAL_CURY', 'This year'],
  ['INTERVAL_NEXTY', 'Next year'],
];

/** The ranges to choose from; one that a report was saved with is among them, whatever it is. */
export function rangeOptions(saved: string): { value: string; label: string }[] {
  const options = RANGES.map(([value, label]) => ({ value, label }));
  if (options.some(({ value }) => value === saved)) return options;
  const label = saved.replace(/^INTERVAL_/, '').toLowerCase();
  return [...options, { value: saved, label }];
}

/** A date filter with another range; the days of a custom one stay, those of any other go. */
export function withRange(filter: DateFilter, durationValue: string): DateFilter {
  if (durationValue === 'CUSTOM') return { ...filter, durationValue };
  return { ...filter, durationValue, startDate: null, endDate: null };
}

/** What is wrong with a custom range; empty where nothing is. */
export function rangeProblem({ durationValue, startDate, endDate }: DateFilter): string {
  if (durationValue !== 'CUSTOM' || !startDate || !endDate || startDate <= endDate) return '';
  return 'The last day lies before the first.';
}
