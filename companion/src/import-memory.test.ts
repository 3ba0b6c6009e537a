import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeTempFolder, type TempFolder } from './csv/testing/temp-file.ts';

const SCRIPT = path.resolve(import.meta.dirname, '..', 'testing', 'import-large-file.ts');
const LINES = 180_000;
/** Far less than the file has. */
const HEAP_MB = 60;

let folder: TempFolder;
beforeAll(() => {
  folder = makeTempFolder();
});
afterAll(() => folder.remove());

test('a file of 180,000 lines that is larger than all of the memory is imported, line by line', async () => {
  const file = path.join(folder.path, 'large.csv');
  const handle = openSync(file, 'w');
  writeSync(handle, 'key,name,description\n');
  const block = 1_000;
  for (let start = 0; start < LINES; start += block) {
    const rows = Array.from({ length: block }, (_, index) => {
      const number = start + index;
      // One in a thousand is at fault, one in ten is over two lines.
      const name = number % 1_000 === 5 ? '' : `"Account ${number}"`;
      return `K-${number},${name},"${'a note '.repeat(100)}${number % 10 === 0 ? '\nand more' : ''}"\n`;
    });
    writeSync(handle, rows.join(''));
  }
  closeSync(handle);
  expect(statSync(file).size).toBeGreaterThan(2 * HEAP_MB * 1024 * 1024);

  const args = [`--max-old-space-size=${HEAP_MB}`, '--disable-warning=ExperimentalWarning', SCRIPT, file];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });

  expect(JSON.parse(stdout)).toEqual({
    lines: LINES + LINES / 10 + 1,
    rows: LINES,
    created: LINES - LINES / 1_000,
    refused: LINES / 1_000,
    written: LINES / 1_000,
  });
}, 180_000);
