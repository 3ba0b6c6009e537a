import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { FieldValue } from '../../records/types.ts';
import type { SummaryFunction } from '../model/summary-function.ts';
import { createTally } from './summarize.ts';

const tally = (summary: SummaryFunction, values: readonly FieldValue[], scale = 2): number | null => {
  const made = createTally(summary);
  for (const value of values) made.add(value);
  return made.result(scale);
};

test.each<[SummaryFunction, FieldValue[], number | null]>([
  ['Sum', [0.1, 0.2, null], 0.3],
  ['Sum', [], 0],
  ['Average', [1, 2, null], 1.5],
  ['Average', [null], null],
  ['Minimum', [3, -1, null], -1],
  ['Maximum', [3, -1, null], 3],
  ['Maximum', [], null],
  ['Unique', ['a', 'A', 'b', null], 2],
])('%s of %j is %j: blanks do not count', (summary, values, expected) => {
  expect(tally(summary, values)).toBe(expected);
});

test('a sum of cents is right to the cent, in any order', () => {
  const cents = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(cents, (amounts) => {
      const exact = amounts.reduce((sum, amount) => sum + amount, 0);
      for (const order of [amounts, amounts.toReversed()]) {
        const sum = tally(
          'Sum',
          order.map((amount) => amount / 100),
        );
        expect(Math.abs(sum! * 100 - exact)).toBeLessThan(1e-4);
      }
    }),
  );
});
