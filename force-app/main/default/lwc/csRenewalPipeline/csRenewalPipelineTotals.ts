import type { Period } from './csRenewalPipelinePeriods';
import { bandOf } from './csRenewalPipelineBands';
import type { RenewalGroup } from './csRenewalPipelineTotalsQuery';

/** The band whose ARR is at risk. */
export const AT_RISK = 'At Risk';

/** Sums over the accounts that renew in a period. */
export interface Totals {
  accounts: number;
  arr: number;
  arrAtRisk: number;
}

/**
 * The totals of a period: the one place where they are computed.
 *
 * @param band only the accounts of this risk band, or those without one; empty for all
 */
export function totalsOf(groups: readonly RenewalGroup[], period: Period, band = ''): Totals {
  return groups
    .filter((group) => isWithin(group, period) && (band === '' || bandOf(group) === band))
    .reduce<Totals>(
      (sum, group) => ({
        accounts: sum.accounts + group.accounts,
        arr: sum.arr + group.arr,
        arrAtRisk: sum.arrAtRisk + (group.band === AT_RISK ? group.arr : 0),
      }),
      { accounts: 0, arr: 0, arrAtRisk: 0 },
    );
}

/** The part of a month that belongs to the period that is looked at; any other period as it is. */
export function clip(period: Period, { from, to }: Period): Period {
  if (period.kind !== 'month') return period;
  return { ...period, from: latest(period.from, from), to: earliest(period.to, to) };
}

function latest(...days: (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

function earliest(...days: (string | undefined)[]): string | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}

function isWithin({ part, day }: RenewalGroup, { kind, from = '', to }: Period): boolean {
  if (kind === 'next' || kind === 'month') {
    return part === 'upcoming' && day !== null && day >= from && (to === undefined || day <= to);
  }
  return part === kind;
}
