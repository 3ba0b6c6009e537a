import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { STARTER_CONFIG } from './starter-config.ts';
import { addDays } from './dates.ts';
import { AS_OF, buildSignals, buildUsage, buildUsageDays, WORKED_EXAMPLE } from './testing/build-signals.ts';
import { configOfTier } from './tier-config.ts';
import { measureAdoption } from './adoption.ts';
import { deriveUsageFields } from './usage-fields.ts';
import { readUsageFlags } from './usage-flags.ts';
import type { AccountSignals } from './signals.ts';

const flagsOf = (signals: AccountSignals) =>
  readUsageFlags(signals, configOfTier(STARTER_CONFIG, signals.tier), AS_OF);
/** Weeks of usage, the newest one ending on the day before `AS_OF`. */
const weeks = (users: number[], seats: number | null = 100) =>
  users.map((activeUsers, index) =>
    buildUsage(addDays(AS_OF, -7 * (users.length - index)), {
      periodDays: 7,
      activeUsers,
      licensedSeats: seats,
    }),
  );
const of = (users: number[], known: Partial<AccountSignals> = {}, seats: number | null = 100) =>
  flagsOf(buildSignals({ usage: weeks(users, seats), ...known }));
const repeat = (value: number, times: number) => Array.from({ length: times }, () => value);

describe('low usage', () => {
  test.each([
    ['Strategic', 49, true],
    ['Strategic', 50, false],
    ['Enterprise', 39, true],
    ['Enterprise', 40, false],
    ['Scale', 29, true],
    ['Scale', 30, false],
    [null, 39, true],
  ])('of the tier %s with %i of 100 seats is %s', (tier, users, low) => {
    expect(of(repeat(users, 4), { tier }).low).toBe(low);
  });

  test('is not known without seats, and says so', () => {
    expect(of(repeat(5, 8), {}, null)).toMatchObject({
      low: null,
      down: false,
      reason: 'Seats in use are not known: that takes active users and licensed seats. Usage is as usual.',
    });
  });
});

describe('usage down, by the period', () => {
  test.each([
    ['a steady account', repeat(80, 12), false],
    ['a fall by half for a month', [...repeat(80, 12), ...repeat(40, 4)], true],
    ['one week of holidays', [...repeat(80, 12), 80, 20, 80, 80], false],
    ['a spike in the history', [...repeat(80, 6), 800, ...repeat(80, 9)], false],
    ['a fall within its ups and downs', [40, 120, 60, 140, 50, 130, 70, 110, 60, 60, 70, 65], false],
    ['too little to compare with', [...repeat(80, 2), ...repeat(40, 4)], null],
    ['a single week', [40], null],
  ])('with %s', (_title, users, down) => {
    expect(of(users).down).toBe(down);
  });

  test('leaves out a week that is not over, and months beside weeks', () => {
    const running = buildUsage(addDays(AS_OF, -1), { periodDays: 7, activeUsers: 3, licensedSeats: 100 });
    const months = ['2026-07-01', '2026-08-01'].map((start) =>
      buildUsage(start, { activeUsers: 190, licensedSeats: 200 }),
    );
    const usage = [...weeks(repeat(80, 10)), running, ...months];
    expect(flagsOf(buildSignals({ usage }))).toEqual(of(repeat(80, 10)));
  });

  test('goes by days where there are enough of them', () => {
    const usage = weeks(repeat(80, 16));
    const fallen = buildUsageDays([...repeat(50, 80), ...repeat(20, 14)]);
    expect(flagsOf(buildSignals({ usage, usageDays: fallen }))).toMatchObject({ down: true, change: -0.6 });
    const tooFew = buildUsageDays(repeat(20, 20));
    expect(flagsOf(buildSignals({ usage, usageDays: tooFew }))).toMatchObject({ down: false, change: 0 });
  });
});

describe('what is not known', () => {
  test.each([
    [buildSignals(), null, 'No usage has been recorded.'],
    [
      buildSignals({ usage: [buildUsage('2026-08-01', { activeUsers: 5, licensedSeats: 10 })] }),
      '2026-08-31',
      'The last usage is 83 days old: it says nothing about today.',
    ],
  ])('is null, never false, and says why', (signals, asOf, reason) => {
    const nothing = { low: null, down: null, seatUse: null, ratio: null, change: null, alarm: null };
    expect(flagsOf(signals)).toEqual({ ...nothing, asOf, reason });
    expect(deriveUsageFields(signals, STARTER_CONFIG, AS_OF)).toEqual({
      CS_Seat_Use__c: null,
      CS_Usage_Change__c: null,
      CS_Usage_Reason__c: reason,
      CS_Usage_As_Of__c: asOf,
    });
  });
});

test('the worked example of docs/usage.md: 420 of 1,200 seats, 600 usual', () => {
  expect(flagsOf(WORKED_EXAMPLE)).toEqual({
    low: true,
    down: true,
    seatUse: 0.35,
    ratio: 0.7,
    change: 0.7 - 1,
    asOf: '2026-10-31',
    reason:
      'Low: 35% of seats in use (420 of 1,200), below 40% for Enterprise. ' +
      'Down: usage is 30% below usual, and more than its usual ups and downs.',
    alarm: 'low usage: under 40% for Enterprise; usage down: beyond its usual ups and downs',
  });
  expect(deriveUsageFields(WORKED_EXAMPLE, STARTER_CONFIG, AS_OF)).toMatchObject({
    CS_Low_Usage__c: true,
    CS_Usage_Down__c: true,
    CS_Seat_Use__c: 35,
    CS_Usage_Change__c: -30,
    CS_Usage_As_Of__c: '2026-10-31',
  });
});

test('flags, percentages and reason agree, and fit their fields, whatever is recorded', () => {
  const count = fc.option(fc.nat({ max: 2_000_000 }), { nil: null });
  const period = fc.record({
    id: fc.uuid(),
    periodStart: fc.nat({ max: 200 }).map((days) => addDays(AS_OF, -days)),
    periodDays: fc.integer({ min: 1, max: 92 }),
    activeUsers: count,
    licensedSeats: count,
    logins: count,
    apiCalls: count,
  });
  const days = fc.array(count, { maxLength: 120 }).map((values) => buildUsageDays(values));
  fc.assert(
    fc.property(
      fc.array(period, { maxLength: 20 }),
      fc.option(days, { nil: undefined }),
      (usage, usageDays) => {
        const signals = buildSignals({ usage, ...(usageDays ? { usageDays } : {}) });
        const { low, down, seatUse, change, asOf } = flagsOf(signals);
        expect(low === null).toBe(seatUse === null);
        expect(down === null).toBe(change === null);
        expect(asOf === null || asOf <= AS_OF).toBe(true);
        expect(flagsOf({ ...signals, usage: signals.usage.toReversed() })).toEqual(flagsOf(signals));
        const fields = deriveUsageFields(signals, STARTER_CONFIG, AS_OF);
        expect(String(fields['CS_Usage_Reason__c']).length).toBeLessThanOrEqual(255);
        expect(Number(fields['CS_Seat_Use__c'])).toBeLessThan(10_000);
        expect(Number(fields['CS_Usage_Change__c'])).toBeLessThan(100_000);
      },
    ),
  );
});

test('the risk speaks of the same fall as the flag', () => {
  const { ratio } = flagsOf(WORKED_EXAMPLE);
  expect(ratio).not.toBeNull();
  const adoption = measureAdoption(WORKED_EXAMPLE, STARTER_CONFIG, AS_OF);
  expect(adoption).toMatchObject({
    known: true,
    detail: expect.stringContaining('activity 30% below usual'),
  });
});
