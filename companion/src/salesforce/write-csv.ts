import type { FieldValue } from '../domain/account-fields.ts';

/** Sets a field to null; an empty cell leaves it as it is. */
const NULL_CELL = '#N/A';

/**
 * Rows as the CSV of an ingest job, every cell in quotes. A column is there for each field that any row has: a row
 * without it leaves that field alone.
 *
 * @param isNew whether all rows are new records, which have nothing to set to null
 */
export function toCsv(rows: readonly Record<string, FieldValue>[], isNew: boolean): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cellOf = (value: FieldValue | undefined) =>
    value === undefined || (value === null && isNew) ? '' : value === null ? NULL_CELL : String(value);
  const lines = rows.map((row) => columns.map((column) => quote(cellOf(row[column]))).join(','));
  return [columns.map(quote).join(','), ...lines, ''].join('\n');
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
