import { countLost, type Column, type Example, type LabelTable } from './label-table.ts';
import { splitByTime, splitStratified, type Fold } from './split-folds.ts';
import { predict, trainModel, type TrainOptions } from './train-model.ts';

const FOLDS = 5;
/** Fewer lost customers than this before the first judged day, and there is nothing to learn from. */
const MIN_LOST_TO_LEARN = 10;

/** Predictions of customers by models that have not seen them. */
export interface HeldOut {
  examples: Example[];
  predictions: Float64Array;
  /** How the customers were held out, for a reader. */
  method: string;
}

/** The folds of a table: by time where every example has its day, else stratified. */
export function chooseFolds({ examples }: LabelTable, seed: number): { folds: Fold[]; method: string } {
  if (examples.every(({ on }) => on !== null)) {
    const folds = splitByTime(examples);
    const canLearn = ({ train }: Fold) =>
      countLost(train) >= MIN_LOST_TO_LEARN && train.length - countLost(train) >= MIN_LOST_TO_LEARN;
    if (folds.length > 0 && folds.every(canLearn)) {
      return { folds, method: `by time: ${folds.length} later parts, each judged by what came before it` };
    }
  }
  const method = `${FOLDS}-fold cross-validation, the same share of losses in each part`;
  return { folds: splitStratified(examples, FOLDS, seed), method };
}

/** Predicts the examples of every fold by a model of the rest. */
export function predictHeldOut(
  columns: readonly Column[],
  folds: readonly Fold[],
  options: TrainOptions,
): Omit<HeldOut, 'method'> {
  const predictions = folds.flatMap(({ train, test }) => [
    ...predict(trainModel(columns, train, options), test),
  ]);
  return { examples: folds.flatMap(({ test }) => test), predictions: Float64Array.from(predictions) };
}
