import { describe, expect, test } from '@jest/globals';
import { filterNumbers, parseFilterLogic, type FilterLogic } from './filter-logic.ts';

const filter = (number: number): FilterLogic => ({ kind: 'filter', number });

describe('filter logic', () => {
  test.each<[string, FilterLogic]>([
    ['1', filter(1)],
    ['1 AND 2 AND 3', { kind: 'and', terms: [filter(1), filter(2), filter(3)] }],
    ['1 and (2 or 12)', { kind: 'and', terms: [filter(1), { kind: 'or', terms: [filter(2), filter(12)] }] }],
    [
      'NOT 1 OR NOT (2)',
      { kind: 'or', terms: [filter(1), filter(2)].map((term) => ({ kind: 'not', term })) },
    ],
  ])('%s is read', (text, logic) => {
    expect(parseFilterLogic(text)).toEqual(logic);
  });

  test.each(['', '1 AND', 'AND 1', '1 2', '(1', '1)', '1 AND 2 OR 3', '1 XOR 2', '1 AND 2 AND'])(
    '%j is none',
    (text) => {
      expect(parseFilterLogic(text)).toBeNull();
    },
  );

  test('names its filters', () => {
    expect(filterNumbers(parseFilterLogic('1 AND (2 OR NOT 4)')!)).toEqual([1, 2, 4]);
  });
});
