import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addYears } from '../dates/calendar-day.ts';
import { readContract, type Subscription } from './contract.ts';

const TODAY = '2026-11-22';
const running = (start: string, arr: number): Subscription => ({ start, end: null, arr });

describe('readContract', () => {
  test.each<[string, Subscription[], number]>([
    ['nothing', [], 0],
    ['what runs', [running('2025-01-01', 100), running('2026-01-01', 50)], 150],
    ['what ends tomorrow', [{ start: '2025-01-01', end: '2026-11-23', arr: 100 }], 100],
    ['not what ends today', [{ start: '2025-01-01', end: TODAY, arr: 100 }], 0],
    ['what starts today', [running(TODAY, 100)], 100],
    ['not what starts tomorrow', [running('2026-11-23', 100)], 0],
  ])('counts %s', (_, subscriptions, arr) => {
    expect(readContract(subscriptions, TODAY).arr).toBe(arr);
  });

  test.each<[string, Subscription[], string | null]>([
    [
      'the next anniversary of the largest',
      [running('2025-03-01', 10), running('2025-06-01', 90)],
      '2027-06-01',
    ],
    ['the sooner of two alike', [running('2025-06-01', 90), running('2025-03-01', 90)], '2027-03-01'],
    ['today, when the anniversary is today', [running('2024-11-22', 10)], TODAY],
    ['a year on, for what starts today', [running(TODAY, 10)], '2027-11-22'],
    ['28 February, after a leap day', [running('2024-02-29', 10)], '2027-02-28'],
    ['nothing, when only a trial runs', [running('2026-10-01', 0)], null],
    ['nothing, when all have ended', [{ start: '2025-01-01', end: '2026-01-01', arr: 100 }], null],
  ])('renews on %s', (_, subscriptions, renewalDate) => {
    expect(readContract(subscriptions, TODAY).renewalDate).toBe(renewalDate);
  });

  test('a trial alone is a running contract, one that has ended is none', () => {
    expect(readContract([running('2026-10-01', 0)], TODAY).running).toBe(true);
    expect(readContract([{ start: '2025-01-01', end: '2026-01-01', arr: 9 }], TODAY).running).toBe(false);
  });

  test('renews between today and a year from today, however old the subscription', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (age) => {
        const { renewalDate } = readContract([running(addDays(TODAY, -age), 10)], TODAY);
        expect(renewalDate! >= TODAY && renewalDate! <= addYears(TODAY, 1)).toBe(true);
      }),
    );
  });
});
