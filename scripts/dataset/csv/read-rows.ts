import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse/sync';
import { CommandError } from '../../process/command-error.ts';
import type { RowProblem } from './row-problem.ts';
import { splitRows } from './split-rows.ts';

/** A file of a dataset and the columns that must be in it, in any order. */
export interface CsvFile<Column extends string = string> {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** A row by column, with the line on which it begins. */
export interface Row<Column extends string = string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** What stands where bytes were no UTF-8. */
const REPLACEMENT_CHARACTER = '\uFFFD';

/**
 * Reads a CSV file row by row, however large it is. Rows that are no rows (too few or too many cells, broken quotes,
 * text that is not UTF-8) go to `onProblem` and the reading goes on.
 *
 * @throws CommandError when the file cannot be read, is empty or lacks a column
 */
export async function* readRows<Column extends string>(
  folder: string,
  file: CsvFile<Column>,
  onProblem: (problem: RowProblem) => void,
): AsyncGenerator<Row<Column>> {
  let header: readonly string[] | undefined;
  for await (const row of splitRows(readLines(folder, file))) {
    const cells = 'unclosed' in row ? 'has a quote that is never closed' : splitCells(row.text);
    if (header === undefined) {
      header = requireColumns(folder, file, cells);
      continue;
    }
    const checked = typeof cells === 'string' ? cells : checkCells(cells, header);
    if (typeof checked === 'string') onProblem({ file: file.name, line: row.line, reason: checked });
    else yield { line: row.line, cells: checked as Record<Column, string> };
  }
  if (header === undefined) {
    throw new CommandError(`${path.join(folder, file.name)} is empty; expected a header line.`);
  }
}

async function* readLines(folder: string, file: CsvFile): AsyncGenerator<string> {
  const input = createReadStream(path.join(folder, file.name), 'utf8');
  const failed = new Promise<never>((_, reject) => input.once('error', reject));
  failed.catch(() => undefined);
  try {
    await Promise.race([new Promise((resolve) => input.once('open', resolve)), failed]);
    yield* createInterface({ input, crlfDelay: Infinity });
    if (input.errored) throw input.errored;
  } catch (error) {
    throw describeReadError(folder, file, error);
  } finally {
    input.destroy();
  }
}

/** The cells of a row, or what is wrong with it. */
function splitCells(text: string): readonly string[] | string {
  if (!text.includes('"')) return text.split(',');
  try {
    return (parse(text, { record_delimiter: [] }) as string[][])[0] ?? [];
  } catch {
    return 'has a quote in the wrong place';
  }
}

/** The cells by column, or what is wrong with the row. */
function checkCells(cells: readonly string[], header: readonly string[]): Record<string, string> | string {
  if (cells.length !== header.length) {
    return `has ${cells.length} cells; expected ${header.length}, as in the header`;
  }
  if (cells.some((cell) => cell.includes(REPLACEMENT_CHARACTER))) {
    return 'is not UTF-8 text';
  }
  return Object.fromEntries(header.map((column, index) => [column, cells[index]!.trim()]));
}

function requireColumns(folder: string, file: CsvFile, cells: readonly string[] | string): readonly string[] {
  const header = typeof cells === 'string' ? [] : cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const absent = file.columns.filter((column) => !header.includes(column));
  if (absent.length > 0) {
    throw new CommandError(
      `${path.join(folder, file.name)} has no column ${absent.join(', ')}; expected ${file.columns.join(', ')}.`,
    );
  }
  return header;
}

function describeReadError(folder: string, file: CsvFile, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') {
    return new CommandError(`There is no ${file.name} in ${folder}.`, { cause: error });
  }
  return code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR'
    ? new CommandError(`${path.join(folder, file.name)} cannot be read (${code}).`, { cause: error })
    : error;
}
