import { canonicalJson } from './canonical-json.ts';
import type { IsoDate } from './dates.ts';
import { findChanges, type Change } from './find-changes.ts';
import type { HealthTrend } from './health-trend.ts';
import { calculatedBandOf, explainOverride, type ExplainedOverride } from './override.ts';
import type { RiskScore } from './risk-score.ts';
import type { AccountSignals } from './signals.ts';

/** With what a score was made. `recordId` is null for values that are not from the org. */
export interface ConfigRef {
  version: string;
  hash: string;
  recordId: string | null;
  /** For how many days a score counts. Absent in configurations that were kept before it was one of their values. */
  validDays?: number;
}

/**
 * The JSON of `Account.CS_Risk_Explanation__c`, version 1: what the pages read. `band` is what is shown: the one set by
 * hand while that holds. All that is said of contributions, changes and moves is of the calculated one.
 */
export interface Explanation extends RiskScore {
  v: 1;
  /** The last score that was another one; null while there was none. */
  previous: { score: number | null; band: RiskScore['band']; scoredAt: string } | null;
  scoredAt: string;
  asOf: IsoDate;
  config: ConfigRef;
  /** What moved from `previous` to the score, when it became what it is. */
  changes: Change[];
  trend: HealthTrend;
  /** The band set by hand, beside the calculated one. Absent while none holds. */
  override?: ExplainedOverride;
}

/** The score before, with the signals it was made from. */
export interface Past {
  explanation: Explanation;
  signals: AccountSignals;
  /** The present signals under the configuration of then, where that was another one. */
  byOldConfig: RiskScore | null;
}

/**
 * Builds the explanation of a score against the one before it. While the score stays what it was, so does what is said
 * of how it came about: a day on which nothing happened does not wipe out what did.
 */
export function explain(
  risk: RiskScore,
  trend: HealthTrend,
  signals: AccountSignals,
  when: { scoredAt: string; asOf: IsoDate },
  config: ConfigRef,
  past: Past | null,
): Explanation {
  const override = explainOverride(signals, risk.band, when.asOf);
  return {
    v: 1,
    score: risk.score,
    band: override?.band ?? risk.band,
    held: risk.held,
    limits: risk.limits,
    ...findHistory(risk, signals, when.asOf, past),
    scoredAt: when.scoredAt,
    asOf: when.asOf,
    config,
    health: risk.health,
    trend,
    contributions: risk.contributions,
    missing: risk.missing,
    counterfactual: risk.counterfactual,
    alternatives: risk.alternatives,
    easing: risk.easing,
    tipping: risk.tipping,
    ...(override ? { override } : {}),
  };
}

function findHistory(
  risk: RiskScore,
  signals: AccountSignals,
  asOf: IsoDate,
  past: Past | null,
): Pick<Explanation, 'previous' | 'changes'> {
  if (!past) return { previous: null, changes: [] };
  const { explanation: before, byOldConfig } = past;
  const band = calculatedBandOf(before);
  if (before.score === risk.score && band === risk.band) {
    return { previous: before.previous, changes: before.changes };
  }
  const { score, scoredAt } = before;
  return {
    previous: { score, band, scoredAt },
    changes: findChanges({ risk: before, signals: past.signals }, { risk, signals }, asOf, byOldConfig),
  };
}

/** Whether two explanations say the same, whenever they were made. */
export function sayTheSame(a: Explanation, b: Explanation): boolean {
  const outcome = ({
    scoredAt: _at,
    asOf: _asOf,
    previous: _previous,
    changes: _changes,
    ...rest
  }: Explanation) => rest;
  return canonicalJson(outcome(a)) === canonicalJson(outcome(b));
}
