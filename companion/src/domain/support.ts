import { countDays, daysBetween, type IsoDate } from './dates.ts';
import { known, share, unknown, type Reading } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals, CaseSignal } from './signals.ts';

/** Without any case for this long, support says nothing about an account. */
export const CASE_LOOKBACK_DAYS = 365;

/** Priorities as Salesforce ships them, and what desks add; anything else counts as medium. */
const HIGH_PRIORITIES = new Set(['high', 'critical', 'urgent', 'highest']);
const LOW_PRIORITIES = new Set(['low', 'lowest']);

/**
 * Support: 100, less the points of each open case (by priority, doubled as it ages, more when escalated), and less a
 * little for silence after earlier cases.
 */
export function measureSupport(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): Reading {
  const cases = signals.cases.filter((each) => each.openedOn <= asOf);
  const recent = cases.filter((each) => each.open || daysBetween(each.openedOn, asOf) <= CASE_LOOKBACK_DAYS);
  if (recent.length === 0) return unknown('No case was opened in the last year');

  const open = findOpenCases(signals, asOf);
  if (open.length === 0) {
    const newest = recent.map((each) => each.openedOn).reduce((a, b) => (a > b ? a : b));
    const quiet = daysBetween(newest, asOf);
    const { quietAfterDays, quietPoints } = config.support;
    const lost = quietPoints.value * share(quiet, quietAfterDays.value, CASE_LOOKBACK_DAYS);
    return known(100 - lost, lost > 0 ? `No open case, none opened for ${countDays(quiet)}` : 'No open case');
  }
  const lost = open.map((each) => pointsOf(each, config, asOf)).reduce((sum, points) => sum + points, 0);
  return known(100 - lost, describe(open, asOf), open);
}

/** Open cases, the oldest first. */
export function findOpenCases(signals: AccountSignals, asOf: IsoDate): CaseSignal[] {
  return signals.cases
    .filter((each) => each.open && each.openedOn <= asOf)
    .sort((a, b) => (a.openedOn === b.openedOn ? (a.id < b.id ? -1 : 1) : a.openedOn < b.openedOn ? -1 : 1));
}

/** Open cases, the one that costs most first. */
export function rankOpenCases(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): CaseSignal[] {
  const cost = (each: CaseSignal) => pointsOf(each, config, asOf);
  return findOpenCases(signals, asOf).sort((a, b) => cost(b) - cost(a));
}

function pointsOf(each: CaseSignal, config: ScoringConfig, asOf: IsoDate): number {
  const priority = each.priority?.toLowerCase() ?? '';
  const level = HIGH_PRIORITIES.has(priority) ? 'high' : LOW_PRIORITIES.has(priority) ? 'low' : 'medium';
  const aged = 1 + share(daysBetween(each.openedOn, asOf), 0, config.support.agedAfterDays.value);
  return (
    (config.support.casePoints[level].value + (each.escalated ? config.support.escalatedPoints.value : 0)) *
    aged
  );
}

function describe(open: CaseSignal[], asOf: IsoDate): string {
  const oldest = daysBetween(open[0]?.openedOn ?? asOf, asOf);
  const escalated = open.filter((each) => each.escalated).length;
  const count =
    open.length === 1
      ? `1 open case, ${countDays(oldest)} old`
      : `${open.length} open cases, the oldest ${countDays(oldest)}`;
  return escalated === 0 ? count : `${count}, ${escalated} escalated`;
}
