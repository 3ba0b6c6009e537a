import { encode, learnEncoding, type ColumnEncoding } from './encode-columns.ts';
import { fitLogistic, predictLogistic, type LogisticFit } from './fit-logistic.ts';
import { countLost, type Column, type Example } from './label-table.ts';
import { splitStratified } from './split-folds.ts';

/** From hardly any penalty to one that leaves little but the mean. */
const PENALTIES = [0.3, 1, 3, 10, 30, 100];
const INNER_FOLDS = 3;

/** A model with what it needs to read a customer. */
export interface Model {
  encoding: ColumnEncoding[];
  fit: LogisticFit;
  penalty: number;
}

/** How a model is made. */
export interface TrainOptions {
  seed: number;
  /**
   * Whether more of a number can only mean more risk, in a straight line, as with the shortfalls of the measures. One
   * that the examples say the opposite of is left out.
   */
  nonNegative: boolean;
  /** The penalty; the one that predicts best within the examples themselves unless given. */
  penalty?: number;
}

/** Fits a model. */
export function trainModel(
  columns: readonly Column[],
  examples: readonly Example[],
  options: TrainOptions,
): Model {
  const penalty = options.penalty ?? choosePenalty(columns, examples, options);
  return fitModel(columns, examples, penalty, options);
}

/** The probability of loss of each example. */
export function predict({ encoding, fit }: Model, examples: readonly Example[]): Float64Array {
  return predictLogistic(encode(encoding, examples), fit);
}

function choosePenalty(
  columns: readonly Column[],
  examples: readonly Example[],
  { seed, nonNegative }: TrainOptions,
): number {
  const losses = PENALTIES.map(() => 0);
  for (const { train, test } of splitStratified(examples, INNER_FOLDS, seed)) {
    if (countLost(train) === 0 || countLost(train) === train.length) continue;
    const encoding = learnEncoding(columns, train, nonNegative);
    const [seen, unseen] = [encode(encoding, train), encode(encoding, test)];
    PENALTIES.forEach((penalty, index) => {
      losses[index]! += logLoss(predictLogistic(unseen, fitLogistic(seen, outcomesOf(train), penalty)), test);
    });
  }
  return PENALTIES[losses.indexOf(Math.min(...losses))] ?? 1;
}

const outcomesOf = (examples: readonly Example[]) =>
  Float64Array.from(examples, ({ lost }) => (lost ? 1 : 0));

function fitModel(
  columns: readonly Column[],
  examples: readonly Example[],
  penalty: number,
  { nonNegative }: TrainOptions,
): Model {
  let encoding = learnEncoding(columns, examples, nonNegative);
  for (;;) {
    const fit = fitLogistic(encode(encoding, examples), outcomesOf(examples), penalty);
    const flat = encoding.flatMap(({ features }) => features);
    const wrong = flat.filter(({ kind }, index) => kind === 'value' && fit.coefficients[index]! < 0);
    if (!nonNegative || wrong.length === 0) return { encoding, fit, penalty };
    encoding = encoding.map((each) => ({
      ...each,
      features: each.features.filter((feature) => !wrong.includes(feature)),
    }));
  }
}

function logLoss(predictions: Float64Array, examples: readonly Example[]): number {
  return examples.reduce((sum, { lost }, index) => {
    const chance = Math.min(1 - 1e-12, Math.max(1e-12, predictions[index]!));
    return sum - Math.log(lost ? chance : 1 - chance);
  }, 0);
}
