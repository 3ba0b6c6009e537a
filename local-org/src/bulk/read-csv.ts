import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { csvCharacters, type CsvFormat } from './csv-format.ts';
import type { CsvRow } from './ingest-job.ts';

/** How much of the upload is handed to the parser at once. */
const SLICE_BYTES = 64 * 1024;

/** A fault of the upload as a whole: the job fails with this message. */
export class UploadFault extends Error {}

/**
 * Reads the rows of an upload one by one, quoted line breaks and delimiters included.
 *
 * @throws UploadFault when the text is no CSV, or its lines end otherwise than the job says
 */
export async function* readCsv(csv: Buffer, format: CsvFormat): AsyncGenerator<CsvRow> {
  requireLineEnding(csv, format);
  const { delimiter, lineBreak } = csvCharacters(format);
  const rows = Readable.from(slices(csv)).pipe(
    parse({
      bom: true,
      delimiter,
      record_delimiter: lineBreak,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  try {
    for await (const row of rows) yield row as CsvRow;
  } catch (error) {
    if (error instanceof CsvError) throw new UploadFault(`ClientInputError : ${error.message}`);
    throw error;
  }
}

function* slices(csv: Buffer): Generator<Buffer> {
  for (let start = 0; start < csv.length; start += SLICE_BYTES)
    yield csv.subarray(start, start + SLICE_BYTES);
}

/** The header decides: it is the first line, and column names hold no line breaks. */
function requireLineEnding(csv: Buffer, format: CsvFormat): void {
  const end = csv.indexOf('\n');
  if (end < 0) return;
  const found = csv[end - 1] === '\r'.charCodeAt(0) ? 'CRLF' : 'LF';
  if (found === format.lineEnding) return;
  throw new UploadFault(
    `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${format.lineEnding}`,
  );
}
