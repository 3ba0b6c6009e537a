import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { readRows, type Row } from './read-rows.ts';
import type { RowProblem } from './row-problem.ts';

const FILE = { name: 'things.csv', columns: ['id', 'name'] } as const;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-rows-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function read(content: string | Buffer): Promise<{ rows: Row[]; problems: RowProblem[] }> {
  writeFileSync(path.join(folder, FILE.name), content);
  const rows: Row[] = [];
  const problems: RowProblem[] = [];
  for await (const row of readRows(folder, FILE, (problem) => problems.push(problem))) rows.push(row);
  return { rows, problems };
}

const names = (rows: readonly Row[]): string[] => rows.map(({ line, cells }) => `${line} ${cells['name']}`);

describe('readRows', () => {
  test('gives each row by column, whatever the order of the columns, with its line', async () => {
    const { rows, problems } = await read('name,extra,id\nAnn,x,1\nBob,y,2\n');
    expect(rows).toEqual([
      { line: 2, cells: { id: '1', name: 'Ann', extra: 'x' } },
      { line: 3, cells: { id: '2', name: 'Bob', extra: 'y' } },
    ]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['a byte order mark', '\uFEFFid,name\n1,Ann\n', ['2 Ann']],
    ['Windows line endings', 'id,name\r\n1,Ann\r\n', ['2 Ann']],
    ['no line break at the end', 'id,name\n1,Ann', ['2 Ann']],
    ['blank lines', 'id,name\n\n\n1,Ann\n\n', ['4 Ann']],
    ['quotes and commas in a cell', 'id,name\n1,"Ann ""A"", Ltd"\n', ['2 Ann "A", Ltd']],
    ['a line break in a cell', 'id,name\n1,"Ann\nLtd"\n2,Bob\n', ['2 Ann\nLtd', '4 Bob']],
  ])('reads a file with %s', async (_, content, expected) => {
    const { rows, problems } = await read(content);
    expect(names(rows)).toEqual(expected);
    expect(problems).toEqual([]);
  });

  test.each([
    ['too few cells', '2', 'has 1 cells; expected 2, as in the header'],
    ['too many cells', '2,x,y', 'has 3 cells; expected 2, as in the header'],
    ['a quote in the wrong place', '2,"B"ob', 'has a quote in the wrong place'],
    ['a quote that never closes', '2,"Bob', 'has a quote that is never closed'],
  ])('reports a row with %s by its line and reads on', async (_, bad, reason) => {
    const { rows, problems } = await read(`id,name\n1,Ann\n${bad}\n3,Cleo\n4,Dan\n`);
    expect(names(rows)).toEqual(['2 Ann', '4 Cleo', '5 Dan']);
    expect(problems).toEqual([{ file: 'things.csv', line: 3, reason }]);
  });

  test('loses one line to an open quote in a long file, not the rest of it', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `${index},name ${index}`);
    const { rows, problems } = await read(['id,name', '0,"oops', ...many].join('\n'));
    expect(rows).toHaveLength(300);
    expect(problems).toHaveLength(1);
  });

  test('reports a row that is not UTF-8', async () => {
    const latin1 = Buffer.concat([
      Buffer.from('id,name\n1,Caf'),
      Buffer.from([0xe9]),
      Buffer.from('\n2,Bob\n'),
    ]);
    const { rows, problems } = await read(latin1);
    expect(names(rows)).toEqual(['3 Bob']);
    expect(problems).toEqual([{ file: 'things.csv', line: 2, reason: 'is not UTF-8 text' }]);
  });

  test('reads back whatever a CSV writer writes', async () => {
    const cell = fc.stringMatching(/^[a-z",\n ]{0,12}$/).map((text) => `x${text}x`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), async (written) => {
        const { rows } = await read(stringify([['id', 'name'], ...written]));
        expect(rows.map(({ cells }) => [cells['id'], cells['name']])).toEqual(written);
      }),
      { numRuns: 50 },
    );
  });

  test('says which column is missing, and where', async () => {
    await expect(read('id,title\n1,x\n')).rejects.toThrow(
      `${path.join(folder, 'things.csv')} has no column name; expected id, name.`,
    );
  });

  test('says which file is missing, and where', async () => {
    const rows = readRows(folder, FILE, () => undefined);
    await expect(rows.next()).rejects.toThrow(`There is no things.csv in ${folder}.`);
  });

  test('says that an empty file wants a header', async () => {
    await expect(read('')).rejects.toThrow('is empty; expected a header line.');
  });
});
