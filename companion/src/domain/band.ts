import type { ScoringConfig } from './scoring-config.ts';

/** The bands, the best first. */
export const BANDS = ['Healthy', 'Watch', 'At Risk'] as const;
export type RiskBand = (typeof BANDS)[number];

/** Reads a band from a field; null for anything that is not one. */
export function readBand(value: unknown): RiskBand | null {
  return BANDS.find((band) => band === value) ?? null;
}

/** Whether one band is worse than another. */
export function isWorse(band: RiskBand, than: RiskBand): boolean {
  return BANDS.indexOf(band) > BANDS.indexOf(than);
}

/**
 * The band of a score. An account gets worse as soon as the score reaches a threshold, so that no alarm comes late,
 * and better only once it lies twice the margin below, so that scores which differ by no more than plus or minus the
 * margin never flap. Without a previous band the thresholds alone decide.
 */
export function nameBand(
  score: number,
  { bands }: ScoringConfig,
  previous: RiskBand | null = null,
): RiskBand {
  const holds = (band: RiskBand) => previous !== null && !isWorse(band, previous);
  const reaches = (band: RiskBand, from: number) =>
    score >= from - (holds(band) ? 2 * bands.margin.value : 0);
  if (reaches('At Risk', bands.atRiskFrom.value)) return 'At Risk';
  return reaches('Watch', bands.watchFrom.value) ? 'Watch' : 'Healthy';
}
