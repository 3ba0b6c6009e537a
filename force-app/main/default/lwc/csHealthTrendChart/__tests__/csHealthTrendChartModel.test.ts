import {
  dayTicks,
  drawLine,
  geometryFor,
  nearestIndex,
  placeBands,
  placeMarkers,
  scoreTicks,
  visibleMarkers,
} from '../csHealthTrendChartModel';
import type { ChartPoint } from '../csHealthTrendChartModel';

const GEOMETRY = geometryFor(640);

function point(day: string, score: number, source: ChartPoint['source'] = 'Calculated'): ChartPoint {
  return { id: `${day}-${source}`, day, score, source, comment: '' };
}

function daily(count: number): ChartPoint[] {
  const start = Date.UTC(2025, 0, 1);
  return Array.from({ length: count }, (_, index) =>
    point(new Date(start + index * 86_400_000).toISOString().slice(0, 10), index % 101),
  );
}

describe('placeMarkers', () => {
  test('lays days out from left to right and scores from bottom to top', () => {
    const points = [point('2026-11-01', 0), point('2026-11-11', 50), point('2026-11-21', 100)];
    expect(placeMarkers(points, GEOMETRY).map(({ x, y }) => [x, y])).toEqual([
      [GEOMETRY.left, GEOMETRY.bottom],
      [(GEOMETRY.left + GEOMETRY.right) / 2, (GEOMETRY.top + GEOMETRY.bottom) / 2],
      [GEOMETRY.right, GEOMETRY.top],
    ]);
  });

  test.each([
    ['one point', [point('2026-11-22', 50)]],
    ['two on one day', [point('2026-11-22', 50), point('2026-11-22', 40, 'Manual')]],
  ])('%s stands in the middle', (_, points) => {
    const middle = (GEOMETRY.left + GEOMETRY.right) / 2;
    expect(placeMarkers(points, GEOMETRY).map(({ x }) => x)).toEqual(points.map(() => middle));
  });

  test('no points are no markers', () => {
    expect(placeMarkers([], GEOMETRY)).toEqual([]);
  });

  test('what a person set has another shape than what was calculated', () => {
    const [calculated, manual] = placeMarkers(
      [point('2026-11-22', 50), point('2026-11-22', 50, 'Manual')],
      GEOMETRY,
    );
    expect(calculated?.path).not.toBe(manual?.path);
  });

  test('500 points stay inside the frame', () => {
    const markers = placeMarkers(daily(500), GEOMETRY);
    expect(markers).toHaveLength(500);
    expect(markers.every(({ x }) => x >= GEOMETRY.left && x <= GEOMETRY.right)).toBe(true);
    expect(markers.every(({ y }) => y >= GEOMETRY.top && y <= GEOMETRY.bottom)).toBe(true);
  });
});

describe('visibleMarkers', () => {
  test('up to 60 calculated points each have their marker', () => {
    expect(visibleMarkers(placeMarkers(daily(60), GEOMETRY))).toHaveLength(60);
  });

  test('of more, only what a person set is marked', () => {
    const points = [...daily(61), point('2026-01-01', 30, 'Manual')];
    expect(visibleMarkers(placeMarkers(points, GEOMETRY)).map(({ source }) => source)).toEqual(['Manual']);
  });
});

describe('drawLine', () => {
  const lineOf = (points: ChartPoint[]) => drawLine(placeMarkers(points, GEOMETRY));

  test('joins the calculated scores and leaves out what a person set', () => {
    const { known, gaps } = lineOf([
      point('2026-11-01', 50),
      point('2026-11-02', 20, 'Manual'),
      point('2026-11-03', 60),
    ]);
    expect(known.match(/[ML]/g)).toEqual(['M', 'L']);
    expect(gaps).toBe('');
  });

  test.each([
    ['2026-02-15', ''],
    ['2026-02-16', 'ML'],
  ])('from January 1 to %s the line has the gaps %p', (day, expected) => {
    const { gaps } = lineOf([point('2026-01-01', 50), point(day, 60)]);
    expect((gaps.match(/[ML]/g) ?? []).join('')).toBe(expected);
  });

  test('one point is no line', () => {
    expect(lineOf([point('2026-11-01', 50)]).known).not.toContain('L');
    expect(lineOf([])).toEqual({ known: '', gaps: '' });
  });
});

describe('dayTicks', () => {
  const labels = (points: ChartPoint[], width = 640) =>
    dayTicks(points, geometryFor(width)).map(({ label }) => label);

  test('no points have no days', () => {
    expect(labels([])).toEqual([]);
  });

  test('one day is told once', () => {
    expect(labels([point('2026-11-22', 50)])).toEqual(['Nov 22']);
  });

  test('two neighbouring days are told once each', () => {
    expect(labels([point('2026-11-21', 50), point('2026-11-22', 50)])).toEqual(['Nov 21', 'Nov 22']);
  });

  test.each([
    ['2026-05-26', 'Nov 22'],
    ['2026-05-25', 'Nov 2026'],
  ])('from %s on, the last day is told as %s', (first, label) => {
    expect(labels([point(first, 50), point('2026-11-22', 50)]).at(-1)).toBe(label);
  });

  test.each([240, 320, 640, 1200])('at %d pixels the labels keep their distance', (width) => {
    const positions = dayTicks(daily(500), geometryFor(width)).map(({ position }) => position);
    const distances = positions.slice(1).map((position, index) => position - (positions[index] ?? 0));
    expect(Math.min(...distances)).toBeGreaterThan(80);
  });
});

test('the scores on the left are the bounds of the bands', () => {
  const bounds = placeBands(GEOMETRY).flatMap(({ y, height }) => [y, y + height]);
  const positions = scoreTicks(GEOMETRY).map(({ position }) => position);
  expect(new Set(positions)).toEqual(new Set(bounds));
});

test('the bands fill the frame from top to bottom without a gap', () => {
  const bands = placeBands(GEOMETRY);
  expect(bands.map(({ label }) => label)).toEqual(['Good', 'Fair', 'Poor']);
  expect(bands[0]?.y).toBe(GEOMETRY.top);
  expect(bands.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(GEOMETRY.bottom - GEOMETRY.top, 0);
});

test.each([
  [-100, 0],
  [GEOMETRY.left + 1, 0],
  [(GEOMETRY.left + GEOMETRY.right) / 2, 1],
  [10_000, 2],
])('the point nearest to %d is number %d', (x, index) => {
  const points = [point('2026-11-01', 0), point('2026-11-11', 50), point('2026-11-21', 100)];
  expect(nearestIndex(placeMarkers(points, GEOMETRY), x)).toBe(index);
});
