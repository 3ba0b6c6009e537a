import { canonicalJson } from './canonical-json.ts';
import type { IsoDate } from './dates.ts';
import { FACTOR_LABELS, FACTORS, type Factor } from './factors.ts';
import type { HealthTrend } from './health-trend.ts';
import type { RiskScore } from './score-risk.ts';

/** A factor that moved since the previous score, in points of risk. */
export interface Change {
  factor: Factor;
  label: string;
  delta: number;
}

/** The JSON of `Account.CS_Risk_Explanation__c`, version 1: what the pages read. */
export interface Explanation extends RiskScore {
  v: 1;
  previous: { score: number | null; band: RiskScore['band']; scoredAt: string } | null;
  scoredAt: string;
  asOf: IsoDate;
  config: { version: string; hash: string };
  changes: Change[];
  trend: HealthTrend;
}

/** Builds the explanation of a score against the one before it. */
export function explain(
  risk: RiskScore,
  trend: HealthTrend,
  when: { scoredAt: string; asOf: IsoDate },
  config: { version: string; hash: string },
  before: Explanation | null,
): Explanation {
  return {
    v: 1,
    score: risk.score,
    band: risk.band,
    previous: before ? { score: before.score, band: before.band, scoredAt: before.scoredAt } : null,
    scoredAt: when.scoredAt,
    asOf: when.asOf,
    config,
    health: risk.health,
    trend,
    contributions: risk.contributions,
    missing: risk.missing,
    changes: before ? compareContributions(risk, before) : [],
    counterfactual: risk.counterfactual,
  };
}

/** What moved, the biggest first; a factor that appeared or vanished counts from or to 0. */
function compareContributions(now: RiskScore, before: RiskScore): Change[] {
  const points = (risk: RiskScore, factor: Factor) =>
    risk.contributions.find((each) => each.factor === factor)?.points ?? 0;
  return FACTORS.map((factor) => ({
    factor,
    label: FACTOR_LABELS[factor],
    delta: Math.round((points(now, factor) - points(before, factor)) * 10) / 10,
  }))
    .filter(({ delta }) => delta !== 0)
    .sort(
      (a, b) =>
        Math.abs(b.delta) - Math.abs(a.delta) || FACTORS.indexOf(a.factor) - FACTORS.indexOf(b.factor),
    );
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
