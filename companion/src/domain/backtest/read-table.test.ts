import { describe, expect, test } from '@jest/globals';
import { readTable, type TextRow } from './read-table.ts';

const OPTIONS = { label: 'churn', lostValue: null, date: null, ignore: [] };
const rows: TextRow[] = Array.from({ length: 8 }, (_, index) => ({
  id: `C-${index}`,
  seats: index === 3 ? ' ' : String(index),
  plan: index % 2 === 0 ? 'Basic' : 'Pro',
  signed: `2025-01-0${index + 1}`,
  country: 'US',
  note: '',
  churn: index < 3 ? 'Yes' : 'No',
}));

describe('readTable', () => {
  test('tells numbers from names, and leaves out what cannot be learned from, with the reason', () => {
    const read = readTable(rows, OPTIONS);
    expect(read).toMatchObject({
      table: {
        columns: [
          { name: 'seats', kind: 'number' },
          { name: 'plan', kind: 'category' },
        ],
      },
      left: [
        { column: 'id', why: '8 different names: too many to learn from' },
        { column: 'signed', why: expect.stringContaining('a date') },
        { column: 'country', why: 'the same in every row' },
        { column: 'note', why: 'empty' },
      ],
    });
  });

  test('takes an empty cell for not known, never for zero', () => {
    const read = readTable(rows, OPTIONS);
    expect('table' in read && read.table.examples[3]?.cells).toEqual([null, 'Pro']);
  });

  test('leaves out rows without a label, and counts them', () => {
    const read = readTable([...rows, { ...rows[0], churn: ' ' }], OPTIONS);
    expect(read).toMatchObject({ unlabelled: 1 });
    expect('table' in read && read.table.examples).toHaveLength(8);
  });

  test.each([
    ['yes', true],
    ['TRUE', true],
    ['1', true],
    ['Churned', true],
    ['no', false],
    ['False', false],
    ['0', false],
    ['renewed', false],
  ])('takes the label %s for lost: %s', (churn, lost) => {
    const read = readTable([{ seats: '1', churn }], OPTIONS);
    expect('table' in read && read.table.examples[0]?.lost).toBe(lost);
  });

  test('takes the value that it is told for lost, and any other for kept', () => {
    const read = readTable([{ state: 'gone' }, { state: 'here' }], {
      ...OPTIONS,
      label: 'state',
      lostValue: 'GONE',
    });
    expect('table' in read && read.table.examples.map(({ lost }) => lost)).toEqual([true, false]);
  });

  test.each([
    ['a label that is not there', { ...OPTIONS, label: 'left' }, /no column "left"; the table has id, seats/],
    ['a column to ignore that is not there', { ...OPTIONS, ignore: ['colour'] }, /no column "colour"/],
    [
      'a label that is neither',
      { ...OPTIONS, label: 'plan' },
      /^Row 1 has "Basic" in the label plan; expected yes/,
    ],
    ['a day that is none', { ...OPTIONS, date: 'plan' }, /^Row 1 has "Basic" in plan; expected a day/],
  ])('refuses %s', (_what, options, problem) => {
    expect(readTable(rows, options)).toEqual({ problem: expect.stringMatching(problem) });
  });

  test('refuses a table without rows', () => {
    expect(readTable([], OPTIONS)).toEqual({ problem: 'There is no column "churn"; the table has no rows.' });
  });
});
