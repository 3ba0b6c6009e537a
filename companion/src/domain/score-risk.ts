import { measureAdoption } from './adoption.ts';
import { apportionTenths } from './apportion.ts';
import { findCounterfactual, type Counterfactual } from './counterfactual.ts';
import type { IsoDate } from './dates.ts';
import { measureEngagement } from './engagement.ts';
import { FACTOR_LABELS, FACTORS, MEASURES, type Factor, type Measure } from './factors.ts';
import { readHealth, type Health } from './health.ts';
import { measureJudgement } from './judgement.ts';
import { share, type Reading } from './measure.ts';
import { readMomentum } from './momentum.ts';
import { readRenewal } from './renewal.ts';
import type { ScoringConfig } from './scoring-config.ts';
import { measureSentiment } from './sentiment.ts';
import type { AccountSignals, RecordRef } from './signals.ts';
import { measureSupport } from './support.ts';

export type RiskBand = 'Healthy' | 'Watch' | 'At Risk';

/** What one factor adds to the risk. `measure` is null for factors that are not measures. */
export interface Contribution {
  factor: Factor;
  label: string;
  points: number;
  measure: number | null;
  weight: number;
  detail: string;
  records: RecordRef[];
}

/** A factor that nothing is known of; its weight is shared out among the measures. */
export interface MissingFactor {
  factor: Factor;
  label: string;
  weight: number;
  reason: string;
}

/** A risk with all that it is made of. `score` and `band` are null when no measure is known. */
export interface RiskScore {
  score: number | null;
  band: RiskBand | null;
  health: Health;
  contributions: Contribution[];
  missing: MissingFactor[];
  counterfactual: Counterfactual | null;
}

/**
 * The risk of losing an account, 0–100, higher is worse. Pure: the same signals, configuration and day give the same
 * result, bit for bit. Contributions are in tenths, the largest first, and add up to the score exactly.
 * docs/metrics.md has the formulas with a worked example.
 */
export function scoreRisk(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): RiskScore {
  const plain = scorePlainly(signals, config, asOf);
  const rescore = (changed: AccountSignals) => scorePlainly(changed, config, asOf);
  return { ...plain, counterfactual: findCounterfactual(signals, plain, asOf, rescore) };
}

/** The score without the question what would change it. */
function scorePlainly(
  signals: AccountSignals,
  config: ScoringConfig,
  asOf: IsoDate,
): Omit<RiskScore, 'counterfactual'> {
  const measures: Record<Measure, Reading> = {
    adoption: measureAdoption(signals, config, asOf),
    support: measureSupport(signals, config, asOf),
    sentiment: measureSentiment(signals, config, asOf),
    engagement: measureEngagement(signals, config, asOf),
    judgement: measureJudgement(signals, config, asOf),
  };
  const health = readHealth(signals, measures, config, asOf);
  const extras = {
    momentum: readMomentum(signals, health.value, config, asOf),
    renewal: readRenewal(signals, config, asOf),
  };
  const readings = { ...measures, ...extras };
  const missing = FACTORS.flatMap((factor): MissingFactor[] => {
    if (factor === 'recovery') return [];
    const reading = readings[factor];
    if (reading.known) return [];
    return [
      { factor, label: FACTOR_LABELS[factor], weight: config.weights[factor].value, reason: reading.reason },
    ];
  });
  const raw = weigh(measures, extras, config);
  if (!raw) return { score: null, band: null, health, contributions: [], missing };

  const score = Math.round(raw.reduce((sum, { points }) => sum + points, 0));
  const tenths = apportionTenths(
    raw.map(({ points }) => points),
    score,
  );
  const contributions = raw
    .map((each, index) => ({ ...each, points: tenths[index] ?? 0 }))
    .sort((a, b) => b.points - a.points || FACTORS.indexOf(a.factor) - FACTORS.indexOf(b.factor));
  return { score, band: nameBand(score, config), health, contributions, missing };
}

/** How much of a measure is lost, 0–100. */
function shortfallOf(measure: number, { shortfall }: ScoringConfig): number {
  return 100 * share(measure, shortfall.noneFrom.value, shortfall.fullAt.value);
}

/** The band that a score falls in. */
export function nameBand(score: number, config: ScoringConfig): RiskBand {
  if (score >= config.bands.atRiskFrom.value) return 'At Risk';
  return score >= config.bands.watchFrom.value ? 'Watch' : 'Healthy';
}

/**
 * Points by factor, unrounded; null without any measure. Momentum and renewal weigh what the configuration says when
 * known; all the rest of the weight is the measures', shared among those that are known.
 */
function weigh(
  measures: Record<Measure, Reading>,
  extras: Record<'momentum' | 'renewal', Reading>,
  config: ScoringConfig,
): Contribution[] | null {
  const knownMeasures = MEASURES.filter((measure) => measures[measure].known);
  const knownWeight = knownMeasures.reduce((sum, measure) => sum + config.weights[measure].value, 0);
  if (knownWeight === 0) return null;
  const extraNames = (['momentum', 'renewal'] as const).filter((name) => extras[name].known);
  const extraWeight = extraNames.reduce((sum, name) => sum + config.weights[name].value, 0);
  const stretch = (1 - extraWeight) / knownWeight;

  const contribution = (
    factor: Measure | 'momentum' | 'renewal',
    reading: Reading,
    points: number,
  ): Contribution[] =>
    reading.known
      ? [
          {
            factor,
            label: FACTOR_LABELS[factor],
            points,
            measure: factor === 'momentum' || factor === 'renewal' ? null : reading.value,
            weight: config.weights[factor].value,
            detail: reading.detail,
            records: reading.records.map(({ object, id, label }) => ({ object, id, label })),
          },
        ]
      : [];
  const valueOf = (reading: Reading) => (reading.known ? reading.value : 0);
  return [
    ...knownMeasures.flatMap((name) =>
      contribution(
        name,
        measures[name],
        config.weights[name].value * stretch * shortfallOf(valueOf(measures[name]), config),
      ),
    ),
    ...extraNames.flatMap((name) =>
      contribution(name, extras[name], config.weights[name].value * valueOf(extras[name])),
    ),
  ];
}
