import { describe, expect, test } from '@jest/globals';
import { IMPORT_KINDS } from './kinds.ts';
import type { ImportKind } from './kind.ts';
import { mapRow } from './map-row.ts';
import { readMapping } from './mapping.ts';
import { matchColumns, startMapping } from './match-columns.ts';

const kindOf = (name: string) => IMPORT_KINDS.find((kind) => kind.name === name) as ImportKind;
const NOW = '2026-11-23T09:00:00.000Z';

function match(name: string, heading: string[], map: object | null = null) {
  const read = map === null ? { mapping: null } : readMapping(JSON.stringify(map));
  if ('problem' in read) throw new Error(read.problem);
  return matchColumns(kindOf(name), heading, read.mapping);
}

function mapOne(name: string, map: object, heading: string[], cells: string[], lookups = new Map()) {
  const found = match(name, heading, map);
  if ('problem' in found) throw new Error(found.problem);
  return mapRow(cells, found.fields, kindOf(name), lookups, NOW);
}

describe('without a map', () => {
  test('columns are found by name, whatever the case and the signs between words', () => {
    const found = match('health', ['Account ID', 'HEALTH-SCORE', 'as_of', 'Colour']);
    expect(found).toMatchObject({
      fields: [
        { name: 'accountKey', place: 0 },
        { name: 'score', place: 1 },
        { name: 'scoredOn', place: 2 },
      ],
      unusedColumns: ['Colour'],
      missingFields: ['salesforceId', 'source', 'comment'],
    });
  });

  test('two columns that could be meant are neither', () => {
    expect(match('health', ['account', 'customer id', 'score', 'date'])).toEqual({
      problem: expect.stringContaining('nothing says where accountKey or salesforceId comes from'),
    });
  });

  test('a map to begin with has what is found, and empty what is needed', () => {
    expect(startMapping(kindOf('health'), ['customer', 'points', 'date'])).toEqual({
      accountKey: 'customer',
      score: '',
      scoredOn: 'date',
    });
  });
});

describe('a map is refused with what was expected when', () => {
  test.each<[string, string, string]>([
    ['it is no JSON', '{', 'is no JSON'],
    ['it is a list', '[]', 'is no mapping; expected an object'],
    ['a column is empty', '{"score": ""}', 'says of score'],
    ['it has neither column nor const', '{"score": {}}', 'expected either column or const'],
    ['it has both', '{"score": {"column": "a", "const": 1}}', 'expected either column or const'],
    ['it has a word that nobody knows', '{"score": {"column": "a", "colour": 1}}', 'colour'],
    ['a format is none', '{"score": {"column": "a", "format": "roman"}}', 'format'],
  ])('%s', (_, text, problem) => {
    expect(readMapping(text)).toEqual({ problem: expect.stringContaining(problem) });
  });

  const needed = { accountKey: 'a', score: 's', scoredOn: 'd' };
  test.each<[string, object, string]>([
    [
      'it names a field that the kind lacks',
      { ...needed, arr: 'a' },
      'health has no field arr; expected some of accountKey',
    ],
    [
      'it names a column that the file lacks',
      { ...needed, comment: 'x' },
      'the column "x"; the file has a, s, d, t, t',
    ],
    [
      'it names a column that is there twice',
      { ...needed, comment: 't' },
      '"t", which the file has more than once',
    ],
    [
      'a format does not suit the field',
      { ...needed, score: { column: 's', format: 'us' } },
      'score has the format us; expected plain',
    ],
    [
      'a factor does not suit the field',
      { ...needed, comment: { column: 's', multiply: 2 } },
      'comment is no number',
    ],
    [
      'something needed is missing',
      { accountKey: 'a', score: 's' },
      'nothing says where scoredOn comes from',
    ],
  ])('%s', (_, map, problem) => {
    expect(match('health', ['a', 's', 'd', 't', 't'], map)).toEqual({
      problem: expect.stringContaining(problem),
    });
  });
});

describe('a value', () => {
  test('is read in its format, replaced, multiplied, and given a prefix or a default', () => {
    const map = {
      key: { column: 'id', prefix: 'crm:' },
      arr: { column: 'mrr', format: 'comma', multiply: 12 },
      renewalDate: { column: 'ends', format: 'european' },
      tier: { column: 'plan', values: { pro: 'Growth' }, default: 'Scale' },
      status: { const: 'active' },
    };
    const heading = ['id', 'mrr', 'ends', 'plan'];
    expect(mapOne('accounts', map, heading, ['7', '1.000,10', '31.01.2027', 'pro'])).toEqual({
      row: { key: 'crm:7', arr: 12_001.2, renewalDate: '2027-01-31', tier: 'Growth', status: 'Active' },
    });
    expect(mapOne('accounts', map, heading, ['8', '', '', ''])).toEqual({
      row: { key: 'crm:8', arr: undefined, renewalDate: undefined, tier: 'Scale', status: 'Active' },
    });
  });

  test('is looked up in another file first, and refused when it is not there', () => {
    const lookup = { csv: 'subscriptions.csv', key: 'id', value: 'account' };
    const map = { accountKey: { column: 'sub', lookup, prefix: 'x:' }, day: 'day', logins: 'n' };
    const lookups = new Map([['accountKey', new Map([['S-1', 'A-1']])]]);
    const heading = ['sub', 'day', 'n'];
    expect(mapOne('usage', map, heading, ['S-1', '2026-11-01', '3'], lookups)).toMatchObject({
      row: { accountKey: 'x:A-1' },
    });
    expect(mapOne('usage', map, heading, ['S-2', '2026-11-01', '3'], lookups)).toEqual({
      problems: [{ column: 'sub', value: 'S-2', expected: 'one of the values of id in subscriptions.csv' }],
    });
  });

  test('is named with its column, and every wrong one of a row is told', () => {
    const map = { accountKey: 'who', day: 'when', activeUsers: 'people' };
    expect(mapOne('usage', map, ['who', 'when', 'people'], ['A', '24.11.2026', '-4'])).toEqual({
      problems: [
        {
          column: 'when',
          value: '24.11.2026',
          expected: expect.stringContaining('a day such as 2026-11-23'),
        },
        { column: 'people', value: '-4', expected: 'a whole number of 0 or more' },
      ],
    });
  });
});

test.each(IMPORT_KINDS.map((kind) => [kind.name, kind] as const))(
  'no two fields of %s are found under one heading',
  (_, kind) => {
    const names = Object.entries(kind.fields).flatMap(([name, { aliases }]) => [
      ...new Set([name, ...aliases].map((each) => each.toLowerCase().replaceAll(/[^a-z]/g, ''))),
    ]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  },
);
