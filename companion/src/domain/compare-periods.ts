import { daysBetween, type IsoDate } from './dates.ts';
import { medianOf, spreadOf } from './median.ts';
import type { UsageSignal } from './signals.ts';
import { countSpreads, notComparable, type UsageComparison } from './usage-comparison.ts';
import type { UsageConfig } from './usage-config.ts';
import { BASELINE_DAYS, RECENT_DAYS } from './usage.ts';
import { comparablePeriods, endOf } from './usage-periods.ts';

/** Of one or two periods, the middle is whatever happened. */
const MIN_PERIODS = 3;

/** Active users where they are counted, else logins, else API calls, the latter two by day. */
const MEASURES: ((period: UsageSignal) => number | null)[] = [
  ({ activeUsers }) => activeUsers,
  ({ logins, periodDays }) => (logins === null ? null : logins / Math.max(1, periodDays)),
  ({ apiCalls, periodDays }) => (apiCalls === null ? null : apiCalls / Math.max(1, periodDays)),
];

/** Compares the middle of the newest month with the periods of the quarter before, where usage comes by the period. */
export function comparePeriods(usage: UsageSignal[], config: UsageConfig, asOf: IsoDate): UsageComparison {
  const periods = comparablePeriods(usage, asOf);
  const newest = periods.map(endOf).sort().at(-1);
  if (newest === undefined) return notComparable('nothing has been recorded');
  const age = (period: UsageSignal) => daysBetween(endOf(period), newest);
  const recent = periods.filter((period) => age(period) < RECENT_DAYS);
  const before = periods.filter((period) => age(period) >= RECENT_DAYS && age(period) < BASELINE_DAYS);
  for (const measure of MEASURES) {
    const now = medianOf(recent.map(measure).filter((value) => value !== null));
    const counted = before.filter((period) => measure(period) !== null);
    if (now === null || counted.length === 0) continue;
    const days = counted.reduce((sum, { periodDays }) => sum + Math.max(1, periodDays), 0);
    if (counted.length < MIN_PERIODS || days < config.minHistoryDays.value) {
      return notComparable(`${counted.length} of ${MIN_PERIODS} earlier periods are there to compare with`);
    }
    const values = counted.map((period) => measure(period) ?? 0);
    const usual = medianOf(values) ?? 0;
    if (usual <= 0) continue;
    return {
      known: true,
      ratio: now / usual,
      spreadsBelow: countSpreads(now, usual, spreadOf(values, usual)),
    };
  }
  return notComparable('no earlier period is there to compare with');
}
