import CsExecutiveTrend from 'c/csExecutiveTrend';
import { find, findAll, render } from 'test/render';
import { HEIGHT, WIDTH, drawLine, lastPoint } from '../csExecutiveTrendModel';

const points = (...given: [day: string, value: number][]) => given.map(([day, value]) => ({ day, value }));

describe('the line of a trend', () => {
  test('lies as far along as its days, from the lowest value at the foot to the highest at the top', () => {
    expect(drawLine(points(['2026-01-01', 10], ['2026-01-02', 20], ['2026-01-05', 30]))).toBe(
      'M4 32L52 18L196 4',
    );
    expect([WIDTH, HEIGHT]).toEqual([200, 36]);
  });

  test('is level where nothing moves, and ends where the newest value lies', () => {
    expect(lastPoint(points(['2026-01-01', 5], ['2026-01-02', 5]))).toEqual({ x: 196, y: 18 });
  });

  test('takes two values', () => {
    expect(drawLine(points(['2026-01-01', 5]))).toBe('');
    expect(lastPoint(points(['2026-01-01', 5]))).toBeNull();
  });
});

test('the drawing says what it shows', async () => {
  const element = await render('c-cs-executive-trend', CsExecutiveTrend, {
    points: points(['2026-01-01', 5], ['2026-01-02', 6]),
    description: 'From 5 to 6.',
  });
  expect(find(element, 'svg').getAttribute('aria-label')).toBe('From 5 to 6.');
  expect(findAll(element, 'circle')).toHaveLength(1);
  await expect(element).toBeAccessible();
});
