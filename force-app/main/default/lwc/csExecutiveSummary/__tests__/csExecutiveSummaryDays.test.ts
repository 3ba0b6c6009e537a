import { dayChoices, keptDayNear, quarterBefore, trendOf, yearBefore } from '../csExecutiveSummaryDays';
import { totals } from './executive';

const on = (...days: string[]) => days.map((asOf) => totals({ asOf }));

describe('a quarter before', () => {
  test.each([
    ['the nearest to 91 days', ['2026-09-01', '2026-08-24', '2026-08-15'], '2026-08-24'],
    ['80 days at the least', ['2026-09-03'], '2026-09-03'],
    ['100 days at the most', ['2026-08-14'], '2026-08-14'],
    ['nothing nearer or farther', ['2026-09-04', '2026-08-13'], undefined],
  ])('is %s', (_what, days, expected) => {
    expect(quarterBefore(on(...days), '2026-11-22')?.asOf).toBe(expected);
  });
});

describe('the days to choose from', () => {
  test('are all of the last weeks, and of months before the first that has totals', () => {
    const days = on('2026-11-22', '2026-11-21', '2026-10-18', '2026-10-17', '2026-09-15', '2026-09-02');
    expect(dayChoices(days).map(({ value }) => value)).toEqual([
      '2026-11-22',
      '2026-11-21',
      '2026-10-18',
      '2026-10-17',
      '2026-09-02',
    ]);
  });

  test('are none before the first totals', () => {
    expect(dayChoices([])).toEqual([]);
  });
});

test('a trend runs from the oldest day of thirteen months to the day that is shown', () => {
  const days = on('2026-11-22', '2026-11-01', '2025-11-01', '2025-09-01');
  expect(trendOf(days, '2026-11-01').map(({ asOf }) => asOf)).toEqual(['2025-11-01', '2026-11-01']);
});

test.each([
  [['2026-11-01', '2025-11-22', '2025-11-01'], '2025-11-22'],
  [['2025-11-23'], null],
  [['2025-10-08'], '2025-10-08'],
  [['2025-10-07'], null],
])('a year before is told by %j as %s', (kept, expected) => {
  expect(yearBefore(kept, '2026-11-22')).toBe(expected);
});

test('the day to go to is the kept one before, else the first after', () => {
  expect(keptDayNear(['2026-11-01', '2026-10-01'], '2026-11-20')).toBe('2026-11-01');
  expect(keptDayNear(['2026-11-01'], '2026-10-20')).toBe('2026-11-01');
  expect(keptDayNear([], '2026-10-20')).toBeNull();
});
