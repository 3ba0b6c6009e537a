import { daysBetween, type IsoDate } from './dates.ts';
import { known, share, unknown, type Reading } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals, RecordRef } from './signals.ts';

/** Over how many days momentum is stated. */
const MONTH_DAYS = 30;

/** Health day by day up to a day, oldest first; of one day the last score counts. */
function history(signals: AccountSignals, asOf: IsoDate): { id: string; on: IsoDate; score: number }[] {
  const days = new Map<IsoDate, { on: IsoDate; score: number; at: string; id: string }>();
  for (const { on, score, createdAt, id } of signals.healthScores) {
    const seen = days.get(on);
    if (on >= asOf || (seen && (seen.at > createdAt || (seen.at === createdAt && seen.id > id)))) continue;
    days.set(on, { on, score, at: createdAt, id });
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Health lost in 30 days, by the straight line through the last quarter; 0 when rising. As a reading of risk: 100 is worst. */
export function readMomentum(
  signals: AccountSignals,
  health: number | null,
  config: ScoringConfig,
  asOf: IsoDate,
): Reading {
  const { fullFall, windowDays, minSpanDays } = config.momentum;
  const past = history(signals, asOf).filter(({ on }) => daysBetween(on, asOf) <= windowDays.value);
  const first = past[0];
  if (health === null || !first || daysBetween(first.on, asOf) < minSpanDays.value) {
    return unknown(
      `No health score from ${minSpanDays.value} to ${windowDays.value} days ago to compare with`,
    );
  }
  const points = [...past, { on: asOf, score: health }].map(({ on, score }) => ({
    x: -daysBetween(on, asOf),
    y: score,
  }));
  const slope = slopeOf(points) * MONTH_DAYS;
  const rounded = Math.round(slope);
  const detail =
    rounded === 0
      ? 'Health is steady'
      : `Health ${rounded < 0 ? 'falls' : 'rises'} by ${Math.abs(rounded)} in 30 days`;
  return known(100 * share(-slope, 0, fullFall.value), detail, linkEnds(past));
}

/** The first and the last of the scores that the line goes through. */
function linkEnds(past: { id: string; on: IsoDate; score: number }[]): RecordRef[] {
  return past
    .filter((_, index) => index === 0 || index === past.length - 1)
    .map(({ id, on, score }) => ({ object: 'CS_Health_Score__c', id, label: `Health ${score} on ${on}` }));
}

/** Least squares. */
function slopeOf(points: { x: number; y: number }[]): number {
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
}
