import type { Reasoned } from '../scoring-config.ts';
import {
  brierScore,
  expectedCalibrationError,
  measureReliability,
  type ReliabilityBin,
} from './calibration.ts';
import { describeModel, type ColumnOdds } from './describe-model.ts';
import { findLeaks, measurePower, type ColumnPower } from './factor-power.ts';
import { chooseFolds, predictHeldOut, type HeldOut } from './hold-out.ts';
import { findNoGain, findNoSignal, findThinness } from './judge-evidence.ts';
import { countLost, type LabelTable } from './label-table.ts';
import { topDecileLift } from './lift.ts';
import { observeBands, type BandLimits, type BandOutcome } from './observe-bands.ts';
import { measureAuc, type Auc } from './roc.ts';
import { trainModel, type Model } from './train-model.ts';

/** How good a model is on customers that it has not seen. */
export interface Quality {
  /** How the customers were held out. */
  method: string;
  customers: number;
  lost: number;
  auc: Auc | null;
  brier: number;
  /** What always saying the mean would score. */
  brierOfMean: number;
  calibrationError: number;
  reliability: ReliabilityBin[];
  topDecileLift: number;
}

/** The outcome of a back-test. `reasons` say why it abstains; then there are no weights. */
export interface BackTest {
  customers: number;
  lost: number;
  verdict: 'proposed' | 'abstained';
  reasons: string[];
  warnings: string[];
  quality: Quality | null;
  /** How the rules of today rank the same held-out customers; null where there are none. */
  presentAuc: Auc | null;
  /** Of the rules of today where there are any, else of the model's predictions. */
  bands: BandOutcome[];
  bandsOf: 'score' | 'prediction';
  powers: ColumnPower[];
  odds: ColumnOdds[];
  weights: Record<string, Reasoned<number>> | null;
  seed: number;
}

/** What a back-test is told beside its table. */
export interface BackTestOptions {
  seed: number;
  /** Whether the columns are shortfalls, of which more can only be worse. */
  nonNegative: boolean;
  bands: BandLimits;
  /** Turns the model of all customers into weights with their reasons. */
  propose(model: Model, odds: ColumnOdds[], powers: ColumnPower[]): Record<string, Reasoned<number>>;
  onStep?(step: string): void;
}

/** Tests how well a table foretells its outcomes, and proposes weights, or says why not. Pure: same seed, same result. */
export function backTest(table: LabelTable, options: BackTestOptions): BackTest {
  const { examples, columns } = table;
  const { seed, onStep = () => undefined } = options;
  const counts = { customers: examples.length, lost: countLost(examples) };
  const nothing = {
    ...counts,
    seed,
    warnings: [],
    quality: null,
    presentAuc: null,
    bands: [],
    bandsOf: 'prediction' as const,
    powers: [],
    odds: [],
    weights: null,
  };
  const thin = findThinness(counts);
  if (thin.length > 0) return { ...nothing, verdict: 'abstained', reasons: thin };

  const { folds, method } = chooseFolds(table, seed);
  onStep(`judging ${method}`);
  const heldOut = { ...predictHeldOut(columns, folds, options), method };
  const quality = measureQuality(heldOut);
  const scores = heldOut.examples.map(({ score }) => score);
  const haveScores = scores.every((score) => score !== null);
  const lost = heldOut.examples.map((each) => each.lost);
  const presentAuc = haveScores ? measureAuc(scores, lost) : null;
  const shown = haveScores ? scores : Array.from(heldOut.predictions, (chance) => 100 * chance);
  onStep('measuring what each column tells by itself');
  const powers = measurePower(table, folds, options);
  const reasons = [...findNoSignal(quality.auc), ...findNoGain(quality.auc, presentAuc)];
  const found = {
    ...nothing,
    quality,
    presentAuc,
    bands: observeBands(shown, lost, options.bands),
    bandsOf: haveScores ? ('score' as const) : nothing.bandsOf,
    powers,
    warnings: findLeaks(powers),
  };
  if (reasons.length > 0) return { ...found, verdict: 'abstained', reasons };
  onStep('fitting the proposal to all customers');
  const model = trainModel(columns, examples, options);
  const odds = describeModel(model, examples);
  return { ...found, verdict: 'proposed', reasons, odds, weights: options.propose(model, odds, powers) };
}

function measureQuality({ examples, predictions, method }: HeldOut): Quality {
  const lost = examples.map((each) => each.lost);
  const count = countLost(examples);
  const reliability = measureReliability(predictions, lost);
  return {
    method,
    customers: examples.length,
    lost: count,
    auc: measureAuc(predictions, lost),
    brier: brierScore(predictions, lost),
    brierOfMean: (count / examples.length) * (1 - count / examples.length),
    calibrationError: expectedCalibrationError(reliability),
    reliability,
    topDecileLift: topDecileLift(predictions, lost),
  };
}
