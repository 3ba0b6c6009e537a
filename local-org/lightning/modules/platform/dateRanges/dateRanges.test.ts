import { expect, test } from '@jest/globals';
import { rangeOptions, rangeProblem, withRange } from './dateRanges.ts';

const FILTER = { column: 'A$Due', durationValue: 'CUSTOM', startDate: '2026-01-01', endDate: '2026-03-31' };

test('a range that a report was saved with can be chosen, known by name or not', () => {
  expect(rangeOptions('INTERVAL_CURY').filter(({ value }) => value === 'INTERVAL_CURY')).toEqual([
    { value: 'INTERVAL_CURY', label: 'This year' },
  ]);
  expect(rangeOptions('INTERVAL_AGO2Y').at(-1)).toEqual({ value: 'INTERVAL_AGO2Y', label: 'ago2y' });
});

test('another range takes the days of a custom one away', () => {
  expect(withRange(FILTER, 'INTERVAL_CURY')).toEqual({
    column: 'A$Due',
    durationValue: 'INTERVAL_CURY',
    startDate: null,
    endDate: null,
  });
  expect(withRange(FILTER, 'CUSTOM')).toEqual(FILTER);
});

test.each([
  [FILTER, ''],
  [{ ...FILTER, endDate: null }, ''],
  [{ ...FILTER, endDate: '2025-12-31' }, 'The last day lies before the first.'],
  [{ ...FILTER, durationValue: 'INTERVAL_CURY', endDate: '2025-12-31' }, ''],
])('the range %j has the problem "%s"', (filter, problem) => {
  expect(rangeProblem(filter)).toBe(problem);
});
