import type { Measure } from './factors.ts';
import type { RollUp } from './family.ts';
import type { Reasoned } from './reasoned.ts';
import type { UsageConfig } from './usage-config.ts';

export type { Reasoned } from './reasoned.ts';

/** Everything about scoring that is a matter of judgement. Data: it is stored with every score made from it. */
export interface ScoringConfig {
  version: string;
  /** Shares of the risk; with `momentum` and `renewal` they add up to 1. */
  weights: Record<Measure | 'momentum' | 'renewal', Reasoned<number>>;
  /** Where the bands begin. One is left for a better one only `2 × margin` points below that. */
  bands: {
    watchFrom: Reasoned<number>;
    atRiskFrom: Reasoned<number>;
    margin: Reasoned<number>;
    /** For how many days a score counts. Not in configurations that were kept before it was asked. */
    validDays?: Reasoned<number>;
  };
  /** Where the shortfall of a measure begins, and where it is complete. */
  shortfall: { noneFrom: Reasoned<number>; fullAt: Reasoned<number> };
  judgementValidDays: Reasoned<number>;
  cadenceDays: { byTier: Record<string, Reasoned<number>>; otherwise: Reasoned<number> };
  adoption: {
    fullUtilisation: Reasoned<number>;
    utilisationShare: Reasoned<number>;
    baselineFloor: Reasoned<number>;
    lowUtilisation: Reasoned<number>;
    downRatio: Reasoned<number>;
    staleAfterDays: Reasoned<number>;
  };
  support: {
    casePoints: Record<'high' | 'medium' | 'low', Reasoned<number>>;
    escalatedPoints: Reasoned<number>;
    agedAfterDays: Reasoned<number>;
    quietAfterDays: Reasoned<number>;
    quietPoints: Reasoned<number>;
  };
  sentiment: { freshDays: Reasoned<number>; expiresAfterDays: Reasoned<number> };
  engagement: {
    atCadence: Reasoned<number>;
    lostAfterCadences: Reasoned<number>;
    scheduledBonus: Reasoned<number>;
  };
  momentum: { fullFall: Reasoned<number>; windowDays: Reasoned<number>; minSpanDays: Reasoned<number> };
  renewal: { farDays: Reasoned<number>; nearDays: Reasoned<number> };
  /** What a playbook under way takes off the risk at most, in points, and when it counts as stalled. */
  recovery: { maxPoints: Reasoned<number>; stallsAfterDays: Reasoned<number> };
  /** Absent in configurations that were kept before usage was compared by the day. */
  usage?: UsageConfig;
  /** `steadyWithin`: points in 30 days. */
  trend: { steadyWithin: Reasoned<number> };
  /** Values of single tiers that differ from the above, by the path of the setting, such as `weights.support`. */
  tiers?: Record<string, Record<string, Reasoned<number>>>;
  /** How accounts roll up their child accounts. Absent while they do not, so that the hash is what it was. */
  rollUp?: Reasoned<RollUp>;
}
