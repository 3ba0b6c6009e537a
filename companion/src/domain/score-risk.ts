import { measureAdoption } from './adoption.ts';
import { apportionTenths } from './apportion.ts';
import { nameBand } from './band.ts';
import type { IsoDate } from './dates.ts';
import { measureEngagement } from './engagement.ts';
import { FACTOR_LABELS, FACTORS } from './factors.ts';
import { readHealth } from './health.ts';
import { measureJudgement } from './judgement.ts';
import { readMomentum } from './momentum.ts';
import { readRecovery } from './recovery.ts';
import { readRenewal } from './renewal.ts';
import type { Contribution, MissingFactor, PlainRisk, RiskScore } from './risk-score.ts';
import type { ScoringConfig } from './scoring-config.ts';
import { searchMoves } from './search-moves.ts';
import { measureSentiment } from './sentiment.ts';
import type { AccountSignals } from './signals.ts';
import { measureSupport } from './support.ts';
import { configOfTier } from './tier-config.ts';
import { weighRisk, type Readings } from './weigh-risk.ts';

/**
 * The risk of losing an account, 0–100, higher is worse. Pure: the same signals, configuration and day give the same
 * result, bit for bit. Contributions are in tenths, the largest first, and add up to the score exactly.
 * docs/metrics.md has the formulas with a worked example.
 */
export function scoreRisk(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): RiskScore {
  const own = configOfTier(config, signals.tier);
  const plain = scorePlainly(signals, own, asOf);
  const rescore = (changed: AccountSignals, on: IsoDate) =>
    scorePlainly({ ...changed, previousBand: plain.band }, own, on);
  return { ...plain, ...searchMoves({ signals, config: own, asOf, now: plain }, rescore) };
}

/** The score without the question what would change it. */
function scorePlainly(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): PlainRisk {
  const measures = {
    adoption: measureAdoption(signals, config, asOf),
    support: measureSupport(signals, config, asOf),
    sentiment: measureSentiment(signals, config, asOf),
    engagement: measureEngagement(signals, config, asOf),
    judgement: measureJudgement(signals, config, asOf),
  };
  const health = readHealth(signals, measures, config, asOf);
  const readings: Readings = {
    ...measures,
    momentum: readMomentum(signals, health.value, config, asOf),
    renewal: readRenewal(signals, config, asOf),
  };
  const { watchFrom, atRiskFrom, margin } = config.bands;
  const common = {
    limits: { watchFrom: watchFrom.value, atRiskFrom: atRiskFrom.value, betterBy: 2 * margin.value },
    health,
    missing: findMissing(readings, config),
  };
  const weighed = weighRisk(readings, config);
  if (!weighed) return { score: null, band: null, held: false, contributions: [], ...common };
  const { score, contributions } = addUp(weighed, recoveryOf(signals, config, asOf));
  const band = nameBand(score, config, signals.previousBand);
  return { score, band, held: band !== nameBand(score, config), contributions, ...common };
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

function recoveryOf(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): Contribution | null {
  const recovery = readRecovery(signals, config, asOf);
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
  const easedTenths = Math.round(Math.min(recovery?.points ?? 0, gross) * 10);
  const score = Math.max(0, Math.round(gross - easedTenths / 10));
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
