import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitRobustLine, type SeriesPoint } from './robust-line.ts';

const series = (...values: number[]): SeriesPoint[] => values.map((y, x) => ({ x, y }));
const fit = (points: SeriesPoint[]) => {
  const line = fitRobustLine(points);
  if (!line) throw new Error('No line fits');
  return line;
};

describe('the robust line', () => {
  test.each([
    ['no point', []],
    ['two points', series(1, 2)],
    ['three points at one place', [1, 2, 3].map((y) => ({ x: 0, y }))],
  ])('of %s is none', (_what, points) => {
    expect(fitRobustLine(points)).toBeNull();
  });

  test('of points on a line is that line, and the more points the surer', () => {
    expect(fit(series(10, 12, 14))).toMatchObject({ slope: 2, low: 2, high: 2 });
    const confidences = [3, 4, 5, 8].map((n) => fit(series(...Array(n).keys())).confidence * 100);
    expect(confidences.map(Math.floor)).toEqual([70, 91, 97, 99]);
  });

  test('takes the median of the slopes between all pairs', () => {
    // Slopes: 1/1, 5/2, 6/3, 4/1, 5/2, 1/1.
    expect(fit(series(0, 1, 5, 6)).slope).toBe(2.25);
  });

  test('of what does not move is level, and nothing speaks for a direction', () => {
    expect(fit(series(7, 7, 7, 7))).toEqual({ slope: 0, low: 0, high: 0, confidence: expect.closeTo(0) });
  });

  // Of the ten slopes −5, −3.5, six times −2, −0.5 and 1, five points leave one out at either end (91.7 %, exactly).
  test('bounds the slope by the slopes of the allowed ranks', () => {
    expect(fit(series(10, 8, 9, 4, 2))).toMatchObject({ slope: -2, low: -3.5, high: -0.5 });
  });
});

describe('what holds for every series', () => {
  const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 26 });

  test('the order of the points does not matter', () => {
    fc.assert(
      fc.property(
        values.chain((each) =>
          fc.tuple(
            fc.constant(series(...each)),
            fc.shuffledSubarray(series(...each), { minLength: each.length }),
          ),
        ),
        ([inOrder, shuffled]) => expect(fit(shuffled)).toEqual(fit(inOrder)),
      ),
    );
  });

  test('a constant added to every point changes neither slope, bounds nor confidence', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -100, max: 100 }), (each, shift) =>
        expect(fit(series(...each.map((y) => y + shift)))).toEqual(fit(series(...each))),
      ),
    );
  });

  test('turned upside down it runs the other way, as surely', () => {
    fc.assert(
      fc.property(values, (each) => {
        const line = fit(series(...each));
        const turned = fit(series(...each.map((y) => 100 - y)));
        expect(turned.slope).toBeCloseTo(-line.slope, 10);
        expect(turned.confidence).toBe(line.confidence);
      }),
    );
  });

  test('the slope lies within its bounds, and the confidence within 0 and 1', () => {
    fc.assert(
      fc.property(values, (each) => {
        const { slope, low, high, confidence } = fit(series(...each));
        expect(low).toBeLessThanOrEqual(slope);
        expect(high).toBeGreaterThanOrEqual(slope);
        expect(confidence).toBeGreaterThanOrEqual(-1e-6);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('one outlier, however far off, never turns a falling series of five or more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 26 }),
        fc.integer({ min: 1, max: 10 }),
        fc.nat(),
        fc.integer({ min: -1000, max: 1000 }),
        (length, fall, at, outlier) => {
          const points = Array.from({ length }, (_, x) => ({ x, y: 100 - fall * x }));
          points[at % length] = { x: at % length, y: outlier };
          expect(fit(points).slope).toBeLessThan(0);
        },
      ),
    );
  });
});
