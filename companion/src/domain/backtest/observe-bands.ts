import type { RiskBand } from '../band.ts';
import { observeShare } from './calibration.ts';

/** What became of the customers of a band. Shares of 0–1; `observed` is null where the band is empty. */
export interface BandOutcome {
  band: RiskBand;
  /** The scores of the band, 0–100: from the first, below the second. */
  from: number;
  below: number;
  customers: number;
  lost: number;
  observed: number | null;
  low: number | null;
  high: number | null;
}

/** Where the bands begin, on the scale of 0–100. */
export interface BandLimits {
  watchFrom: number;
  atRiskFrom: number;
}

/** How many customers of each band were lost. */
export function observeBands(
  scores: ArrayLike<number>,
  lost: readonly boolean[],
  { watchFrom, atRiskFrom }: BandLimits,
): BandOutcome[] {
  const limits: [RiskBand, number, number][] = [
    ['Healthy', 0, watchFrom],
    ['Watch', watchFrom, atRiskFrom],
    ['At Risk', atRiskFrom, 100],
  ];
  return limits.map(([band, from, below]) => {
    const isIn = (score: number) => score >= from && (score < below || below === 100);
    const members = lost.filter((_, index) => isIn(scores[index]!));
    const count = members.filter(Boolean).length;
    const nothing = { observed: null, low: null, high: null };
    const outcome = members.length === 0 ? nothing : observeShare(count, members.length);
    return { band, from, below, customers: members.length, lost: count, ...outcome };
  });
}
