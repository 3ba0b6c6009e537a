import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { brierScore, expectedCalibrationError, measureReliability, observeShare } from './calibration.ts';
import { topDecileLift } from './lift.ts';
import { observeBands } from './observe-bands.ts';

describe('the reliability curve', () => {
  test('has ten groups of equal size, in the order of their predictions', () => {
    const predictions = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) / 100);
    const bins = measureReliability(
      predictions,
      predictions.map((chance) => chance >= 0.5),
    );
    expect(bins.map(({ customers }) => customers)).toEqual(Array(10).fill(10));
    expect(bins.map(({ observed }) => observed)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(bins[0]?.predicted).toBeCloseTo(0.045, 12);
  });

  test('shows no error where predictions come true, and the whole where they never do', () => {
    const sure = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
    const right = sure.map((chance) => chance === 1);
    const wrong = right.map((lost) => !lost);
    expect(expectedCalibrationError(measureReliability(sure, right))).toBe(0);
    expect(expectedCalibrationError(measureReliability(sure, wrong))).toBe(1);
    expect([brierScore(sure, right), brierScore(sure, wrong)]).toEqual([0, 1]);
  });

  test('counts every customer once, whatever their number', () => {
    const customers = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
      minLength: 1,
    });
    fc.assert(
      fc.property(customers, (drawn) => {
        const bins = measureReliability(
          drawn.map(([chance]) => chance),
          drawn.map(([, lost]) => lost),
        );
        return bins.reduce((sum, bin) => sum + bin.customers, 0) === drawn.length;
      }),
    );
  });
});

test.each([
  [0, 10, 0, 0, 0.278],
  [5, 10, 0.5, 0.237, 0.763],
  [10, 10, 1, 0.722, 1],
])('%d of %d lost is %d, from %d to %d', (count, of, observed, low, high) => {
  const share = observeShare(count, of);
  expect(share.observed).toBe(observed);
  expect(share.low).toBeCloseTo(low, 3);
  expect(share.high).toBeCloseTo(high, 3);
});

describe('the lift of the top tenth', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => index);

  test.each([
    ['finds all that are lost', (index: number) => index >= 18, 10],
    ['finds none', (index: number) => index < 2, 0],
    ['finds as many as chance', (index: number) => index % 2 === 0, 1],
  ])('%s', (_what, isLost, lift) => {
    expect(topDecileLift(twenty, twenty.map(isLost))).toBeCloseTo(lift, 12);
  });

  test('is that of chance where every prediction is the same', () => {
    expect(
      topDecileLift(
        twenty.map(() => 0.5),
        twenty.map((index) => index < 7),
      ),
    ).toBeCloseTo(1, 12);
  });
});

test('a band holds the scores from its limit on and below the next, and 100', () => {
  const bands = observeBands([0, 39.9, 40, 69.9, 70, 100], [false, true, true, true, false, true], {
    watchFrom: 40,
    atRiskFrom: 70,
  });
  expect(bands.map(({ band, customers, lost }) => [band, customers, lost])).toEqual([
    ['Healthy', 2, 1],
    ['Watch', 2, 2],
    ['At Risk', 2, 1],
  ]);
  expect(observeBands([], [], { watchFrom: 40, atRiskFrom: 70 })[0]).toMatchObject({
    customers: 0,
    observed: null,
  });
});
