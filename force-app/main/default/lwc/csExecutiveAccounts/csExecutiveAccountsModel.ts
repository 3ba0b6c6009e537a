import { allOf, fieldIs, isCustomer } from 'c/csAccountFilter';
import type { AccountFilter } from 'c/csAccountFilter';
import { addDays, countOf, formatDay, formatMoney, formatNumber } from 'c/csFormat';
import {
  MEASURES,
  RENEWAL_DAYS,
  accountsOf,
  addUpGroups,
  earlierOf,
  expectedOf,
  formatMeasure,
  snapshotsOf,
} from 'c/csExecutiveMeasures';
import type { BandGroup, ExpectedShares, MeasureKey, Segment } from 'c/csExecutiveMeasures';
import { RIGHT } from 'c/csExecutiveList';
import type { ListColumn } from 'c/csExecutiveList';
import type { CustomerRow } from './csExecutiveAccountsRead';

/** Which number was opened. */
export interface Selection {
  measure: MeasureKey;
  segment: Segment;
  /** The day that the number is of. */
  asOf: string;
  /** Whether that is the newest day: then accounts are listed as they are. */
  isLatest: boolean;
  /** Whether accounts are kept as they were on that day. */
  isKept: boolean;
  /** The day that tells who was a customer a year before the newest; null where none does. */
  yearAgoDay: string | null;
  /** The day before with accounts, which can be looked at instead; null without one. */
  keptDay: string | null;
  /** The shares that the forecast of the day goes by; null where they are not kept. */
  shares: ExpectedShares | null;
  /** The number itself. */
  counted: number | null;
}

/** Where a list comes from: accounts as they are, as they were that day, or as they were a year before. */
export type Source = 'accounts' | 'snapshots' | 'yearAgo';

type Condition = (asOf: string) => AccountFilter | undefined;

const renewing: Condition = (asOf) => ({
  CS_Renewal_Date__c: { gte: { value: asOf }, lte: { value: addDays(asOf, RENEWAL_DAYS) } },
});
const inBand =
  (band: string): Condition =>
  () =>
    fieldIs('CS_Risk_Band__c', band);
const everyone: Condition = () => undefined;

/** Snapshots have the same fields as accounts, so one condition serves both. */
const CONDITIONS: Readonly<Record<MeasureKey, Condition>> = {
  accounts: everyone,
  arr: everyone,
  health: everyone,
  nps: everyone,
  openAlerts: everyone,
  grr: everyone,
  nrr: everyone,
  arrAtRisk: inBand('At Risk'),
  atRisk: inBand('At Risk'),
  healthy: inBand('Healthy'),
  watch: inBand('Watch'),
  unscored: () => ({ CS_Risk_Band__c: { eq: null } }),
  renewals: renewing,
  forecast: renewing,
};

/** Whether a number is told by what customers paid a year before. */
export const isRetention = (measure: MeasureKey) => measure === 'grr' || measure === 'nrr';

/** Where the accounts behind a number are found; null where they were not kept. */
export function sourceOf({ measure, isLatest, isKept, yearAgoDay }: Selection): Source | null {
  if (isLatest && isRetention(measure)) return yearAgoDay === null ? null : 'yearAgo';
  if (isLatest) return 'accounts';
  return isKept ? 'snapshots' : null;
}

/** The accounts behind a number and their order, as variables. */
export function variablesOf(selection: Selection): Record<string, unknown> | undefined {
  const { measure, segment, asOf, yearAgoDay } = selection;
  const source = sourceOf(selection);
  if (source === null) return undefined;
  if (source === 'accounts') {
    const where = allOf(isCustomer(), accountsOf(segment), CONDITIONS[measure](asOf));
    return { where, orderBy: orderOf(measure, { Name: { order: 'ASC' } }) };
  }
  const byName = { CS_Account__r: { Name: { order: 'ASC' } } };
  if (source === 'yearAgo') {
    const then = { CS_As_Of__c: { eq: { value: yearAgoDay } }, CS_ARR__c: { gt: 0 } };
    return { where: earlierOf(segment, then), orderBy: { CS_ARR__c: { order: 'DESC' }, ...byName } };
  }
  const onDay = { CS_As_Of__c: { eq: { value: asOf } } };
  const who = isRetention(measure)
    ? { CS_ARR_Year_Ago__c: { gt: 0 }, CS_Retained_ARR__c: { ne: null } }
    : allOf(isCustomer(), CONDITIONS[measure](asOf));
  return { where: allOf(onDay, snapshotsOf(segment), who), orderBy: orderOf(measure, byName) };
}

function orderOf(measure: MeasureKey, byName: object): object {
  if (measure === 'health') return { CS_Health__c: { order: 'ASC', nulls: 'LAST' }, ...byName };
  if (measure === 'renewals' || measure === 'forecast') {
    return { CS_Renewal_Date__c: { order: 'ASC' }, ...byName };
  }
  return { CS_ARR__c: { order: 'DESC', nulls: 'LAST' }, ...byName };
}

/** What the accounts come to: the number that the tile should show. Null where it cannot be told. */
export function addUpList(
  { measure, shares }: Pick<Selection, 'measure' | 'shares'>,
  groups: readonly BandGroup[],
  rows: readonly CustomerRow[],
): number | null {
  if (isRetention(measure)) return retentionOf(measure, rows);
  const totals = addUpGroups(groups);
  if (measure === 'health') return totals.health;
  if (measure === 'forecast') return expectedOf(groups, shares);
  return MEASURES[measure].kind === 'money' ? totals.arr : totals.accounts;
}

function retentionOf(measure: MeasureKey, rows: readonly CustomerRow[]): number | null {
  const known = rows.filter(({ arrThen, retained }) => arrThen !== null && retained !== null);
  const cents = (of: (row: CustomerRow) => number | null) =>
    known.reduce((sum, row) => sum + Math.round((of(row) ?? 0) * 100), 0);
  const then = cents(({ arrThen }) => arrThen);
  if (then === 0) return null;
  return (
    Math.round((1000 * cents(measure === 'grr' ? ({ retained }) => retained : ({ arr }) => arr)) / then) / 10
  );
}

/** A column of the list, and what stands in it. */
export interface Column extends ListColumn {
  textOf(row: CustomerRow): string;
}

const money = (value: number | null) => (value === null ? 'Not known' : formatMoney(value));
const day = (value: string | null) => (value === null ? '–' : formatDay(value));
const ARR: Column = { label: 'ARR', className: RIGHT, textOf: ({ arr }) => money(arr) };
const HEALTH: Column = {
  label: 'Health',
  className: RIGHT,
  textOf: ({ health }) => (health === null ? 'Not known' : formatNumber(health)),
};
const RENEWAL: Column = { label: 'Renewal', className: '', textOf: ({ renewal }) => day(renewal) };
const expected = (shares: ExpectedShares | null): Column => ({
  label: 'Expected to stay',
  className: RIGHT,
  textOf: ({ arr, band }) => money(arr === null ? null : expectedOf([{ band, arr }], shares)),
});

/** What is told of each account, beside its name and band. */
export function columnsOf({ measure, shares }: Pick<Selection, 'measure' | 'shares'>): Column[] {
  if (measure === 'forecast') return [HEALTH, ARR, expected(shares), RENEWAL];
  if (!isRetention(measure)) return [HEALTH, ARR, RENEWAL];
  const then: Column = {
    label: 'ARR a year before',
    className: RIGHT,
    textOf: ({ arrThen }) => money(arrThen),
  };
  const kept: Column = {
    label: 'Of that still there',
    className: RIGHT,
    textOf: ({ retained }) => money(retained),
  };
  return [then, { ...ARR, label: 'ARR on the day' }, kept];
}

/** How many accounts there are and what they come to. */
export function sumUp(selection: Selection, shown: number, total: number, sum: number | null): string {
  const accounts =
    shown < total
      ? `${formatNumber(shown)} of ${countOf(total, 'account')} shown`
      : countOf(total, 'account');
  const { label, kind } = MEASURES[selection.measure];
  if (kind === 'count') return `${accounts}.`;
  return `${accounts}. Together: ${formatMeasure({ kind }, sum)} ${label.toLowerCase().replace('arr', 'ARR')}.`;
}

/** Whether the list comes to the number that was opened; true while either is not known. */
export function agrees({ counted }: Selection, sum: number | null): boolean {
  return counted === null || sum === null || Math.abs(counted - sum) < 0.05;
}

/** How the list compares with the number, and why where they differ. */
export function compareWithTotal(selection: Selection, sum: number | null): string {
  const { counted, measure, asOf, isLatest } = selection;
  if (counted === null || sum === null) return '';
  if (agrees(selection, sum)) return `The same as the total of ${formatDay(asOf)}.`;
  const was = `The total of ${formatDay(asOf)} is ${formatMeasure(MEASURES[measure], counted)}.`;
  return isLatest
    ? `${was} Accounts have changed since it was taken, or are not shared with you.`
    : `${was} Some of its accounts are gone since, or are not shared with you.`;
}

/** Why there is no list of a day. */
export function notKeptText({ isLatest }: Selection): string {
  return isLatest
    ? 'Who was a customer a year ago is not kept yet, so there is nothing to list.'
    : 'Accounts are kept as they were on one day of each month; for this day there is no list.';
}

/** Offers the day nearby of which accounts are kept; empty where there is none to offer. */
export function keptDayLabel({ keptDay, isLatest }: Selection): string {
  return keptDay && !isLatest ? `Go to ${formatDay(keptDay)}` : '';
}
