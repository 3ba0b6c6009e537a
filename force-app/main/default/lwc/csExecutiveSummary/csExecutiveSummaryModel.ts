import { MEASURES } from 'c/csExecutiveMeasures';
import type { MeasureKey, Scope, Segment, Totals } from 'c/csExecutiveMeasures';
import type { Selection } from 'c/csExecutiveAccounts';
import type { CsmLoad } from 'c/csExecutiveLoad';
import type { SplitPart } from 'c/csExecutiveSplit';
import { HEALTH_STRETCHES } from './csExecutiveSummaryDay';
import type { HealthCounts } from './csExecutiveSummaryDay';
import { keptDayNear, yearBefore } from './csExecutiveSummaryDays';
import type { SegmentKey } from './csExecutiveSummaryTotals';

type Option = { label: string; value: string };

const SCOPE_LABELS: Readonly<Record<Scope, string>> = {
  All: 'All customers',
  Tier: 'By tier',
  CSM: 'By CSM',
  Industry: 'By industry',
  Region: 'By region',
};

/** The kinds of segments that there are totals of. */
export function scopeOptions(segments: readonly SegmentKey[]): Option[] {
  const known = new Set(segments.map(({ scope }) => scope));
  return (Object.keys(SCOPE_LABELS) as Scope[])
    .filter((scope) => scope === 'All' || known.has(scope))
    .map((scope) => ({ label: SCOPE_LABELS[scope], value: scope }));
}

/** The segments of one kind, by name; a CSM who is not seen is told apart from others by no name. */
export function segmentOptions(
  segments: readonly SegmentKey[],
  scope: Scope,
  names: ReadonlyMap<string, string>,
): Option[] {
  return segments
    .filter((segment) => segment.scope === scope)
    .map(({ value }) => ({
      value,
      label: scope === 'CSM' ? (names.get(value) ?? 'A user you cannot see') : value,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Customers by risk band. */
export function viewBands({ healthy, watch, atRisk, unscored }: Totals): SplitPart[] {
  const parts: SplitPart[] = [
    { key: 'healthy', label: 'Healthy', count: healthy, measure: 'healthy', tone: 'success' },
    { key: 'watch', label: 'Watch', count: watch, measure: 'watch', tone: 'warning' },
    { key: 'atRisk', label: 'At Risk', count: atRisk, measure: 'atRisk', tone: 'error' },
  ];
  if (unscored > 0) {
    parts.push({ key: 'unscored', label: 'No score', count: unscored, measure: 'unscored', tone: 'neutral' });
  }
  return parts;
}

/** Customers by health. */
export function viewHealth(counts: HealthCounts): SplitPart[] {
  return HEALTH_STRETCHES.map(({ key, label }) => ({ key, label, count: counts[key], tone: 'brand' }));
}

/** What is shown, as far as the list behind a number needs it. */
export interface Shown {
  totals: Totals;
  segment: Segment;
  isLatest: boolean;
  keptDays: readonly string[];
  csms: readonly CsmLoad[];
}

/** The list behind a number; with `csmId` that of the accounts of one CSM. */
export function select(measure: MeasureKey, csmId: string | undefined, shown: Shown): Selection {
  const { totals, isLatest, keptDays } = shown;
  const { asOf } = totals;
  const csm = shown.csms.find((each) => each.csmId === csmId);
  return {
    measure,
    segment: csm ? { scope: 'CSM', value: csm.csmId, label: csm.name } : shown.segment,
    asOf,
    isLatest,
    isKept: keptDays.includes(asOf),
    yearAgoDay: yearBefore(keptDays, asOf),
    keptDay: keptDayNear(keptDays, asOf),
    shares: totals.shares,
    counted: csm ? csm.accounts : MEASURES[measure].valueOf(totals),
  };
}
