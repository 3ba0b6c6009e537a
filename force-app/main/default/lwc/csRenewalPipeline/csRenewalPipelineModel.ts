import { countOf, daysBetween, formatDay, formatMoney, formatMoneyShort, formatNumber } from 'c/csFormat';
import type { RenewalRow, RenewalSection } from 'c/csRenewalPipelineTable';
import type { RenewalTile } from 'c/csRenewalPipelineTiles';
import type { ChartBand, ChartRow } from 'c/csRenewalPipelineChart';
import { bandLabel, bandsIn } from './csRenewalPipelineBands';
import type { Renewal } from './csRenewalPipelineListQuery';
import { later, months, nextDays, overdue, periodOf, unscheduled } from './csRenewalPipelinePeriods';
import type { Period } from './csRenewalPipelinePeriods';
import { clip, totalsOf } from './csRenewalPipelineTotals';
import type { Totals } from './csRenewalPipelineTotals';
import type { RenewalGroup } from './csRenewalPipelineTotalsQuery';

/** A renewal this near has to be on its way. */
const SOON_DAYS = 30;

/** All periods that can be looked at. */
export function periodsOn(today: string): Period[] {
  return [nextDays(today), overdue(today), unscheduled(), ...months(today), later(today)];
}

/** Totals in one line: `3 accounts · ARR $2,140,000 · $640,000 at risk`. */
export function describeTotals({ accounts, arr, arrAtRisk }: Totals): string {
  return `${countOf(accounts, 'account')} · ARR ${formatMoney(arr)} · ${formatMoney(arrAtRisk)} at risk`;
}

/** What comes next, and what stands in none of the months: overdue, without a date, and later than all of them. */
export function viewTiles(groups: readonly RenewalGroup[], band: string, today: string): RenewalTile[] {
  return [nextDays(today), overdue(today), unscheduled(), later(today)].map((period) => {
    const { accounts, arr, arrAtRisk } = totalsOf(groups, period, band);
    return {
      key: period.key,
      label: period.label,
      arr: formatMoneyShort(arr),
      detail: `${countOf(accounts, 'account')}, ${formatMoneyShort(arrAtRisk)} at risk`,
      needsAttention: period.kind === 'overdue' && accounts > 0,
    };
  });
}

/** A bar for each month, each band a part of it; lengths against the longest bar. */
export function viewChart(groups: readonly RenewalGroup[], today: string): ChartRow[] {
  const periods = months(today);
  const longest = Math.max(1, ...periods.map((period) => totalsOf(groups, period).arr));
  const bands = bandsIn(groups);
  return periods.map((period) => {
    const totals = totalsOf(groups, period);
    return {
      key: period.key,
      label: period.label,
      arr: formatMoneyShort(totals.arr),
      arrAtRisk: totals.arrAtRisk > 0 ? formatMoneyShort(totals.arrAtRisk) : '–',
      description: `${period.label}: ${describeTotals(totals)}`,
      parts: bands
        .map((band) => ({ band, totals: totalsOf(groups, period, band) }))
        .filter((part) => part.totals.arr > 0)
        .map(({ band, totals: { accounts, arr } }) => ({
          band,
          share: arr / longest,
          description: `${period.label}, ${bandLabel(band)}: ${countOf(accounts, 'account')}, ARR ${formatMoney(arr)}`,
        })),
    };
  });
}

/** The bands of all renewals, the worst first. */
export function viewBands(groups: readonly RenewalGroup[]): ChartBand[] {
  return bandsIn(groups).map((band) => ({ band, label: bandLabel(band) }));
}

/** The renewals that were read, by month, each month with the totals of all its renewals, read or not. */
export function viewSections(
  renewals: readonly Renewal[],
  groups: readonly RenewalGroup[],
  shown: { period: Period; band: string; today: string; selectedIds?: readonly string[] },
): RenewalSection[] {
  const selected = new Set(shown.selectedIds);
  const sections = new Map<string, RenewalSection>();
  for (const renewal of renewals) {
    const period = periodOf(renewal.renewal, shown.today);
    const section = sections.get(period.key) ?? {
      key: period.key,
      heading: period.label,
      totals: describeTotals(totalsOf(groups, clip(period, shown.period), shown.band)),
      rows: [],
    };
    section.rows.push(viewRow(renewal, shown.today, selected));
    sections.set(period.key, section);
  }
  return [...sections.values()];
}

function viewRow(renewal: Renewal, today: string, selected: ReadonlySet<string>): RenewalRow {
  const { renewal: day, last, planned, opportunity } = renewal;
  return {
    id: renewal.id,
    name: renewal.name,
    csm: renewal.csm,
    tier: renewal.tier ?? '–',
    arr: renewal.arr === null ? '–' : formatMoney(renewal.arr),
    health: renewal.health === null ? '–' : formatNumber(renewal.health),
    trend: renewal.trend ?? '',
    band: renewal.band,
    renewal: day ? formatDay(day) : 'No date',
    left: day ? describeLeft(daysBetween(today, day)) : '',
    leftClass: day ? leftClass(daysBetween(today, day)) : '',
    last: last ? formatDay(last) : 'None on record',
    planned: planned && planned >= today ? `Next: ${formatDay(planned)}` : 'Nothing planned',
    playbook: renewal.playbook,
    opportunityId: opportunity?.id ?? '',
    opportunityName: opportunity?.name ?? '',
    isSelected: selected.has(renewal.id),
    selectLabel: `Select ${renewal.name}`,
  };
}

function describeLeft(days: number): string {
  if (days === 0) return 'today';
  return days > 0 ? `in ${countOf(days, 'day')}` : `${countOf(-days, 'day')} overdue`;
}

function leftClass(days: number): string {
  if (days < 0) return 'slds-text-color_error';
  return days <= SOON_DAYS ? 'slds-text-title_bold' : 'slds-text-color_weak';
}
