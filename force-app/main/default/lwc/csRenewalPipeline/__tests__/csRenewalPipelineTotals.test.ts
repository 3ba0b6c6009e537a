import { later, months, nextDays, overdue, unscheduled } from '../csRenewalPipelinePeriods';
import { clip, totalsOf } from '../csRenewalPipelineTotals';
import { readGroups } from '../csRenewalPipelineTotalsQuery';
import { TODAY, groupOf, totalsData } from './renewals';

const GROUPS = [
  groupOf('2026-11-22', { arr: 1 }),
  groupOf('2026-12-05', { arr: 10, band: 'At Risk', accounts: 2 }),
  groupOf('2027-02-20', { arr: 100 }),
  groupOf('2027-02-21', { arr: 1_000, band: null }),
  groupOf(null, { part: 'overdue', arr: 10_000, band: 'At Risk' }),
  groupOf(null, { part: 'later', arr: 100_000 }),
  groupOf(null, { part: 'unscheduled', arr: 1_000_000, band: 'Watch' }),
];
const [november, december, , february] = months(TODAY);

describe('totalsOf', () => {
  test.each([
    ['the next 90 days, both ends included', nextDays(TODAY), 111],
    ['the rest of this month', november, 1],
    ['a month', february, 1_100],
    ['what is overdue', overdue(TODAY), 10_000],
    ['what comes later', later(TODAY), 100_000],
    ['what has no date', unscheduled(), 1_000_000],
  ])('adds up %s', (_, period, arr) => {
    expect(totalsOf(GROUPS, period!).arr).toBe(arr);
  });

  test('counts accounts, not groups, and tells the ARR of those at risk', () => {
    expect(totalsOf(GROUPS, december!)).toEqual({ accounts: 2, arr: 10, arrAtRisk: 10 });
  });

  test.each([
    ['', 1_100],
    ['Healthy', 100],
    ['none', 1_000],
    ['At Risk', 0],
  ])('of the band %p', (band, arr) => {
    expect(totalsOf(GROUPS, february!, band).arr).toBe(arr);
  });

  test('months, what is overdue, later and without a date add up to everything, once', () => {
    const all = [...months(TODAY), overdue(TODAY), later(TODAY), unscheduled()];
    const sum = all.reduce((total, period) => total + totalsOf(GROUPS, period).arr, 0);
    expect(sum).toBe(GROUPS.reduce((total, { arr }) => total + arr, 0));
  });
});

describe('clip', () => {
  test('a month counts only as far as the period that is looked at', () => {
    expect(clip(february!, nextDays(TODAY))).toMatchObject({ from: '2027-02-01', to: '2027-02-20' });
    expect(totalsOf(GROUPS, clip(february!, nextDays(TODAY))).arr).toBe(100);
  });

  test('a month within it, and what is no month, stay as they are', () => {
    expect(clip(december!, nextDays(TODAY))).toEqual(december);
    expect(clip(overdue(TODAY), nextDays(TODAY))).toEqual(overdue(TODAY));
  });
});

describe('readGroups', () => {
  test('reads what the org summed up, and takes no sum for nothing', () => {
    const data = totalsData(GROUPS);
    const node = data.uiapi.aggregate.later.edges[0]!.node;
    node.aggregate.CS_ARR__c = { sum: { value: null } };
    const groups = readGroups(data);
    expect(groups).toHaveLength(GROUPS.length);
    expect(groups).toContainEqual(groupOf('2026-12-05', { arr: 10, band: 'At Risk', accounts: 2 }));
    expect(groups).toContainEqual(groupOf(null, { part: 'later', arr: 0 }));
  });
});
