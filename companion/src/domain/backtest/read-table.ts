import type { Cell, Column, Example, LabelTable } from './label-table.ts';

/** A table as it came: rows of texts by the name of their column. */
export type TextRow = Record<string, string>;

/** What a table is read by. */
export interface TableOptions {
  label: string;
  /** The value of the label that means lost; null takes the usual words for yes. */
  lostValue: string | null;
  /** The column with the day of the decision, to hold out by time. */
  date: string | null;
  /** Columns to leave out. */
  ignore: readonly string[];
}

/** A table that can be learned from, with what was left out of it and why. */
export interface ReadTable {
  table: LabelTable;
  left: { column: string; why: string }[];
  /** Rows without a label. */
  unlabelled: number;
}

const LOST = ['yes', 'y', 'true', '1', 'churned', 'churn', 'lost', 'cancelled', 'canceled'];
const KEPT = ['no', 'n', 'false', '0', 'renewed', 'retained', 'kept', 'active', 'stayed'];
const DAY = /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/;
/** A name that more than half of the rows have to themselves identifies them; it cannot be learned from. */
const UNIQUE_SHARE = 0.5;
const MOST_NAMES = 50;

/**
 * Reads a labelled table: which columns hold numbers and which names, and which cannot be learned from. A `problem`
 * says what is wrong with the table as a whole: a column that is not there, or a cell that is none of what it must be.
 */
export function readTable(rows: readonly TextRow[], options: TableOptions): ReadTable | { problem: string } {
  const names = Object.keys(rows[0] ?? {});
  const asked = [options.label, ...(options.date === null ? [] : [options.date]), ...options.ignore];
  const absent = asked.find((name) => !names.includes(name));
  if (absent !== undefined) {
    return { problem: `There is no column "${absent}"; the table has ${names.join(', ') || 'no rows'}.` };
  }
  const problem = rows.map((row, index) => findProblem(row, index, options)).find((each) => each !== null);
  if (problem !== undefined) return { problem };

  const labelled = rows.filter((row) => textOf(row, options.label) !== '');
  const columns: Column[] = [];
  const left: ReadTable['left'] = [];
  for (const name of names) {
    if (name === options.label || name === options.date) continue;
    const judged = options.ignore.includes(name)
      ? { why: 'left out on request' }
      : judgeColumn(labelled.map((row) => textOf(row, name)));
    if ('kind' in judged) columns.push({ name, kind: judged.kind });
    else left.push({ column: name, why: judged.why });
  }
  const examples = labelled.map((row, index): Example => ({
    id: String(index + 1),
    lost: isLost(textOf(row, options.label), options) === true,
    on: options.date === null ? null : textOf(row, options.date).slice(0, 10),
    score: null,
    cells: columns.map(({ name, kind }) => readCell(textOf(row, name), kind)),
  }));
  return { table: { columns, examples }, left, unlabelled: rows.length - labelled.length };
}

const textOf = (row: TextRow, column: string) => row[column]?.trim() ?? '';

/** What is wrong with the label or the date of a row; null when nothing is, or when it has no label. */
function findProblem(row: TextRow, index: number, options: TableOptions): string | null {
  const label = textOf(row, options.label);
  if (label === '') return null;
  if (isLost(label, options) === null) {
    return (
      `Row ${index + 1} has "${label}" in the label ${options.label}; expected yes or no, ` +
      'or name the value that means lost.'
    );
  }
  if (options.date === null) return null;
  const day = textOf(row, options.date);
  if (DAY.test(day) && !Number.isNaN(Date.parse(day.slice(0, 10)))) return null;
  return `Row ${index + 1} has "${day}" in ${options.date}; expected a day such as 2026-11-23.`;
}

function isLost(label: string, { lostValue }: TableOptions): boolean | null {
  const value = label.toLowerCase();
  if (lostValue !== null) return value === lostValue.toLowerCase();
  if (LOST.includes(value)) return true;
  return KEPT.includes(value) ? false : null;
}

function judgeColumn(texts: readonly string[]): { kind: Column['kind'] } | { why: string } {
  const filled = texts.filter((text) => text !== '');
  const different = new Set(filled).size;
  if (filled.length === 0) return { why: 'empty' };
  if (different === 1 && filled.length === texts.length) return { why: 'the same in every row' };
  if (filled.every((text) => DAY.test(text)))
    return { why: 'a date: turn it into a number of days, or hold out by it' };
  if (filled.every(isNumber)) return { kind: 'number' };
  if (different > MOST_NAMES || different > UNIQUE_SHARE * filled.length) {
    return { why: `${different.toLocaleString('en-US')} different names: too many to learn from` };
  }
  return { kind: 'category' };
}

const isNumber = (text: string) => Number.isFinite(Number(text));

function readCell(text: string, kind: Column['kind']): Cell {
  if (text === '') return null;
  return kind === 'number' ? Number(text) : text;
}
