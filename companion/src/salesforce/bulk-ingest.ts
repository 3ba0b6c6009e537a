import type { Connection } from 'jsforce';
import type { FieldValue } from '../domain/account-fields.ts';
import { bulkJob, waitForJob, type BulkJob, type BulkWait } from './bulk-job.ts';
import { openResults, type CsvCells } from './bulk-results.ts';
import { withRetries } from './retry.ts';
import { toCsv } from './write-csv.ts';

/** What a job is to do. `keyField` is the column by which results are told apart: Id, or the external id. */
export interface IngestRequest {
  object: string;
  operation: 'insert' | 'update' | 'upsert';
  keyField: string;
  /** In the order in which they are to be written: children of one parent stand together. */
  rows: Record<string, FieldValue>[];
}

/** What the org said of one row; null where it was written. */
export type RowError = { statusCode: string; message: string } | null;

/** What is said of a row that the org never came to. */
const UNPROCESSED = 'UNPROCESSED';

/**
 * Writes rows through a job of Bulk API 2.0. An org works off one job of at most 10,000 rows as one batch, 200 rows at
 * a time and in their order, so that siblings never run in parallel as long as jobs follow one another.
 * https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_bulkapi.htm
 *
 * @returns for each key what came of it
 */
export async function bulkIngest(
  connection: Connection,
  { object, operation, keyField, rows }: IngestRequest,
  waiting: BulkWait,
): Promise<Map<string, RowError>> {
  const jobs = `/services/data/v${connection.version}/jobs/ingest`;
  const json = (method: 'POST' | 'PATCH', url: string, body: object) =>
    connection.request({
      method,
      url,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const asked = {
    object,
    operation,
    contentType: 'CSV',
    lineEnding: 'LF',
    ...(operation === 'upsert' ? { externalIdFieldName: keyField } : {}),
  };
  // A job that was made without our knowing stays empty, and does nothing.
  const { id } = bulkJob.parse(await withRetries(() => json('POST', jobs, asked), waiting.wait));
  const job = `${jobs}/${id}`;
  try {
    const body = toCsv(rows, operation === 'insert');
    await connection.request({
      method: 'PUT',
      url: `${job}/batches`,
      body,
      headers: { 'content-type': 'text/csv' },
    });
    await json('PATCH', job, { state: 'UploadComplete' });
    const ended = await waitForJob(connection, job, waiting);
    return await readOutcome(connection, job, ended, keyField, rows);
  } finally {
    // An open job is refused; it and any other is deleted by the org after seven days.
    await connection.request({ method: 'DELETE', url: job }).catch(() => undefined);
  }
}

async function readOutcome(
  connection: Connection,
  job: string,
  { errorMessage }: BulkJob,
  keyField: string,
  rows: IngestRequest['rows'],
): Promise<Map<string, RowError>> {
  const outcome = new Map<string, RowError>(rows.map((row) => [String(row[keyField]), null]));
  for await (const row of openRecords(connection, `${job}/failedResults`))
    outcome.set(row.get(keyField) ?? '', readError(row.get('sf__Error') ?? ''));
  for await (const row of openRecords(connection, `${job}/unprocessedrecords`)) {
    const message = errorMessage ?? 'the job ended before it came to this record';
    outcome.set(row.get(keyField) ?? '', { statusCode: UNPROCESSED, message });
  }
  return outcome;
}

/** The rows of results, each by the names of the columns. */
async function* openRecords(connection: Connection, url: string): AsyncGenerator<Map<string, string>> {
  let header: CsvCells | null = null;
  for await (const cells of (await openResults(connection, url)).rows) {
    if (header) yield new Map(header.map((column, index) => [column, cells[index] ?? '']));
    else header = cells;
  }
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --`: a code, what it says, and the fields. */
function readError(text: string): NonNullable<RowError> {
  const [, statusCode = 'UNKNOWN', message = text] = /^([A-Z_]+):(.*?)(?::[^:]*--)?$/s.exec(text) ?? [];
  return { statusCode, message };
}
