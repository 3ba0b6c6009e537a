import { expect, test } from '@jest/globals';
import { checkbox, currency, date, dateTime, picklist, text, textArea } from '../../schema/field-builders.ts';
import type { FieldDef } from '../../schema/types.ts';
import { filterCondition, splitValues } from './filter-condition.ts';

const condition = (field: FieldDef, operator: string, value: string) =>
  filterCondition({ path: [field.name], field }, operator, value);
const band = picklist('Band', 'Band', ['Healthy', 'At Risk']);
const tags: FieldDef = { ...picklist('Tags', 'Tags', ['Beta', 'Pilot']), type: 'multipicklist' };
const name = text('Name', 'Name', 80);

test.each([
  [band, 'equals', 'At Risk', { op: '=', right: { kind: 'string', value: 'At Risk' } }],
  [band, 'notEqual', '', { op: '!=', right: { kind: 'null' } }],
  [band, 'equals', 'Healthy,', { op: 'IN', right: [{ kind: 'string', value: 'Healthy' }, { kind: 'null' }] }],
  [currency('ARR', 'ARR'), 'greaterOrEqual', '50000', { op: '>=', right: { kind: 'number', value: 50_000 } }],
  [checkbox('Low', 'Low'), 'equals', 'True', { op: '=', right: { kind: 'boolean', value: true } }],
  [checkbox('Low', 'Low'), 'equals', '0', { op: '=', right: { kind: 'boolean', value: false } }],
  [date('Due', 'Due'), 'lessThan', 'TODAY', { op: '<', right: { kind: 'dateLiteral', name: 'TODAY' } }],
  [
    date('Due', 'Due'),
    'equals',
    'LAST_N_DAYS:30',
    { op: '=', right: { kind: 'dateLiteral', name: 'LAST_N_DAYS', n: 30 } },
  ],
  [date('Due', 'Due'), 'equals', '12/31/2026', { op: '=', right: { kind: 'date', value: '2026-12-31' } }],
  [
    dateTime('At', 'At'),
    'greaterThan',
    '2026-12-31',
    { op: '>', right: { kind: 'datetime', value: '2026-12-31T00:00:00.000Z' } },
  ],
  [name, 'startsWith', '50%', { op: 'LIKE', right: { kind: 'string', value: '50\\%%' } }],
  [
    tags,
    'includes',
    'Beta,Pilot',
    {
      op: 'INCLUDES',
      right: [
        { kind: 'string', value: 'Beta' },
        { kind: 'string', value: 'Pilot' },
      ],
    },
  ],
])('$label $1 "$2" compares as the field is stored', (field, operator, value, expected) => {
  expect(condition(field, operator, value)).toEqual({
    kind: 'compare',
    left: { kind: 'field', path: [field.name] },
    ...expected,
  });
});

test('does not contain refuses each of several values', () => {
  const pattern = (value: string) => ({
    kind: 'compare',
    left: { kind: 'field', path: ['Name'] },
    op: 'LIKE',
    right: { kind: 'string', value },
  });
  expect(condition(name, 'notContain', 'a,b')).toEqual({
    kind: 'not',
    term: { kind: 'or', terms: [pattern('%a%'), pattern('%b%')] },
  });
});

test.each([
  [currency('ARR', 'ARR'), 'equals', 'much', 'much is no number, which ARR holds'],
  [checkbox('Low', 'Low'), 'equals', 'maybe', 'expected True, False, 1 or 0'],
  [date('Due', 'Due'), 'equals', 'LAST_N_DAYS', 'is no date'],
  [date('Due', 'Due'), 'lessThan', '2026-02-30', 'is no date'],
  [date('Due', 'Due'), 'lessThan', '', 'needs a value to compare with'],
  [name, 'includes', 'a', 'is for multi-select picklists'],
  [tags, 'equals', 'Beta', 'filtered with includes or excludes'],
  [name, 'within', '5', 'does not model the filter operator within'],
  [textArea('Body', 'Body', 32000), 'contains', 'a', 'long text'],
])('$label $1 "$2" is refused with the reason', (field, operator, value, reason) => {
  expect(() => condition(field, operator, value)).toThrow(reason);
});

test.each([
  ['a,b', ['a', 'b']],
  ['"Foo, Inc",Bar', ['Foo, Inc', 'Bar']],
  ['', ['']],
  ['a,', ['a', '']],
])('the values of %s are %j', (value, parts) => {
  expect(splitValues(value)).toEqual(parts);
});
