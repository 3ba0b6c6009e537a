import { dayTicks, frameFor, placeZones, scoreTicks, xOf, yOf } from '../chartFrame';

const FRAME = frameFor(640, '2026-11-01', '2026-11-21');

test('days go from left to right and scores from bottom to top', () => {
  expect(['2026-11-01', '2026-11-11', '2026-11-21'].map((day) => xOf(day, FRAME))).toEqual([
    FRAME.left,
    (FRAME.left + FRAME.right) / 2,
    FRAME.right,
  ]);
  expect([0, 50, 100].map((score) => yOf(score, FRAME))).toEqual([
    FRAME.bottom,
    (FRAME.top + FRAME.bottom) / 2,
    FRAME.top,
  ]);
});

test('the day of a period of one day stands in the middle', () => {
  const frame = frameFor(640, '2026-11-22', '2026-11-22');
  expect(xOf('2026-11-22', frame)).toBe((frame.left + frame.right) / 2);
});

describe('the days along the bottom', () => {
  const labels = (from: string, to: string) => dayTicks(frameFor(640, from, to)).map(({ label }) => label);

  test.each([
    ['', '', []],
    ['2026-11-22', '2026-11-22', ['Nov 22']],
    ['2026-11-21', '2026-11-22', ['Nov 21', 'Nov 22']],
  ])('from %p to %p are %p', (from, to, expected) => {
    expect(labels(from, to)).toEqual(expected);
  });

  test.each([
    ['2026-05-26', 'Nov 22'],
    ['2026-05-25', 'Nov 2026'],
  ])('from %s on tell the last one as %s', (from, label) => {
    expect(labels(from, '2026-11-22').at(-1)).toBe(label);
  });

  test.each([240, 320, 640, 1200])('at %d pixels keep their distance', (width) => {
    const positions = dayTicks(frameFor(width, '2025-01-01', '2026-05-15')).map(({ position }) => position);
    const distances = positions.slice(1).map((position, index) => position - (positions[index] ?? 0));
    expect(Math.min(...distances)).toBeGreaterThan(75);
  });
});

test('the scores on the left are the bounds of the zones, which fill the frame without a gap', () => {
  const zones = placeZones(FRAME);
  expect(zones.map(({ label }) => label)).toEqual(['Healthy', 'Watch', 'At risk']);
  expect(zones[0]?.y).toBe(FRAME.top);
  expect(zones.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(FRAME.bottom - FRAME.top, 0);
  const bounds = new Set(zones.flatMap(({ y, height }) => [y, Math.round((y + height) * 10) / 10]));
  expect(new Set(scoreTicks(FRAME).map(({ position }) => position))).toEqual(bounds);
});
