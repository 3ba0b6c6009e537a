import { lastAllowedDay, problemOf } from '../csTouchpointFormModel';

const LIMITS = { today: '2026-11-22', maxDaysAhead: 30 };

describe('problemOf', () => {
  test.each([[''], ['2026-11-22'], ['2026-12-22']])('%p may be planned', (day) => {
    expect(problemOf(day, LIMITS)).toBe('');
  });

  test.each([
    ['2026-11-21', 'This day is over. Pick today or a later day.'],
    ['2026-12-23', 'This is too far away. Pick a day up to Dec 22, 2026.'],
    ['20261122', 'Pick a day that exists.'],
    ['2027-02-29', 'Pick a day that exists.'],
  ])('%s may not: %s', (day, problem) => {
    expect(problemOf(day, LIMITS)).toBe(problem);
  });

  test('the last allowed day is the limit counted from today', () => {
    expect(lastAllowedDay(LIMITS)).toBe('2026-12-22');
  });
});
