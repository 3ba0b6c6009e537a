import { describe, expect, test } from '@jest/globals';
import { isStale } from './validity.ts';

describe('isStale', () => {
  test.each([
    ['2026-11-22', '2026-11-22', 3, false],
    ['2026-11-19', '2026-11-22', 3, false],
    ['2026-11-18', '2026-11-22', 3, true],
    ['2026-11-18', '2026-11-22', undefined, true],
    ['2026-11-18', '2026-11-22', 10, false],
    [null, '2026-11-22', 3, false],
  ])('an account scored last on %s is on %s, with %s days of validity: %s', (last, today, days, stale) => {
    expect(isStale(last, today, days)).toBe(stale);
  });
});
