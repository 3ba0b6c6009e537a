import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addYears,
  dayOf,
  daysBetween,
  isCalendarDay,
  monthEnd,
  monthStart,
} from './calendar-day.ts';

const someDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map(dayOf);

describe('isCalendarDay', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-13-01', false],
    ['2024-04-31', false],
    ['2024-1-1', false],
    ['2024-01-01 10:00:00', false],
    ['', false],
  ])('judges %j as %s', (text, expected) => {
    expect(isCalendarDay(text)).toBe(expected);
  });
});

describe('arithmetic of days', () => {
  test('daysBetween undoes addDays, whatever months, leap years or zones lie between', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  test('a month runs from its first day to the day before the next first', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(monthStart(day) <= day && day <= monthEnd(day)).toBe(true);
        expect(addDays(monthEnd(day), 1)).toBe(monthStart(day, -1));
      }),
    );
  });

  test('counts months back over the turn of a year', () => {
    expect(monthStart('2026-02-15', 3)).toBe('2025-11-01');
  });

  test('an anniversary of 29 February falls on the 28th in a common year', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  test('says what a day looks like when given something else', () => {
    expect(() => addDays('tomorrow', 1)).toThrow('"tomorrow" is not a day; expected YYYY-MM-DD.');
  });
});
