import { createReadStream } from 'node:fs';
import { DELIMITERS, SEPARATOR_LINE, type DelimiterName } from './detect-delimiter.ts';
import type { FoundEncoding } from './encoding.ts';
import { createRowJoiner, type CsvRow } from './row-joiner.ts';
import { splitLines } from './split-lines.ts';

const CHUNK_BYTES = 256 * 1024;

/** How the text of a file is to be read. */
export interface Dialect {
  encoding: FoundEncoding;
  delimiter: DelimiterName;
}

/**
 * Reads the rows of a CSV file, some at a time, in constant memory: nothing more is read from the file until the rows
 * are taken. Rows of the heading included; a first line `sep=;` left out.
 */
export async function* readCsv(file: string, { encoding, delimiter }: Dialect): AsyncGenerator<CsvRow[]> {
  const joiner = createRowJoiner(DELIMITERS[delimiter]);
  let isFirst = true;
  for await (const lines of splitLines(decode(file, encoding))) {
    const rows: CsvRow[] = [];
    for (const line of lines) {
      const isDeclaration = isFirst && SEPARATOR_LINE.test(line.text);
      isFirst = false;
      rows.push(...joiner.push(isDeclaration ? { text: '', end: line.end } : line));
    }
    if (rows.length > 0) yield rows;
  }
  const rest = joiner.end();
  if (rest.length > 0) yield rest;
}

async function* decode(file: string, { name, markBytes }: FoundEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(name);
  const bytes = createReadStream(file, { start: markBytes, highWaterMark: CHUNK_BYTES });
  for await (const chunk of bytes as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
