import type { Connection } from 'jsforce';
import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AppError } from '../errors.ts';

/** A row of results: every cell is text, an empty one is null. The first row holds the names of the columns. */
export type CsvCells = readonly string[];

/**
 * Fetches one page of a job's results as it comes, and the locator of the next; null after the last. By itself, since
 * jsforce gives no response headers and reads a page into memory.
 */
export async function openResults(
  connection: Connection,
  path: string,
): Promise<{ rows: AsyncIterable<CsvCells>; locator: string | null }> {
  const response = await fetchAs(connection, path);
  const locator = response.headers.get('sforce-locator');
  const body = response.body ? Readable.fromWeb(response.body as ReadableStream) : Readable.from([]);
  const rows = body.pipe(parse({ bom: true, skip_empty_lines: true }));
  // A connection that breaks in the middle has to end the parser too, or it waits for ever.
  body.on('error', (error) => rows.destroy(error));
  return {
    rows: rows as AsyncIterable<CsvCells>,
    locator: locator === null || locator === 'null' ? null : locator,
  };
}

async function fetchAs(connection: Connection, path: string): Promise<Response> {
  const ask = () =>
    fetch(`${connection.instanceUrl}${path}`, {
      headers: { authorization: `Bearer ${connection.accessToken}`, accept: 'text/csv' },
    });
  let response = await ask();
  if (response.status === 401) {
    await response.body?.cancel();
    // Any call through jsforce renews an expired session.
    await connection.request(`/services/data/v${connection.version}/limits`);
    response = await ask();
  }
  if (response.ok) return response;
  await response.body?.cancel();
  throw new AppError(
    'ORG_REFUSED',
    `The org answered ${response.status} to GET ${path}; expected the results of a bulk job.`,
  );
}
