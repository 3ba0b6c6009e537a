import type { RiskBand } from './band.ts';
import type { Factor } from './factors.ts';
import type { Health } from './health.ts';
import type { RecordRef } from './signals.ts';

/** What one factor adds to the risk, or takes from it. `measure` is null for factors that are not measures. */
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

/** A risk with what it is made of. `score` and `band` are null when no measure is known. */
export interface PlainRisk {
  score: number | null;
  band: RiskBand | null;
  /** Whether the band is kept only because the score has not moved far enough below where it begins. */
  held: boolean;
  /** Where the bands begin for this account, and how far below that one is left again. */
  limits: { watchFrom: number; atRiskFrom: number; betterBy: number };
  health: Health;
  contributions: Contribution[];
  missing: MissingFactor[];
}

/** One change alone that would move the band. */
export interface Counterfactual {
  /** The factor that it works on; null where it is only time that passes. */
  factor: Factor | null;
  /** What a CSM can do herself, what the customer would have to do, or nothing but time. */
  kind: 'action' | 'signal' | 'time';
  text: string;
  score: number;
  band: RiskBand;
}

/** A risk with all that it is made of, and what would move its band. */
export interface RiskScore extends PlainRisk {
  /** The smallest single change that would better the band; null when healthy, or when none is enough. */
  counterfactual: Counterfactual | null;
  /** Other single changes that would better it, the smaller first. */
  alternatives: Counterfactual[];
  /** Where none is enough: what the CSM can do that lowers the score most; null where that is nothing. */
  easing: Counterfactual | null;
  /** Single changes that would make it worse, the smaller first. */
  tipping: Counterfactual[];
}
