import type { FieldValue } from '../../records/types.ts';
import type { SummaryFunction } from '../model/summary-function.ts';

/** What was seen of one column in a group. */
export interface Tally {
  add(value: FieldValue): void;
  /** The summary, rounded to `scale` digits; null where nothing but blanks was seen (a sum is then 0). */
  result(scale: number): number | null;
}

/** Creates a tally for a summary. Blanks do not count, as the platform's summaries leave them out. */
export function createTally(summary: SummaryFunction): Tally {
  if (summary === 'Unique') return uniqueTally();
  let count = 0;
  let sum = 0;
  // Neumaier's correction, so that cents come out right however many rows there are.
  let lost = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  return {
    add(value) {
      if (typeof value !== 'number') return;
      count += 1;
      const next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    },
    result(scale) {
      if (summary === 'Sum') return rounded(sum + lost, scale);
      if (count === 0) return null;
      const value = { Average: (sum + lost) / count, Minimum: smallest, Maximum: largest }[summary];
      return rounded(value, scale);
    },
  };
}

function uniqueTally(): Tally {
  const seen = new Set<FieldValue>();
  return {
    add: (value) =>
      void (value !== null && seen.add(typeof value === 'string' ? value.toLowerCase() : value)),
    result: () => seen.size,
  };
}

function rounded(value: number, scale: number): number {
  const factor = 10 ** scale;
  return Math.round((value + Number.EPSILON * Math.sign(value)) * factor) / factor;
}
