import { compareDays } from './compare-days.ts';
import { comparePeriods } from './compare-periods.ts';
import { countDays, daysBetween, type IsoDate } from './dates.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals } from './signals.ts';
import { isUsageDown, type UsageComparison } from './usage-comparison.ts';
import { STARTER_USAGE } from './usage-config.ts';
import { readUsage, type UsageReading } from './usage.ts';

/** What usage says of an account, and why. Null where it cannot be told, so that nothing is claimed. */
export interface UsageFlags {
  /** Whether few of the licensed seats are in use. */
  low: boolean | null;
  /** Whether usage fell well below what is usual for the account. */
  down: boolean | null;
  /** Active users ÷ licensed seats. */
  seatUse: number | null;
  /** Recent ÷ usual: 1 is as usual. */
  ratio: number | null;
  /** The same less 1: −0.3 is a fall by 30 %. */
  change: number | null;
  /** The last day that usage tells of; null where there is none. */
  asOf: IsoDate | null;
  /** Why the flags stand as they do, for a reader. */
  reason: string;
  /** What is behind the flags that are raised, for the explanation of the risk; null where none is. */
  alarm: string | null;
}

/** The flags of an account, by the configuration of its tier. */
export function readUsageFlags(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): UsageFlags {
  const usage = readUsage(signals.usage, asOf, config.usage !== undefined);
  if (!usage) return nothing(null, 'No usage has been recorded.');
  const age = daysBetween(usage.lastDay, asOf);
  if (age > config.adoption.staleAfterDays.value) {
    return nothing(usage.lastDay, `The last usage is ${countDays(age)} old: it says nothing about today.`);
  }
  const { low, down, comparison, alarm } = judgeUsage(usage, signals, config, asOf);
  return {
    low,
    down,
    seatUse: usage.utilisation,
    ratio: comparison.known ? comparison.ratio : null,
    change: comparison.known ? comparison.ratio - 1 : null,
    asOf: usage.lastDay,
    reason: `${tellSeats(usage, low, signals.tier, config)}. ${tellTrend(comparison, down, config)}.`,
    alarm,
  };
}

/** What raises the flags of an account whose usage is recent. */
export function judgeUsage(
  { utilisation }: UsageReading,
  signals: AccountSignals,
  config: ScoringConfig,
  asOf: IsoDate,
): Pick<UsageFlags, 'low' | 'down' | 'alarm'> & { comparison: UsageComparison } {
  const comparison = compareWithUsual(signals, config, asOf);
  const low = utilisation === null ? null : utilisation < config.adoption.lowUtilisation.value;
  const down = isUsageDown(comparison, config);
  const raised = [
    ...(low ? [`low usage: under ${leastSeats(signals.tier, config)}`] : []),
    ...(down ? ['usage down: beyond its usual ups and downs'] : []),
  ];
  return { low, down, comparison, alarm: raised.join('; ') || null };
}

/** By the day where the companion counts days, unless too few of them: then by the periods in the org. */
export function compareWithUsual(
  { usageDays, usage }: AccountSignals,
  config: ScoringConfig,
  asOf: IsoDate,
): UsageComparison {
  const limits = config.usage ?? STARTER_USAGE;
  const byDay = usageDays ? compareDays(usageDays, limits, asOf) : null;
  if (byDay?.known) return byDay;
  const byPeriod = comparePeriods(usage, limits, asOf);
  return byPeriod.known ? byPeriod : (byDay ?? byPeriod);
}

function nothing(asOf: IsoDate | null, reason: string): UsageFlags {
  return { low: null, down: null, seatUse: null, ratio: null, change: null, asOf, reason, alarm: null };
}

function tellSeats(
  { utilisation, activeUsers, seats }: UsageReading,
  low: boolean | null,
  tier: string | null,
  config: ScoringConfig,
): string {
  if (utilisation === null) return 'Seats in use are not known: that takes active users and licensed seats';
  const inUse = `${percent(utilisation)} of seats in use (${count(activeUsers ?? 0)} of ${count(seats ?? 0)})`;
  const least = leastSeats(tier, config);
  return low ? `Low: ${inUse}, below ${least}` : `${inUse}, at or above ${least}`;
}

const leastSeats = (tier: string | null, { adoption }: ScoringConfig) =>
  `${percent(adoption.lowUtilisation.value)}${tier === null ? '' : ` for ${tier}`}`;

function tellTrend(comparison: UsageComparison, down: boolean | null, { adoption }: ScoringConfig): string {
  if (!comparison.known) return `Whether usage fell cannot be told: ${comparison.reason}`;
  const { ratio } = comparison;
  const change = Math.round(100 * (ratio - 1));
  const than = change === 0 ? 'as usual' : `${Math.abs(change)}% ${change < 0 ? 'below' : 'above'} usual`;
  if (down) return `Down: usage is ${than}, and more than its usual ups and downs`;
  if (ratio < adoption.downRatio.value) return `Usage is ${than}, within its usual ups and downs`;
  return `Usage is ${than}`;
}

/** In tenths at most, as the field beside it. */
const percent = (share: number) => `${Math.round(1000 * share) / 10}%`;

// Kept: making a formatter costs more than scoring an account.
const COUNTS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const count = (value: number) => COUNTS.format(Math.round(value));
