import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { measureAuc } from './roc.ts';

describe('measureAuc', () => {
  test.each([
    ['all lost ones above', [0.1, 0.2, 0.8, 0.9], [false, false, true, true], 1],
    ['all lost ones below', [0.9, 0.8, 0.1, 0.2], [false, false, true, true], 0],
    ['all alike', [0.5, 0.5, 0.5, 0.5], [false, true, false, true], 0.5],
    ['three of four pairs', [0.1, 0.4, 0.35, 0.8], [false, false, true, true], 0.75],
    ['a tie counts half', [0.3, 0.3, 0.7], [false, true, true], 0.75],
  ])('%s', (_what, predictions, lost, auc) => {
    expect(measureAuc(predictions, lost)?.value).toBeCloseTo(auc, 12);
  });

  test('is not told where every customer ended alike', () => {
    expect(measureAuc([1, 2, 3], [true, true, true])).toBeNull();
  });

  const customers = fc.array(fc.tuple(fc.nat(6), fc.boolean()), { minLength: 2, maxLength: 30 });

  test('is the share of pairs ranked rightly, however many ties there are', () => {
    fc.assert(
      fc.property(customers, (drawn) => {
        const auc = measureAuc(
          drawn.map(([value]) => value),
          drawn.map(([, lost]) => lost),
        );
        const pairs = drawn
          .filter(([, lost]) => lost)
          .flatMap(([high]) => drawn.filter(([, lost]) => !lost).map(([low]) => Math.sign(high - low)));
        const right = pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0) / pairs.length;
        return pairs.length === 0 ? auc === null : Math.abs((auc?.value ?? -1) - right) < 1e-9;
      }),
    );
  });

  test('has an interval around it that narrows as customers are added', () => {
    const widths = [1, 4, 16].map((times) => {
      const drawn = Array.from({ length: 40 * times }, (_, index) => index % 40);
      const lost = drawn.map((value) => value % 3 === 0 || value > 30);
      const { value, low, high } = measureAuc(drawn, lost)!;
      expect(low <= value && value <= high).toBe(true);
      return high - low;
    });
    expect(widths[1]).toBeCloseTo(widths[0]! / 2, 2);
    expect(widths[2]).toBeCloseTo(widths[0]! / 4, 2);
  });
});
