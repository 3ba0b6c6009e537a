import { describe, expect, test } from '@jest/globals';
import { SalesforceError } from '../errors.ts';
import { parseSoql } from './parse-soql.ts';

function where(condition: string): unknown {
  return parseSoql(`SELECT Id FROM Account WHERE ${condition}`).query.where;
}

function faultOf(text: string): string {
  try {
    parseSoql(text);
  } catch (error) {
    if (error instanceof SalesforceError) return `${error.errorCode}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('parseSoql', () => {
  test('reads every clause of a query, whatever the case of its keywords', () => {
    const { query } = parseSoql(`select Name n, COUNT(Id) total, (SELECT Id FROM Contacts)
      from Account a where Name != null group by Name, CALENDAR_YEAR(CreatedDate) having count(Id) > 1
      order by Name desc nulls last, COUNT(Id) limit 5 offset 10 all rows`);
    expect(query).toEqual({
      from: 'Account',
      alias: 'a',
      select: [
        { kind: 'field', path: ['Name'], alias: 'n' },
        { kind: 'aggregate', call: { name: 'COUNT', arg: ['Id'] }, alias: 'total' },
        { kind: 'subquery', query: { from: 'Contacts', select: [{ kind: 'field', path: ['Id'] }] } },
      ],
      where: {
        kind: 'compare',
        left: { kind: 'field', path: ['Name'] },
        op: '!=',
        right: { kind: 'null' },
      },
      groupBy: [['Name'], { name: 'CALENDAR_YEAR', arg: ['CreatedDate'] }],
      having: {
        kind: 'compare',
        left: { kind: 'call', call: { name: 'COUNT', arg: ['Id'] } },
        op: '>',
        right: { kind: 'number', value: 1 },
      },
      orderBy: [
        { by: { kind: 'field', path: ['Name'] }, direction: 'DESC', nulls: 'LAST' },
        { by: { kind: 'call', call: { name: 'COUNT', arg: ['Id'] } }, direction: 'ASC' },
      ],
      limit: 5,
      offset: 10,
      allRows: true,
    });
  });

  test.each([
    ["'plain'", { kind: 'string', value: 'plain' }],
    [String.raw`'O\'Neil \\ \u00e9 \n'`, { kind: 'string', value: "O'Neil \\ é \n" }],
    [String.raw`'50\%'`, { kind: 'string', value: '50%' }],
    ['-1.5', { kind: 'number', value: -1.5 }],
    ['1e3', { kind: 'number', value: 1000 }],
    ['TRUE', { kind: 'boolean', value: true }],
    ['null', { kind: 'null' }],
    ['2026-11-22', { kind: 'date', value: '2026-11-22' }],
    ['2026-11-22T10:00:00Z', { kind: 'datetime', value: '2026-11-22T10:00:00.000Z' }],
    ['2026-11-22T10:00:00.5+01:00', { kind: 'datetime', value: '2026-11-22T09:00:00.500Z' }],
    ['last_n_days:30', { kind: 'dateLiteral', name: 'LAST_N_DAYS', n: 30 }],
    ['This_Fiscal_Year', { kind: 'dateLiteral', name: 'THIS_FISCAL_YEAR' }],
  ])('reads the literal %s', (text, right) => {
    expect(where(`X = ${text}`)).toEqual({
      kind: 'compare',
      left: { kind: 'field', path: ['X'] },
      op: '=',
      right,
    });
  });

  test('keeps the escapes of wildcards in a LIKE pattern', () => {
    expect(where(String.raw`Name LIKE '50\%\_\\%'`)).toMatchObject({
      right: { kind: 'string', value: String.raw`50\%\_\\%` },
    });
  });

  test('reads semi-joins, lists, NOT and nested parentheses', () => {
    expect(
      where("NOT (A.B IN ('x', 'y') OR (C NOT IN (SELECT D FROM E) AND F <> 1)) AND G EXCLUDES ('p;q')"),
    ).toMatchObject({
      kind: 'and',
      terms: [
        {
          kind: 'not',
          term: {
            kind: 'or',
            terms: [
              { kind: 'compare', op: 'IN', left: { path: ['A', 'B'] } },
              { kind: 'and', terms: [{ kind: 'semiJoin', op: 'NOT IN' }, { op: '!=' }] },
            ],
          },
        },
        { op: 'EXCLUDES', right: [{ kind: 'string', value: 'p;q' }] },
      ],
    });
  });

  test.each([
    ['SELECT Id FORM Account', 1, 16, "unexpected token: 'Account' (expected 'FROM')"],
    [
      'SELECT Id FROM Account WHRE Name = 1',
      1,
      29,
      "unexpected token: 'Name' (expected the end of the query)",
    ],
    ['SELECT FROM Account', 1, 8, "unexpected token: 'FROM' (expected a field name)"],
    ['SELECT Id\nFROM Account\nWHERE', 3, 6, "unexpected token: '<EOF>' (expected a field name)"],
    ['SELECT Id FROM Account LIMIT x', 1, 30, "unexpected token: 'x' (expected LIMIT, a whole number)"],
    [
      'SELECT Id FROM A WHERE B = c',
      1,
      28,
      "unexpected token: 'c' (expected a value: text stands in single quotes)",
    ],
    [
      'SELECT Id FROM A WHERE B = 1 AND C = 2 OR D = 3',
      1,
      40,
      "unexpected token: 'OR' (expected parentheses where AND and OR meet)",
    ],
    [
      "SELECT Id FROM A WHERE B = 'c",
      1,
      28,
      "no viable alternative at character '<EOF>': the string is not closed",
    ],
    ['SELECT Id FROM A WHERE B = 2026-02-30', 1, 28, 'Invalid date: 2026-02-30'],
    ['SELECT Id FROM A WHERE B = 2026-02-03T00:00:00', 1, 28, 'Invalid datetime: 2026-02-03T00:00:00'],
    ['SELECT Id FROM A WHERE B = LAST_N_DAYS 3', 1, 40, "expecting a colon, found '3'"],
    ['SELECT Id FROM A WHERE B IN :ids', 1, 29, "unexpected token: ':' (expected '(')"],
    ['SELECT Id FROM A WHERE B = :id', 1, 28, 'Only variable references are allowed in dynamic SOQL/SOSL.'],
    ['SELECT NOW() FROM A', 1, 11, "unexpected token: '(' (expected a field, or a function that SOQL has)"],
    ['SELECT Id; DROP', 1, 10, "no viable alternative at character ';'"],
    ['', 1, 1, "unexpected token: '<EOF>' (expected 'SELECT')"],
  ])('refuses %j with row, column and what it expected', (text, row, column, message) => {
    const fault = faultOf(text);
    expect(fault).toMatch(/^MALFORMED_QUERY: /);
    expect(fault).toContain(`\nERROR at Row:${row}:Column:${column}\n${message}`);
  });

  test('refuses a text that is too long, or nested too deep to be meant', () => {
    expect(faultOf(`SELECT Id FROM A WHERE B = '${'x'.repeat(100_000)}'`)).toContain(
      'longer than 100000 characters',
    );
    expect(faultOf(`SELECT Id FROM A WHERE ${'('.repeat(5000)}`)).toContain('nested deeper than 200 levels');
    expect(faultOf(`SELECT Id FROM A WHERE ${'NOT '.repeat(5000)} B = 1`)).toContain(
      'nested deeper than 200 levels',
    );
  });

  test.each([
    'SELECT TYPEOF What WHEN Account THEN Name END FROM Task',
    'SELECT Id FROM Account USING SCOPE mine',
    'SELECT Id FROM Account WITH SECURITY_ENFORCED',
    'SELECT Id FROM Account FOR VIEW',
    'SELECT COUNT(Id) FROM Account GROUP BY ROLLUP(Name)',
    'SELECT FORMAT(MIN(Id)) FROM Account',
    'SELECT Id FROM Account a, a.Contacts c',
  ])('says that it does not model %s', (text) => {
    expect(faultOf(text)).toMatch(/^NOT_IMPLEMENTED: /);
  });
});
