import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from './dates.ts';

describe('days', () => {
  test.each([
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-22', '2026-11-23', 1],
    ['2026-11-23', '2026-11-22', -1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['1969-12-31', '1970-01-02', 2],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  test('stay right when more of them were asked for than are kept', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 60_000 }),
        fc.integer({ min: -9_000, max: 9_000 }),
        (at, by) => {
          const text = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
          expect(addDays(text(at), by)).toBe(text(at + by));
          expect(daysBetween(text(at), text(at + by))).toBe(by);
        },
      ),
      { numRuns: 30_000 },
    );
  });

  test('that are none have no distance and no successor', () => {
    expect(daysBetween('2026-13-01', '2026-03-01')).toBeNaN();
    expect(() => addDays('soon', 1)).toThrow(RangeError);
  });
});
