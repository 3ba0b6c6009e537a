import { countDays, daysBetween, type IsoDate } from './dates.ts';
import { known, share, unknown, type Reading } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals, UsageSignal } from './signals.ts';
import { judgeUsage } from './usage-flags.ts';
import { endOf } from './usage-periods.ts';
import { readUsage } from './usage.ts';

/**
 * Adoption: seats in use, and activity against the account's own baseline.
 * Utilisation rises straight from 0 to 100 at `fullUtilisation`; the baseline from 0 at `baselineFloor` to 100 at 1.
 */
export function measureAdoption(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): Reading {
  const usage = readUsage(signals.usage, asOf, config.usage !== undefined);
  if (!usage) return unknown('No usage has been recorded');
  const age = daysBetween(usage.lastDay, asOf);
  if (age > config.adoption.staleAfterDays.value) return unknown(`The last usage is ${countDays(age)} old`);
  const records = [
    { object: 'CS_Usage_Snapshot__c', id: usage.newestId, label: `Usage to ${usage.lastDay}` },
  ];

  const seats =
    usage.utilisation === null
      ? null
      : 100 * share(usage.utilisation, 0, config.adoption.fullUtilisation.value);
  // One comparison for the score, the flag and the page. Months are compared where it takes more history, and by
  // configurations from before it.
  const judged = config.usage === undefined ? null : judgeUsage(usage, signals, config, asOf);
  const ratio = judged?.comparison.known ? judged.comparison.ratio : usage.ratio;
  const trend = ratio === null ? null : 100 * share(ratio, config.adoption.baselineFloor.value, 1);
  const seatsText =
    usage.utilisation === null
      ? null
      : `${count(usage.activeUsers ?? 0)} of ${count(usage.seats ?? 0)} seats in use`;
  const trendText = ratio === null ? null : describeRatio(ratio);

  const alarm = judged?.alarm ?? null;
  const withAlarm = (detail: string) => (alarm === null ? detail : `${detail} (${alarm})`);
  if (seats !== null && trend !== null) {
    const part = config.adoption.utilisationShare.value;
    const detail = `${seatsText}, activity ${trendText}`;
    return known(part * seats + (1 - part) * trend, withAlarm(detail), records);
  }
  if (seats !== null) return known(seats, withAlarm(seatsText ?? ''), records);
  if (trend !== null) return known(trend, withAlarm(`Usage ${trendText}`), records);
  return unknown('Usage has neither seats nor earlier periods to compare with');
}

/** The day on which the last of some periods ends; null of none. */
export function findUsageEnd(usage: readonly UsageSignal[]): IsoDate | null {
  return usage.reduce<IsoDate | null>((last, period) => {
    const end = endOf(period);
    return last === null || end > last ? end : last;
  }, null);
}

/**
 * Whether what periods of usage said on one day they still say on a later one: all of them are over, and not old yet.
 * Days of usage move with the day.
 *
 * @param usageEnd when the last period ends
 */
export function saysTheSame(
  { usageDays }: AccountSignals,
  usageEnd: IsoDate | null,
  { adoption }: ScoringConfig,
  [from, to]: [from: IsoDate, to: IsoDate],
): boolean {
  if (usageDays || usageEnd === null || usageEnd >= from || to < from) return false;
  return daysBetween(usageEnd, to) <= adoption.staleAfterDays.value;
}

// Kept: making a formatter costs more than scoring an account.
const COUNTS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const count = (value: number) => COUNTS.format(Math.round(value));

function describeRatio(ratio: number): string {
  const percent = Math.round((ratio - 1) * 100);
  if (percent === 0) return 'as usual';
  return percent < 0 ? `${-percent}% below usual` : `${percent}% above usual`;
}
