import { stringify } from 'csv-stringify/sync';
import { csvCharacters, type CsvFormat } from './csv-format.ts';

/** Writes rows as the Bulk API does: every cell in quotes, in the job's format. */
export function writeCsv(format: CsvFormat, rows: readonly (readonly string[])[]): string {
  const { delimiter, lineBreak } = csvCharacters(format);
  return stringify(
    rows.map((row) => [...row]),
    { delimiter, record_delimiter: lineBreak, quoted: true, quoted_empty: true },
  );
}
