import { expect, test } from '@jest/globals';
import { periodLabel, periodStart } from './date-groups.ts';

test.each([
  ['2026-11-22', 'Day', '2026-11-22', '11/22/2026'],
  ['2026-11-21', 'Week', '2026-11-15', '11/15/2026 - 11/21/2026'],
  ['2026-11-22', 'Week', '2026-11-22', '11/22/2026 - 11/28/2026'],
  ['2026-12-31T23:59:59.000+0000', 'Month', '2026-12-01', 'December 2026'],
  ['2027-01-01', 'Quarter', '2027-01-01', 'Q1 CY2027'],
  ['2026-09-30', 'Quarter', '2026-07-01', 'Q3 CY2026'],
  ['2026-09-30', 'Year', '2026-01-01', '2026'],
] as const)('%s by %s is the period from %s, called %s', (value, granularity, start, label) => {
  expect(periodStart(value, granularity)).toBe(start);
  expect(periodLabel(start, granularity)).toBe(label);
});
