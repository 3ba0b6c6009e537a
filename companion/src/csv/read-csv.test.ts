import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DELIMITERS, detectDelimiter, type DelimiterName } from './detect-delimiter.ts';
import { inspectFile } from './inspect-file.ts';
import { readCsv } from './read-csv.ts';
import type { CsvRow } from './row-joiner.ts';
import { MAX_LINE_LENGTH } from './split-lines.ts';
import { makeTempFolder, type TempFolder } from './testing/temp-file.ts';

/** Each run writes a file, on a machine that may be busy. */
const SLOW_MS = 60_000;

let folder: TempFolder;
beforeAll(() => {
  folder = makeTempFolder();
});
afterAll(() => folder.remove());

async function readAll(content: string | Buffer, delimiter?: DelimiterName): Promise<CsvRow[]> {
  const file = folder.write('rows.csv', content);
  const { encoding, head } = await inspectFile(file, null);
  const rows: CsvRow[] = [];
  for await (const some of readCsv(file, { encoding, delimiter: delimiter ?? detectDelimiter(head) })) {
    rows.push(...some);
  }
  return rows;
}

describe('rows', () => {
  test.each<[string, string, CsvRow[]]>([
    ['of plain cells', 'a,b\n1,2\n', [row(1, 'a', 'b'), row(2, '1', '2')]],
    ['without a last line break', 'a,b\n1,2', [row(1, 'a', 'b'), row(2, '1', '2')]],
    ['with line breaks of Windows', 'a,b\r\n1,2\r\n', [row(1, 'a', 'b'), row(2, '1', '2')]],
    ['with line breaks of old', 'a,b\r1,2\r', [row(1, 'a', 'b'), row(2, '1', '2')]],
    [
      'over several lines',
      'a,b\n"x\r\ny",2\n3,4',
      [row(1, 'a', 'b'), row(2, 'x\r\ny', '2'), row(4, '3', '4')],
    ],
    ['with quotes in quotes', '"he ""said""",b', [row(1, 'he "said"', 'b')]],
    ['with a quote that opens nothing', '5" pipe,b', [row(1, '5" pipe', 'b')]],
    ['among lines without any value', 'a,b\n\n , \n1,2', [row(1, 'a', 'b'), row(4, '1', '2')]],
    ['after a line that names the delimiter', 'sep=;\na;b', [row(2, 'a', 'b')]],
  ])('%s are read', async (_, text, rows) => {
    expect(await readAll(text)).toEqual(rows);
  });

  test('a quote that is never closed costs its own line alone', async () => {
    const rows = await readAll('a,b\n"open,2\n3,4\n');
    expect(rows).toEqual([
      row(1, 'a', 'b'),
      { line: 2, problem: expect.stringContaining('opens a quote') },
      row(3, '3', '4'),
    ]);
  });

  test('text after a closing quote costs its own line alone', async () => {
    const rows = await readAll('a,b\n"x"y,2\n3,4\n');
    expect(rows).toEqual([row(1, 'a', 'b'), { line: 2, problem: expect.any(String) }, row(3, '3', '4')]);
  });

  test('a line that is too long to be held is told, and the next one is read', async () => {
    const rows = await readAll(`a,b\n${'x'.repeat(MAX_LINE_LENGTH + 1)}\n3,4\n`, 'comma');
    expect(rows).toEqual([
      row(1, 'a', 'b'),
      { line: 2, problem: 'is longer than 1,048,576 characters' },
      row(3, '3', '4'),
    ]);
  });
});

describe('delimiters', () => {
  test.each<[DelimiterName, string]>([
    ['comma', 'name,arr\nA,1;2\nB,3'],
    ['semicolon', 'name;arr\nA;1,5\nB;2,5\nC;3,5'],
    ['tab', 'name\tarr\nA, B\t1\nC\t2'],
    ['pipe', 'name|arr\nA|1'],
    ['comma', 'name\nA\nB'],
    ['semicolon', 'a;b\n"x,y,z";1\n"x,y,z";2'],
  ])('%s is told from %j', (name, text) => {
    expect(detectDelimiter(text)).toBe(name);
  });
});

describe('any file', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replaceAll(/[\0\uFFFD\uFEFF]/g, ''));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
    );
  const dialect = fc.record({
    delimiter: fc.constantFrom(...(Object.keys(DELIMITERS) as DelimiterName[])),
    lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
    mark: fc.boolean(),
    encoding: fc.constantFrom('utf8' as const, 'utf16le' as const),
  });

  test(
    'comes back as it was written, in every dialect',
    async () => {
      await fc.assert(
        fc.asyncProperty(table, dialect, async (cells, { delimiter, lineBreak, mark, encoding }) => {
          const lines = [['first', 'second'], ...cells].map((line) =>
            line.map((text) => `"${text.replaceAll('"', '""')}"`).join(DELIMITERS[delimiter]),
          );
          const needsMark = mark || encoding === 'utf16le';
          const text = `${needsMark ? '\uFEFF' : ''}${lines.join(lineBreak)}`;
          const rows = await readAll(Buffer.from(text, encoding), delimiter);
          const read = rows.map((each) => ('cells' in each ? each.cells : each.problem));
          const written = [['first', 'second'], ...cells].filter((line) =>
            line.some((each) => each.trim() !== ''),
          );
          expect(read).toEqual(written);
        }),
        { numRuns: 100 },
      );
    },
    SLOW_MS,
  );

  test(
    'is read, or refused in one line, whatever its bytes',
    async () => {
      const bytes = fc.oneof(
        fc.uint8Array({ minLength: 0, maxLength: 200 }),
        fc
          .array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x3b, 0x41, 0xe9), { maxLength: 60 })
          .map((list) => Uint8Array.from(list)),
      );
      await fc.assert(
        fc.asyncProperty(bytes, async (content) => {
          const outcome = await readAll(Buffer.from(content)).catch((error: unknown) => error);
          expect(Array.isArray(outcome) || (outcome as { code?: string }).code === 'BAD_FILE').toBe(true);
        }),
        { numRuns: 200 },
      );
    },
    SLOW_MS,
  );
});

function row(line: number, ...cells: string[]): CsvRow {
  return { line, cells };
}
