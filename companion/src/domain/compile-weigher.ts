import { MEASURES, type Measure } from './factors.ts';
import { share } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';

/** A number for every factor but recovery, null where nothing is known of it. */
export type NumericReadings = Record<Measure | 'momentum' | 'renewal', number | null>;

/** The risk of numeric readings, less what recovery takes off; null without any measure. */
export type Weigher = (readings: NumericReadings, recoveryPoints?: number) => number | null;

/** Which factors are known, as bits in this order, in which their points are added up too. */
const WEIGHED = [...MEASURES, 'momentum', 'renewal'] as const;
const ALL_MEASURES = 2 ** MEASURES.length - 1;

/**
 * Turns a configuration into a plain function over numbers: the sums of `weighRisk` and the rounding of the score,
 * operation for operation, so that it gives the same to the last bit. What the weights are shared out to depends only
 * on which factors are known, and is worked out once for each combination.
 */
export function compileWeigher(config: ScoringConfig): Weigher {
  const noneFrom = config.shortfall.noneFrom.value;
  const fullAt = config.shortfall.fullAt.value;
  const lost = (measure: number) => 100 * share(measure, noneFrom, fullAt);
  const combinations: (number[] | undefined)[] = [];

  return (readings, recoveryPoints = 0) => {
    const { adoption, support, sentiment, engagement, judgement, momentum, renewal } = readings;
    const known =
      (adoption === null ? 0 : 1) |
      (support === null ? 0 : 2) |
      (sentiment === null ? 0 : 4) |
      (engagement === null ? 0 : 8) |
      (judgement === null ? 0 : 16) |
      (momentum === null ? 0 : 32) |
      (renewal === null ? 0 : 64);
    if ((known & ALL_MEASURES) === 0) return null;
    const weights = (combinations[known] ??= shareOut(config, known));
    if (weights.length === 0) return null;
    let gross = 0;
    if (adoption !== null) gross += weights[0]! * lost(adoption);
    if (support !== null) gross += weights[1]! * lost(support);
    if (sentiment !== null) gross += weights[2]! * lost(sentiment);
    if (engagement !== null) gross += weights[3]! * lost(engagement);
    if (judgement !== null) gross += weights[4]! * lost(judgement);
    if (momentum !== null) gross += weights[5]! * momentum;
    if (renewal !== null) gross += weights[6]! * renewal;
    return roundScore(gross, recoveryPoints).score;
  };
}

/** The score of a sum of points; recovery takes off at most what there is, in tenths. */
export function roundScore(gross: number, recoveryPoints: number): { score: number; easedTenths: number } {
  const easedTenths = Math.round(Math.min(recoveryPoints, gross) * 10);
  return { score: Math.max(0, Math.round(gross - easedTenths / 10)), easedTenths };
}

/** What each factor counts when these are known; empty when the known measures have no weight. */
function shareOut({ weights }: ScoringConfig, known: number): number[] {
  const isKnown = (index: number) => (known & (1 << index)) !== 0;
  const sum = (from: number, to: number) =>
    WEIGHED.slice(from, to).reduce(
      (total, factor, index) => (isKnown(from + index) ? total + weights[factor].value : total),
      0,
    );
  const ofMeasures = sum(0, MEASURES.length);
  if (ofMeasures === 0) return [];
  const stretch = (1 - sum(MEASURES.length, WEIGHED.length)) / ofMeasures;
  return WEIGHED.map((factor, index) => weights[factor].value * (index < MEASURES.length ? stretch : 1));
}
