import { expect, test } from '@jest/globals';
import type { Condition } from '../../soql/ast.ts';
import { joinByLogic } from './filter-logic.ts';

const term = (name: string): Condition => ({
  kind: 'compare',
  left: { kind: 'field', path: [name] },
  op: '=',
  right: { kind: 'null' },
});
const [one, two, three] = ['One', 'Two', 'Three'].map(term) as [Condition, Condition, Condition];
const all = [one, two, three];

test('without logic every filter must hold', () => {
  expect(joinByLogic(undefined, all)).toEqual({ kind: 'and', terms: all });
  expect(joinByLogic(undefined, [one])).toBe(one);
  expect(joinByLogic(undefined, [])).toBeUndefined();
});

test.each<[string, Condition]>([
  ['(1 OR 2) AND 3', { kind: 'and', terms: [{ kind: 'or', terms: [one, two] }, three] }],
  ['1 OR 2 AND 3', { kind: 'or', terms: [one, { kind: 'and', terms: [two, three] }] }],
  [
    '1 and not (2 or 3)',
    { kind: 'and', terms: [one, { kind: 'not', term: { kind: 'or', terms: [two, three] } }] },
  ],
])('reads %s', (logic, condition) => {
  expect(joinByLogic(logic, all)).toEqual(condition);
});

test.each([
  ['1 AND 4 AND 2 AND 3', 'expected the number of a filter, 1 to 3, found 4'],
  ['1 AND 2', 'filter 3 is not used'],
  ['(1 AND 2', 'a parenthesis is not closed'],
  ['1 AND 2 3', 'unexpected 3'],
  ['1 AND', 'found the end'],
])('refuses %s', (logic, reason) => {
  expect(() => joinByLogic(logic, all)).toThrow(reason);
});
