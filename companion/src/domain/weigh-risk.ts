import { FACTOR_LABELS, MEASURES, type Measure } from './factors.ts';
import { share, type Reading } from './measure.ts';
import type { Contribution } from './risk-score.ts';
import type { ScoringConfig } from './scoring-config.ts';

/** A reading of every factor but recovery. */
export type Readings = Record<Measure | 'momentum' | 'renewal', Reading>;

/** How much of a measure is lost, 0–100. */
function shortfallOf(measure: number, { shortfall }: ScoringConfig): number {
  return 100 * share(measure, shortfall.noneFrom.value, shortfall.fullAt.value);
}

/**
 * Points by factor, unrounded; null without any measure. Momentum and renewal weigh what the configuration says when
 * known; all the rest of the weight is the measures', shared among those that are known.
 */
export function weighRisk(readings: Readings, config: ScoringConfig): Contribution[] | null {
  const knownWeight = MEASURES.filter((measure) => readings[measure].known).reduce(
    (sum, measure) => sum + config.weights[measure].value,
    0,
  );
  if (knownWeight === 0) return null;
  const extraWeight = (['momentum', 'renewal'] as const)
    .filter((name) => readings[name].known)
    .reduce((sum, name) => sum + config.weights[name].value, 0);
  const stretch = (1 - extraWeight) / knownWeight;

  return [...MEASURES, 'momentum' as const, 'renewal' as const].flatMap((factor): Contribution[] => {
    const reading = readings[factor];
    if (!reading.known) return [];
    const isMeasure = factor !== 'momentum' && factor !== 'renewal';
    const weight = config.weights[factor].value;
    const points = isMeasure ? weight * stretch * shortfallOf(reading.value, config) : weight * reading.value;
    const records = reading.records.map(({ object, id, label }) => ({ object, id, label }));
    const measure = isMeasure ? reading.value : null;
    return [
      { factor, label: FACTOR_LABELS[factor], points, measure, weight, detail: reading.detail, records },
    ];
  });
}
