import { describe, expect, test } from '@jest/globals';
import { addDays } from '../domain/dates.ts';
import { mondayOf, rollUpWeek } from '../domain/roll-up-week.ts';
import { KEPT_WEEKS, toSnapshot } from './publish-usage.ts';
import { writeFeatures } from './snapshot-usage.ts';
import type { UsageDayRow } from './usage-ports.ts';
import { toUsageSeries } from './usage-series.ts';

const day = (on: string, known: Partial<UsageDayRow> = {}): UsageDayRow => ({
  accountId: '001A',
  day: on,
  activeUsers: null,
  licensedSeats: null,
  logins: null,
  apiCalls: null,
  features: null,
  ...known,
});
const week = (monday: string, days: UsageDayRow[], distinctUsers: number | null = null) =>
  toSnapshot({ accountId: '001A', monday, distinctUsers, licensedSeats: 40, days });

describe('a week for the org', () => {
  const days = [
    day('2026-11-16', { activeUsers: 5, logins: 9, features: { Reports: 2 } }),
    day('2026-11-17', { activeUsers: 7, features: { Reports: 1, Search: 4 } }),
  ];

  test.each([
    ['counts the people of all days', 9, 9],
    ['knows at least those of the busiest day', null, 7],
  ])('%s', (_title, distinct, activeUsers) => {
    expect(week('2026-11-16', days, distinct).fields).toMatchObject({
      CS_Period_Start__c: '2026-11-16',
      CS_Period_Days__c: 7,
      CS_Active_Users__c: activeUsers,
      CS_Licensed_Seats__c: 40,
      CS_Logins__c: 9,
      CS_API_Calls__c: null,
      CS_Features__c: '{"Search":4,"Reports":3}',
    });
  });

  test('says nothing of what no day counts', () => {
    expect(rollUpWeek([day('2026-11-16')], null)).toEqual({
      activeUsers: null,
      logins: null,
      apiCalls: null,
      features: null,
    });
  });

  test('takes the record of the week that many weeks before, and of no other', () => {
    const mondays = Array.from({ length: KEPT_WEEKS + 1 }, (_, index) => addDays('2026-11-16', -7 * index));
    const keys = mondays.map((monday) => week(monday, []).key);
    expect(new Set(keys).size).toBe(KEPT_WEEKS);
    expect(keys.at(-1)).toBe(keys[0]);
  });

  test.each([
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('of %s begins on %s', (on, monday) => {
    expect(mondayOf(on)).toBe(monday);
  });

  test('leaves out the features used least where they do not all fit', () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, index) => [`A long name of feature ${index}`, index]),
    );
    const text = writeFeatures(many);
    expect(text.length).toBeLessThanOrEqual(32_768);
    expect(Object.keys(JSON.parse(text) as object)[0]).toBe('A long name of feature 1999');
  });
});

test('a series takes the measure that most days have, and leaves unknown days unknown', () => {
  const days = [day('2026-11-16', { logins: 3 }), day('2026-11-18', { logins: 4, activeUsers: 2 })];
  expect(toUsageSeries(days)).toEqual({ measure: 'logins', from: '2026-11-16', values: [3, null, 4] });
  expect(toUsageSeries([day('2026-11-16')])).toBeNull();
});
