import { predictHeldOut } from './hold-out.ts';
import type { Column, LabelTable } from './label-table.ts';
import { measureAuc, type Auc } from './roc.ts';
import type { Fold } from './split-folds.ts';
import type { TrainOptions } from './train-model.ts';

/** What one column tells by itself. */
export interface ColumnPower {
  column: string;
  /** For how many customers it is known. */
  known: number;
  auc: Auc | null;
}

/** A column that alone tells this much is likely to have been filled in after the fact. */
const TOO_GOOD = 0.97;
/** For a model of one column, which can hardly fit chance. */
const LIGHT_PENALTY = 1;

/**
 * How well each column alone ranks customers. Where more of it can only mean more risk, its own order is what counts;
 * else that of a model of it alone, on customers which that model has not seen.
 */
export function measurePower(
  { columns, examples }: LabelTable,
  folds: readonly Fold[],
  options: TrainOptions,
): ColumnPower[] {
  return columns.map((column, index) => {
    const isKnown = (cells: readonly unknown[]) => cells[index] !== null;
    const known = examples.filter(({ cells }) => isKnown(cells));
    const auc = options.nonNegative
      ? measureAuc(
          known.map(({ cells }) => Number(cells[index])),
          known.map(({ lost }) => lost),
        )
      : alone(column, index, folds, options);
    return { column: column.name, known: known.length, auc };
  });
}

function alone(column: Column, index: number, folds: readonly Fold[], options: TrainOptions): Auc | null {
  const only = <T extends { cells: unknown[] }>(each: T): T => ({ ...each, cells: [each.cells[index]] });
  const narrowed = folds.map(({ train, test }) => ({ train: train.map(only), test: test.map(only) }));
  const { examples, predictions } = predictHeldOut([column], narrowed, {
    ...options,
    penalty: LIGHT_PENALTY,
  });
  return measureAuc(
    predictions,
    examples.map(({ lost }) => lost),
  );
}

/** A warning for each column that knows too much. */
export function findLeaks(powers: readonly ColumnPower[]): string[] {
  return powers
    .filter(({ auc }) => auc !== null && auc.value >= TOO_GOOD)
    .map(
      ({ column }) =>
        `${column} alone tells almost everything. Leave it out if it was filled in after the customer left.`,
    );
}
