import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Condition, Literal, Operand, Query } from './ast.ts';
import { parseSoql } from './parse-soql.ts';
import { printSoql } from './print-soql.ts';

const name = fc.stringMatching(/^[A-Z][a-z]{2,6}__c$/);
const path = fc.array(name, { minLength: 1, maxLength: 4 });
const dateCall = fc.constantFrom('CALENDAR_YEAR', 'DAY_ONLY', 'HOUR_IN_DAY');
const aggregate = fc.constantFrom('COUNT', 'SUM', 'MIN', 'COUNT_DISTINCT');
const operand: fc.Arbitrary<Operand> = fc.oneof(
  fc.record({ kind: fc.constant('field' as const), path }),
  fc.record({ kind: fc.constant('call' as const), call: fc.record({ name: dateCall, arg: path }) }),
);
const text: fc.Arbitrary<Literal> = fc.record({
  kind: fc.constant('string' as const),
  value: fc.string({ unit: 'binary' }),
});
const day = fc
  .date({ min: new Date('1700-01-01'), max: new Date('4000-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const literal: fc.Arbitrary<Literal> = fc.oneof(
  text,
  fc.constant({ kind: 'null' as const }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({
    kind: fc.constant('number' as const),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  }),
  day.map((value) => ({ kind: 'datetime' as const, value })),
  day.map((value) => ({ kind: 'date' as const, value: value.slice(0, 10) })),
  fc.record({ kind: fc.constant('dateLiteral' as const), name: fc.constant('NEXT_N_WEEKS'), n: fc.nat(500) }),
  fc.constant({ kind: 'dateLiteral' as const, name: 'THIS_QUARTER' }),
);

const { condition } = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof(
    fc.record({
      kind: fc.constant('compare' as const),
      left: operand,
      op: fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
      right: literal,
    }),
    fc.record({
      kind: fc.constant('compare' as const),
      left: operand,
      op: fc.constantFrom('IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'),
      right: fc.array(literal, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('semiJoin' as const),
      left: operand,
      op: fc.constantFrom('IN', 'NOT IN'),
      query: fc.record({
        from: name,
        select: fc.tuple(fc.record({ kind: fc.constant('field' as const), path })),
      }),
    }),
  ) as fc.Arbitrary<Condition>,
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      terms: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), term: tie('condition') }),
  ),
}));

const query: fc.Arbitrary<Query> = fc.record(
  {
    from: name,
    alias: name,
    select: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('field' as const), path }),
        fc.record({
          kind: fc.constant('aggregate' as const),
          call: fc.record({ name: aggregate, arg: path }),
          alias: name,
        }),
        fc.constant({ kind: 'fields' as const, group: 'ALL' as const }),
        fc.record({
          kind: fc.constant('subquery' as const),
          query: fc.record({
            from: name,
            select: fc.tuple(fc.record({ kind: fc.constant('field' as const), path })),
          }),
        }),
      ),
      { minLength: 1, maxLength: 4 },
    ),
    where: condition,
    groupBy: fc.array(fc.oneof(path, fc.record({ name: dateCall, arg: path })), {
      minLength: 1,
      maxLength: 3,
    }),
    having: condition,
    orderBy: fc.array(
      fc.record(
        {
          by: operand,
          direction: fc.constantFrom('ASC' as const, 'DESC' as const),
          nulls: fc.constantFrom('FIRST' as const, 'LAST' as const),
        },
        { requiredKeys: ['by', 'direction'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    limit: fc.nat(),
    offset: fc.nat(2000),
    allRows: fc.constant(true),
  },
  { requiredKeys: ['from', 'select'] },
);

describe('printSoql', () => {
  test('writes what the parser reads back as the same tree', () => {
    fc.assert(
      fc.property(query, (tree) => {
        expect(parseSoql(printSoql(tree)).query).toEqual(tree);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps any LIKE pattern whose escapes are whole', () => {
    const pattern = fc
      .array(fc.constantFrom('a', 'é', '%', '_', "'", '\n', '\\%', '\\_', '\\\\'))
      .map((p) => p.join(''));
    fc.assert(
      fc.property(pattern, (value) => {
        const tree: Query = {
          from: 'Account',
          select: [{ kind: 'field', path: ['Id'] }],
          where: {
            kind: 'compare',
            left: { kind: 'field', path: ['Name'] },
            op: 'LIKE',
            right: { kind: 'string', value },
          },
        };
        expect(parseSoql(printSoql(tree)).query).toEqual(tree);
      }),
    );
  });
});
