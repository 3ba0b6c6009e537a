import type { ColumnEncoding, Feature, NamedCell } from './encode-columns.ts';
import type { Cell } from './label-table.ts';

/** Below this many gaps, whether a number is missing says nothing that can be learned. */
const MIN_GAPS = 20;
/** Numbers with fewer different values than this are steps, and are not bent. */
const MIN_VALUES_TO_BEND = 10;
const QUARTILES = [0.25, 0.5, 0.75];
/** Where a reader is shown what a number does. */
const SHOWN = [0.05, 0.25, 0.75, 0.95];

type Learned = Omit<ColumnEncoding, 'column'>;

/**
 * A straight line that may bend at the quartiles, each part in standard deviations, so that the penalty falls on all
 * alike. A missing number counts as the mean, never as zero.
 */
export function numberFeatures(cells: readonly Cell[], straight: boolean): Learned {
  const numbers = cells.filter((cell): cell is number => typeof cell === 'number').sort((a, b) => a - b);
  const quantile = (share: number) =>
    numbers[Math.min(numbers.length - 1, Math.floor(share * numbers.length))] ?? 0;
  const isSmooth = !straight && new Set(numbers).size >= MIN_VALUES_TO_BEND;
  const knots = isSmooth ? [...new Set(QUARTILES.map(quantile))] : [];
  const parts: [Feature['kind'], (value: number) => number][] = [
    ['value', (value) => value],
    ...knots.map((knot): [Feature['kind'], (value: number) => number] => [
      'bend',
      (value) => Math.max(0, value - knot),
    ]),
  ];
  const features = parts.flatMap(([kind, part]) => standardise(kind, part, numbers));
  const gaps = cells.length - numbers.length;
  if (gaps >= MIN_GAPS) features.push({ kind: 'gap', read: (cell) => (typeof cell === 'number' ? 0 : 1) });
  return {
    features,
    reference: named(quantile(0.5)),
    points: [
      ...[...new Set(SHOWN.map(quantile))].filter((value) => value !== quantile(0.5)).map(named),
      ...(gaps >= MIN_GAPS ? [{ cell: null, label: 'not known' }] : []),
    ],
  };
}

function standardise(kind: Feature['kind'], part: (value: number) => number, numbers: number[]): Feature[] {
  const values = numbers.map(part);
  const mean = values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, values.length);
  const unit = Math.sqrt(variance);
  if (unit === 0) return [];
  return [{ kind, read: (cell) => (typeof cell === 'number' ? (part(cell) - mean) / unit : 0) }];
}

const named = (value: number): NamedCell => ({
  cell: value,
  label: value.toLocaleString('en-US', { maximumFractionDigits: 2 }),
});
