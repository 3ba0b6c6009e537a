import { describe as describePoints, inOrder, summarise, withinRange } from '../csHealthTrendModel';
import type { HealthPoint } from '../csHealthTrendQuery';

const UNKNOWN = { health: null, trend: null, change: null };

function point(day: string, score: number, source: HealthPoint['source'] = 'Calculated'): HealthPoint {
  return { id: `${day}-${source}`, day, score, source, comment: '' };
}

describe('inOrder', () => {
  test('goes by day, and on one day by hand comes after calculated', () => {
    const points = [point('2026-11-02', 1, 'Manual'), point('2026-11-02', 2), point('2026-11-01', 3)];
    expect(inOrder(points).map(({ score }) => score)).toEqual([3, 2, 1]);
  });
});

describe('withinRange', () => {
  const points = [point('2026-08-23', 1), point('2026-08-24', 2), point('2026-11-22', 3)];

  test.each([
    [90, [2, 3]],
    [91, [1, 2, 3]],
    [0, [1, 2, 3]],
  ])('%d days', (days, scores) => {
    expect(withinRange(points, days, '2026-11-22').map(({ score }) => score)).toEqual(scores);
  });
});

describe('summarise', () => {
  test('says what the account says, so that the page does not contradict itself', () => {
    const account = { health: 41, trend: 'Declining', change: -12 };
    expect(summarise(account, [point('2026-11-22', 90)])).toEqual({
      health: '41',
      word: 'Declining',
      change: '-12 in 30 days',
      iconName: 'utility:arrowdown',
    });
  });

  test.each([
    [50, 'Steady'],
    [54, 'Steady'],
    [55, 'Improving'],
    [45, 'Declining'],
  ])('without the account, from 50 to %d over 30 days is %s', (latest, word) => {
    const points = [point('2026-10-23', 50), point('2026-11-10', 99), point('2026-11-22', latest)];
    expect(summarise(UNKNOWN, points)).toMatchObject({ health: String(latest), word });
  });

  test.each([
    ['no scores', []],
    ['one score', [point('2026-11-22', 50)]],
    ['29 days', [point('2026-10-24', 50), point('2026-11-22', 90)]],
    ['only scores by hand', [point('2026-10-01', 50, 'Manual'), point('2026-11-22', 90, 'Manual')]],
  ])('%s are too few for a trend', (_, points) => {
    expect(summarise(UNKNOWN, points)).toMatchObject({ word: 'Too few scores for a trend', change: '' });
  });
});

describe('the description for those who cannot see the chart', () => {
  const summary = { health: '52', word: 'Declining', change: '', iconName: '' };

  test('names span, extremes and latest', () => {
    const points = [point('2026-11-01', 60), point('2026-11-11', 45), point('2026-11-21', 52)];
    expect(describePoints(points, summary)).toBe(
      '3 health scores from Nov 1, 2026 to Nov 21, 2026, lowest 45, highest 60, latest 52. Declining.',
    );
  });

  test.each([
    [[], 'No health scores in this period.'],
    [[point('2026-11-01', 60)], 'One health score: 60 on Nov 1, 2026.'],
  ])('of %p is %s', (points, expected) => {
    expect(describePoints(points, summary)).toBe(expected);
  });
});
