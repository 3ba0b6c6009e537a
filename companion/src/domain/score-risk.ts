import { apportionTenths } from './apportion.ts';
import { nameBand } from './band.ts';
import { compileWeigher, roundScore, type NumericReadings } from './compile-weigher.ts';
import type { IsoDate } from './dates.ts';
import { FACTOR_LABELS, FACTORS } from './factors.ts';
import type { Reading } from './measure.ts';
import { readFactors, type FactorReadings } from './read-factors.ts';
import type { Recovery } from './recovery.ts';
import type { Contribution, MissingFactor, PlainRisk, RiskScore } from './risk-score.ts';
import type { ScoringConfig } from './scoring-config.ts';
import { searchMoves } from './search-moves.ts';
import type { AccountSignals } from './signals.ts';
import { configOfTier } from './tier-config.ts';
import { weighRisk, type Readings } from './weigh-risk.ts';

/**
 * The risk of losing an account, 0–100, higher is worse. Pure: the same signals, configuration and day give the same
 * result, bit for bit. Contributions are in tenths, the largest first, and add up to the score exactly.
 * docs/metrics.md has the formulas with a worked example.
 */
export function scoreRisk(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): RiskScore {
  const own = configOfTier(config, signals.tier);
  const readings = readFactors(signals, own, asOf);
  const plain = weighPlainly(readings, own);
  const weigh = compileWeigher(own);
  const rescore = (changed: AccountSignals, on: IsoDate) => {
    const { factors, recovery } = readFactors(changed, own, on, readings);
    const score = weigh(numbersOf(factors), recovery?.points);
    return { score, band: score === null ? null : nameBand(score, own, plain.band) };
  };
  return { ...plain, ...searchMoves({ signals, config: own, asOf, now: plain }, rescore) };
}

/** The score without the question what would change it. */
function weighPlainly(
  { signals, factors, health, recovery }: FactorReadings,
  config: ScoringConfig,
): PlainRisk {
  const { watchFrom, atRiskFrom, margin } = config.bands;
  const common = {
    limits: { watchFrom: watchFrom.value, atRiskFrom: atRiskFrom.value, betterBy: 2 * margin.value },
    health,
    missing: findMissing(factors, config),
  };
  const weighed = weighRisk(factors, config);
  if (!weighed) return { score: null, band: null, held: false, contributions: [], ...common };
  const { score, contributions } = addUp(weighed, toContribution(recovery, config));
  const band = nameBand(score, config, signals.previousBand);
  return { score, band, held: band !== nameBand(score, config), contributions, ...common };
}

function numbersOf(readings: Readings): NumericReadings {
  const number = (reading: Reading) => (reading.known ? reading.value : null);
  return {
    adoption: number(readings.adoption),
    support: number(readings.support),
    sentiment: number(readings.sentiment),
    engagement: number(readings.engagement),
    judgement: number(readings.judgement),
    momentum: number(readings.momentum),
    renewal: number(readings.renewal),
  };
}

function findMissing(readings: Readings, config: ScoringConfig): MissingFactor[] {
  return FACTORS.flatMap((factor): MissingFactor[] => {
    if (factor === 'recovery') return [];
    const reading = readings[factor];
    if (reading.known) return [];
    const weight = config.weights[factor].value;
    return [{ factor, label: FACTOR_LABELS[factor], weight, reason: reading.reason }];
  });
}

function toContribution(recovery: Recovery | null, config: ScoringConfig): Contribution | null {
  if (!recovery) return null;
  const weight = config.recovery.maxPoints.value / 100;
  return { factor: 'recovery', label: FACTOR_LABELS.recovery, measure: null, weight, ...recovery };
}

/** Rounds the sum to the score, and the parts to tenths of it. Recovery takes off at most what there is. */
function addUp(
  weighed: Contribution[],
  recovery: Contribution | null,
): { score: number; contributions: Contribution[] } {
  const gross = weighed.reduce((sum, { points }) => sum + points, 0);
  const { score, easedTenths } = roundScore(gross, recovery?.points ?? 0);
  const tenths = apportionTenths(
    weighed.map(({ points }) => points),
    score * 10 + easedTenths,
  );
  const eased = recovery ? [{ ...recovery, points: easedTenths === 0 ? 0 : -easedTenths / 10 }] : [];
  const contributions = [
    ...weighed.map((each, index) => ({ ...each, points: tenths[index] ?? 0 })),
    ...eased,
  ];
  contributions.sort((a, b) => b.points - a.points || FACTORS.indexOf(a.factor) - FACTORS.indexOf(b.factor));
  return { score, contributions };
}
