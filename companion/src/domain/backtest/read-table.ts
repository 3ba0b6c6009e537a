import type { IsoDate } from '../dates.ts';
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
 * Reads a labelled table: which columns hold numbers and which names, and which cannot be learned from.
 *
 * @throws {RangeError} when a column is missing, or a label is none of the words for yes or no
 */
export function readTable(rows: readonly TextRow[], options: TableOptions): ReadTable {
  const names = Object.keys(rows[0] ?? {});
  for (const name of [options.label, ...(options.date === null ? [] : [options.date]), ...options.ignore]) {
    if (!names.includes(name)) {
      throw new RangeError(`There is no column "${name}"; the table has ${names.join(', ') || 'no rows'}.`);
    }
  }
  const labelled = rows
    .map((row, index) => ({ row, lost: readLabel(row[options.label] ?? '', options, index) }))
    .filter((each): each is { row: TextRow; lost: boolean } => each.lost !== null);
  const columns: Column[] = [];
  const left: ReadTable['left'] = [];
  for (const name of names) {
    if (name === options.label || name === options.date) continue;
    const judged = options.ignore.includes(name)
      ? { why: 'left out on request' }
      : judgeColumn(labelled.map(({ row }) => row[name]?.trim() ?? ''));
    if ('kind' in judged) columns.push({ name, kind: judged.kind });
    else left.push({ column: name, why: judged.why });
  }
  const examples = labelled.map(({ row, lost }, index): Example => ({
    id: String(index + 1),
    lost,
    on: options.date === null ? null : readDay(row[options.date] ?? '', options.date, index),
    score: null,
    cells: columns.map(({ name, kind }) => readCell(row[name] ?? '', kind)),
  }));
  return { table: { columns, examples }, left, unlabelled: rows.length - labelled.length };
}

function readLabel(text: string, { label, lostValue }: TableOptions, index: number): boolean | null {
  const value = text.trim();
  if (value === '') return null;
  if (lostValue !== null) return value.toLowerCase() === lostValue.toLowerCase();
  if (LOST.includes(value.toLowerCase())) return true;
  if (KEPT.includes(value.toLowerCase())) return false;
  throw new RangeError(
    `Row ${index + 1} has "${value}" in the label ${label}; expected yes or no, or name the value that means lost.`,
  );
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
  const value = text.trim();
  if (value === '') return null;
  return kind === 'number' ? Number(value) : value;
}

function readDay(text: string, column: string, index: number): IsoDate {
  const value = text.trim();
  if (DAY.test(value) && !Number.isNaN(Date.parse(value.slice(0, 10)))) return value.slice(0, 10);
  throw new RangeError(`Row ${index + 1} has "${value}" in ${column}; expected a day such as 2026-11-23.`);
}
