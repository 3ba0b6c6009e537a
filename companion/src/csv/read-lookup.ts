import { AppError } from '../errors.ts';
import { DELIMITERS, detectDelimiter } from './detect-delimiter.ts';
import { inspectFile } from './inspect-file.ts';
import { readCsv } from './read-csv.ts';

/** What is looked up has to be held in memory. */
const MOST_VALUES = 1_000_000;

/**
 * Reads two columns of a CSV file as what stands for what. A key that stands twice has the value of the last line.
 *
 * @throws {AppError} when the file lacks one of the columns, or has too many keys
 */
export async function readLookup(
  file: string,
  { key, value }: { key: string; value: string },
): Promise<{ values: Map<string, string>; fingerprint: string }> {
  const { head, encoding, fingerprint } = await inspectFile(file, null);
  const delimiter = detectDelimiter(head);
  const values = new Map<string, string>();
  let places: [number, number] | null = null;
  for await (const rows of readCsv(file, { encoding, delimiter })) {
    for (const row of rows) {
      if (!('cells' in row)) continue;
      const cells = row.cells.map((cell) => cell.trim());
      if (places === null) {
        places = [cells.indexOf(key), cells.indexOf(value)];
        if (places.includes(-1)) {
          const list = cells.join(DELIMITERS[delimiter]);
          throw new AppError('BAD_MAP', `${file} lacks ${key} or ${value}; its heading is ${list}.`);
        }
        continue;
      }
      const [keyAt, valueAt] = places;
      if (cells[keyAt]) values.set(cells[keyAt], cells[valueAt] ?? '');
      if (values.size > MOST_VALUES) {
        throw new AppError(
          'BAD_MAP',
          `${file} has more than ${MOST_VALUES.toLocaleString('en-US')} keys to look up.`,
        );
      }
    }
  }
  return { values, fingerprint };
}
