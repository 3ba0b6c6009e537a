import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitLogistic, predictLogistic } from './fit-logistic.ts';

const matrix = (rows: number[][]) => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

describe('fitLogistic', () => {
  test('finds the odds ratio of a two-by-two table', () => {
    // 30 of 40 lost with the feature, 10 of 40 without: odds 3 and 1/3.
    const rows = [...Array(40).fill([1]), ...Array(40).fill([0])] as number[][];
    const outcomes = Float64Array.from({ length: 80 }, (_, row) => (row < 30 || row >= 70 ? 1 : 0));
    const { intercept, coefficients } = fitLogistic(matrix(rows), outcomes, 1e-6);
    expect(Math.exp(coefficients[0]!)).toBeCloseTo(9, 3);
    expect(Math.exp(intercept)).toBeCloseTo(1 / 3, 4);
  });

  test('says how sure it is: the variance is the sum of the inverse counts of the table', async () => {
    const { invert } = await import('./matrix.ts');
    const rows = [...Array(40).fill([1]), ...Array(40).fill([0])] as number[][];
    const outcomes = Float64Array.from({ length: 80 }, (_, row) => (row < 30 || row >= 70 ? 1 : 0));
    const { curvature } = fitLogistic(matrix(rows), outcomes, 1e-6);
    expect(invert(curvature).values[0]).toBeCloseTo(1 / 30 + 1 / 10 + 1 / 30 + 1 / 10, 4);
  });

  test('ends where the outcomes are told apart completely, thanks to the penalty', () => {
    const rows = Array.from({ length: 20 }, (_, row) => [row < 10 ? -1 : 1]);
    const outcomes = Float64Array.from({ length: 20 }, (_, row) => (row < 10 ? 0 : 1));
    const { coefficients } = fitLogistic(matrix(rows), outcomes, 1);
    expect(coefficients[0]).toBeGreaterThan(1);
    expect(coefficients[0]).toBeLessThan(10);
  });

  test('predicts on the whole as many losses as there were', () => {
    const row = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean());
    fc.assert(
      fc.property(fc.array(row, { minLength: 6, maxLength: 40 }), (drawn) => {
        const rows: [number, boolean][] = [...drawn, [0, true], [0, false]];
        const features = matrix(rows.map(([value]) => [value]));
        const outcomes = Float64Array.from(rows, ([, lost]) => (lost ? 1 : 0));
        const predictions = predictLogistic(features, fitLogistic(features, outcomes, 1));
        const sum = (values: Float64Array) => values.reduce((total, each) => total + each, 0);
        return Math.abs(sum(predictions) - sum(outcomes)) < 1e-4;
      }),
    );
  });

  test('moves coefficients towards nothing as the penalty grows', () => {
    const rows = Array.from({ length: 60 }, (_, row) => [Math.sin(row)]);
    const outcomes = Float64Array.from(rows, ([value = 0], row) => (value + Math.cos(7 * row) > 0 ? 1 : 0));
    const sizes = [0.1, 1, 10, 100, 1000].map((penalty) =>
      Math.abs(fitLogistic(matrix(rows), outcomes, penalty).coefficients[0]!),
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes.at(-1)).toBeLessThan(0.1);
  });
});
