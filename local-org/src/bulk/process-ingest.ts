import { setImmediate } from 'node:timers/promises';
import { SalesforceError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { readHeader, type IngestColumns } from './ingest-columns.ts';
import type { CsvRow, IngestJob } from './ingest-job.ts';
import { readCsv, UploadFault } from './read-csv.ts';

/** Records that are saved in one transaction, and in one turn of the event loop. */
const CHUNK_SIZE = 200;

/**
 * Saves the records of an uploaded job, chunk by chunk, so that the server answers in between. A record that
 * cannot be saved fails alone; a fault of the file fails the job and leaves the rest unprocessed.
 */
export async function processIngest(org: Org, job: IngestJob): Promise<void> {
  const csv = job.csv ?? Buffer.alloc(0);
  delete job.csv;
  let columns: IngestColumns | undefined;
  let fault: UploadFault | undefined;
  let chunk: CsvRow[] = [];
  const finishChunk = async () => {
    if (columns && !fault && job.state === 'InProgress') saveChunk(org, job, columns, chunk);
    else job.unprocessed.push(...chunk);
    chunk = [];
    await setImmediate();
  };

  job.state = 'InProgress';
  try {
    for await (const row of readCsv(csv, job.format)) {
      if (job.header.length === 0) {
        job.header = row;
        try {
          columns = readHeader(org.schema, org.userById(job.createdById), job, row);
        } catch (error) {
          fault = asFault(error);
        }
        continue;
      }
      chunk.push(row);
      if (chunk.length >= CHUNK_SIZE) await finishChunk();
    }
  } catch (error) {
    fault = asFault(error);
  }
  await finishChunk();
  finish(org, job, fault);
}

function finish(org: Org, job: IngestJob, fault: UploadFault | undefined): void {
  job.systemModstamp = org.now();
  // An abort during the work stands.
  if (job.state !== 'InProgress') return;
  job.state = fault ? 'Failed' : 'JobComplete';
  if (fault) job.errorMessage = fault.message;
}

function asFault(error: unknown): UploadFault {
  if (error instanceof UploadFault) return error;
  if (error instanceof SalesforceError) return new UploadFault(`${error.errorCode} : ${error.message}`);
  throw error;
}

function saveChunk(org: Org, job: IngestJob, columns: IngestColumns, rows: readonly CsvRow[]): void {
  const user = org.userById(job.createdById);
  const started = performance.now();
  const successes: IngestJob['successes'] = [];
  const failures: IngestJob['failures'] = [];
  org.records.transaction(() => {
    for (const row of rows) {
      const key = columns.keyOf(row);
      try {
        if (row.length !== job.header.length) throw wrongLength(job, row);
        successes.push({ ...saveRow(org, user, job, key, columns, row), row });
      } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        failures.push({ id: job.operation === 'upsert' ? '' : key, error: describeError(error), row });
      }
    }
  });
  // Counted once the transaction stands.
  job.successes.push(...successes);
  job.failures.push(...failures);
  job.recordsProcessed += rows.length;
  job.processingTime += Math.round(performance.now() - started);
}

function saveRow(
  { records }: Org,
  user: UserContext,
  job: IngestJob,
  key: string,
  columns: IngestColumns,
  row: CsvRow,
): { id: string; created: boolean } {
  const values = columns.valuesOf(row);
  if (job.operation === 'insert') {
    return { ...records.create(user, job.object, values, { auditFields: true }), created: true };
  }
  if (job.operation === 'upsert' && job.externalIdFieldName !== undefined) {
    return records.upsert(user, job.object, job.externalIdFieldName, key, values);
  }
  if (key === '')
    throw new SalesforceError('MISSING_ARGUMENT', `Id not specified in a ${job.operation} call`);
  if (job.operation === 'delete') records.delete(user, job.object, key);
  else records.update(user, job.object, key, values);
  return { id: key, created: false };
}

function wrongLength(job: IngestJob, row: CsvRow): SalesforceError {
  return new SalesforceError(
    'INVALID_INPUT',
    `the row has ${row.length} columns, the header has ${job.header.length}`,
  );
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --`, as `sf__Error` words it. */
function describeError({ errorCode, message, fields }: SalesforceError): string {
  return `${errorCode}:${message}:${fields.length > 0 ? `${fields.join(', ')} ` : ''}--`;
}
