import { encode, type ColumnEncoding, type NamedCell } from './encode-columns.ts';
import type { Cell, Example } from './label-table.ts';
import { invert } from './matrix.ts';
import type { Model } from './train-model.ts';

/** How much likelier loss is with one cell than with the reference of its column, all else equal. */
export interface OddsPoint {
  label: string;
  oddsRatio: number;
  /** The 95 % interval. */
  low: number;
  high: number;
}

/** What one column does in a model. */
export interface ColumnOdds {
  column: string;
  reference: string;
  points: OddsPoint[];
  /** Its part of all that moves the predictions, 0–1; those of all columns add up to 1. */
  share: number;
}

const Z_95 = 1.959964;

/** The model as a person can read it: odds ratios column by column. */
export function describeModel({ encoding, fit }: Model, examples: readonly Example[]): ColumnOdds[] {
  const { values, columns } = encode(encoding, examples);
  const covariance = invert(fit.curvature);
  const size = fit.coefficients.length + 1;
  const spreads: number[] = [];
  let start = 0;
  const described = encoding.map((each) => {
    const indexes = each.features.map((_, index) => start + index);
    start += each.features.length;
    spreads.push(
      spreadOf(
        examples.map((_, row) =>
          indexes.reduce((sum, at) => sum + fit.coefficients[at]! * values[row * columns + at]!, 0),
        ),
      ),
    );
    const compare = (point: NamedCell): OddsPoint => {
      const moves = differences(each, point.cell);
      const logOdds = indexes.reduce((sum, at, index) => sum + fit.coefficients[at]! * moves[index]!, 0);
      const variance = indexes.reduce(
        (sum, a, i) =>
          sum +
          indexes.reduce((row, b, j) => row + moves[i]! * moves[j]! * covariance.values[a * size + b]!, 0),
        0,
      );
      const error = Z_95 * Math.sqrt(Math.max(0, variance));
      return {
        label: point.label,
        oddsRatio: Math.exp(logOdds),
        low: Math.exp(logOdds - error),
        high: Math.exp(logOdds + error),
      };
    };
    const points = each.features.length === 0 ? [] : each.points.map(compare);
    return { column: each.column, reference: each.reference.label, points };
  });
  const total = spreads.reduce((sum, each) => sum + each, 0);
  return described.map((each, index) => ({ ...each, share: total === 0 ? 0 : spreads[index]! / total }));
}

function differences({ features, reference }: ColumnEncoding, cell: Cell): number[] {
  return features.map(({ read }) => read(cell) - read(reference.cell));
}

/** The standard deviation. */
function spreadOf(values: number[]): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length);
}
