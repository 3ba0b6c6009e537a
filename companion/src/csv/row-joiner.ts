import { parse } from 'csv-parse/sync';
import { MAX_LINE_LENGTH, type Line } from './split-lines.ts';

/** A row with the line on which it begins, or what is wrong with that line. */
export type CsvRow = { line: number; cells: string[] } | { line: number; problem: string };

/** No sane cell has more line breaks, or more text: past them, a quote was left open by mistake. */
export const MAX_ROW_LINES = 200;
const MAX_ROW_LENGTH = 128 * 1024;

/** Joins lines to rows, one line at a time. */
export interface RowJoiner {
  push(line: Line): CsvRow[];
  /** What is left when there are no more lines. */
  end(): CsvRow[];
}

/**
 * Joins lines to rows: a line break inside quotes belongs to the row. A quote that is never closed costs its own line
 * alone, and the lines after it are rows again. Lines without any value are no rows.
 */
export function createRowJoiner(delimiter: string): RowJoiner {
  let pending: Line[] = [];
  let begins = 1;
  const take = (atEnd: boolean): CsvRow[] => {
    const rows: CsvRow[] = [];
    while (pending.length > 0) {
      const { whole, broken } = countLinesOfRow(pending, delimiter);
      const size = pending.reduce((length, { text }) => length + text.length, 0);
      const mayGoOn = whole === 0 && !broken && pending.length < MAX_ROW_LINES && size < MAX_ROW_LENGTH;
      if (mayGoOn && !atEnd) return rows;
      const row = readRow(pending, whole, begins, delimiter);
      if (row) rows.push(row);
      const taken = Math.max(1, whole);
      begins += taken;
      pending = pending.slice(taken);
    }
    return rows;
  };
  return {
    push(line) {
      pending.push(line);
      return take(false);
    },
    end: () => take(true),
  };
}

function readRow(lines: Line[], whole: number, line: number, delimiter: string): CsvRow | null {
  if (lines.slice(0, Math.max(1, whole)).some(({ tooLong }) => tooLong)) {
    return { line, problem: `is longer than ${MAX_LINE_LENGTH.toLocaleString('en-US')} characters` };
  }
  if (whole === 0) return { line, problem: 'opens a quote that is not closed before the next delimiter' };
  const text = lines
    .slice(0, whole)
    .map((each, index) => (index === whole - 1 ? each.text : each.text + each.end))
    .join('');
  if (!text.includes('"')) return withValues(line, text.split(delimiter));
  const [cells = []] = parse(text, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ROW_END,
  }) as string[][];
  return withValues(line, cells);
}

/** The text is one row already: nothing in it may end a row. */
const ROW_END = '\0';

const withValues = (line: number, cells: string[]) =>
  cells.every((cell) => cell.trim() === '') ? null : { line, cells };

/** How many of the lines make the first row: 0 when a quote is still open after the last of them, or badly closed. */
function countLinesOfRow(lines: readonly Line[], delimiter: string): { whole: number; broken: boolean } {
  let state: QuoteState = 'closed';
  for (const [index, { text }] of lines.entries()) {
    state = quoteStateAfter(text, state === 'open', delimiter);
    if (state !== 'open') return { whole: state === 'closed' ? index + 1 : 0, broken: state === 'broken' };
  }
  return { whole: 0, broken: false };
}

type QuoteState = 'open' | 'closed' | 'broken';

/** How the quotes stand after a line. One opens at the beginning of a cell only; two inside are a character. */
function quoteStateAfter(text: string, wasOpen: boolean, delimiter: string): QuoteState {
  let isOpen = wasOpen;
  for (let at = 0; ;) {
    if (isOpen) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return 'open';
      at = quote + 1;
      if (text[at] === '"') {
        at += 1;
        continue;
      }
      if (at === text.length) return 'closed';
      if (text[at] !== delimiter) return 'broken';
      isOpen = false;
    } else if (text[at] === '"') {
      isOpen = true;
      at += 1;
      continue;
    }
    const next = text.indexOf(delimiter, at);
    if (next < 0) return 'closed';
    at = next + 1;
  }
}
