import { convertCell } from './convert-cell.ts';
import type { Fields, ImportKind, Row } from './kind.ts';
import type { FieldSource } from './mapping.ts';
import type { MatchedField } from './match-columns.ts';

/** What is wrong with a cell: where, what it says, and what was expected. */
export interface CellProblem {
  column: string;
  value: string;
  expected: string;
}

/** Values by what stands in the file, of each field that is looked up in another file first. */
export type Lookups = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What a cell says to clear a field, as in Salesforce's own Bulk API. */
export const CLEARS = '#N/A';

/** Makes a row of cells: every problem in it, or the values of its fields. `now` is an ISO time. */
export function mapRow(
  cells: readonly string[],
  matched: readonly MatchedField[],
  kind: ImportKind,
  lookups: Lookups,
  now: string,
): { row: Row<Fields> } | { problems: CellProblem[] } {
  const row: Record<string, unknown> = {};
  const problems: CellProblem[] = [];
  for (const { name, source, place } of matched) {
    const field = kind.fields[name];
    if (!field) continue;
    const cell = place === null ? '' : (cells[place] ?? '').trim();
    const column = source.column ?? name;
    const read = readValue(cell, source, field.type, lookups.get(name));
    if ('expected' in read) {
      problems.push({ column, value: cell, expected: read.expected });
      continue;
    }
    const { value } = read;
    if (value === undefined || value === null) {
      if (field.required) problems.push({ column, value: cell, expected: 'a value' });
      else row[name] = value;
      continue;
    }
    const checked = field.shape.safeParse(value);
    if (!checked.success) problems.push({ column, value: cell, expected: field.expected });
    else if (field.past && String(value) > (field.type === 'day' ? now.slice(0, 10) : now)) {
      problems.push({
        column,
        value: cell,
        expected: field.type === 'day' ? 'no day after today' : 'no time after now',
      });
    } else row[name] = checked.data;
  }
  return problems.length > 0 ? { problems } : { row: row as Row<Fields> };
}

type Read = { value: string | number | boolean | null | undefined } | { expected: string };

function readValue(
  cell: string,
  source: FieldSource,
  type: Parameters<typeof convertCell>[1],
  lookup: ReadonlyMap<string, string> | undefined,
): Read {
  const given = cell === '' ? (source.const ?? source.default) : cell;
  if (given === undefined) return { value: undefined };
  if (given === CLEARS) return { value: null };
  const found = cell === '' || !source.lookup ? given : lookup?.get(String(given));
  if (found === undefined)
    return { expected: `one of the values of ${source.lookup?.key} in ${source.lookup?.csv}` };
  const meant = source.values?.[String(found)] ?? found;
  if (meant === '') return { value: undefined };
  const read = typeof meant === 'string' ? convertCell(meant, type, source.format) : { value: meant };
  if ('expected' in read) return read;
  if (typeof read.value === 'number' && source.multiply !== undefined) {
    // Twelve times 0.1 is 1.2, not 1.2000000000000002.
    return { value: Number((read.value * source.multiply).toPrecision(15)) };
  }
  if (source.prefix !== undefined && typeof read.value === 'string')
    return { value: source.prefix + read.value };
  return read;
}
