import { describe, expect, test } from '@jest/globals';
import { dateLiteralKind, dateLiteralRange } from './date-literals.ts';

/** A Tuesday in the middle of a quarter. */
const TODAY = '2026-02-17';

describe('dateLiteralRange', () => {
  test.each([
    ['TODAY', 0, '2026-02-17', '2026-02-18'],
    ['YESTERDAY', 0, '2026-02-16', '2026-02-17'],
    ['TOMORROW', 0, '2026-02-18', '2026-02-19'],
    ['THIS_WEEK', 0, '2026-02-15', '2026-02-22'],
    ['LAST_WEEK', 0, '2026-02-08', '2026-02-15'],
    ['NEXT_MONTH', 0, '2026-03-01', '2026-04-01'],
    ['LAST_MONTH', 0, '2026-01-01', '2026-02-01'],
    ['THIS_QUARTER', 0, '2026-01-01', '2026-04-01'],
    ['LAST_QUARTER', 0, '2025-10-01', '2026-01-01'],
    ['NEXT_FISCAL_YEAR', 0, '2027-01-01', '2028-01-01'],
    ['LAST_90_DAYS', 0, '2025-11-19', '2026-02-18'],
    ['NEXT_90_DAYS', 0, '2026-02-18', '2026-05-19'],
    ['LAST_N_DAYS', 1, '2026-02-16', '2026-02-18'],
    ['NEXT_N_DAYS', 2, '2026-02-18', '2026-02-20'],
    ['N_DAYS_AGO', 7, '2026-02-10', '2026-02-11'],
    ['LAST_N_WEEKS', 2, '2026-02-01', '2026-02-15'],
    ['NEXT_N_MONTHS', 3, '2026-03-01', '2026-06-01'],
    ['LAST_N_QUARTERS', 1, '2025-10-01', '2026-01-01'],
    ['N_MONTHS_AGO', 2, '2025-12-01', '2026-01-01'],
    ['LAST_N_YEARS', 2, '2024-01-01', '2026-01-01'],
  ])('%s with n = %i runs from %s to before %s', (name, n, start, end) => {
    expect(dateLiteralRange(name, n, TODAY)).toEqual({ start, end });
  });

  test('begins THIS_WEEK on Sunday itself', () => {
    expect(dateLiteralRange('THIS_WEEK', 0, '2026-02-15')).toEqual({
      start: '2026-02-15',
      end: '2026-02-22',
    });
  });

  test('refuses a word that is no date literal', () => {
    expect(dateLiteralKind('LAST_DECADE')).toBeUndefined();
    expect(() => dateLiteralRange('LAST_DECADE', 0, TODAY)).toThrow(RangeError);
  });
});
