import { notImplemented, SalesforceError } from '../errors.ts';
import type { Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import { invalidChoice, readCsvFormat } from './csv-format.ts';
import { describeJob, type Job } from './job.ts';

const OPERATIONS = ['insert', 'update', 'upsert', 'delete'] as const;

export type IngestOperation = (typeof OPERATIONS)[number];

/** A row of the uploaded CSV, cells as text. */
export type CsvRow = readonly string[];

export interface IngestJob extends Job {
  operation: IngestOperation;
  /** The field that an upsert finds records by. */
  externalIdFieldName?: string;
  /** The upload, until it is processed. */
  csv?: Buffer;
  header: CsvRow;
  successes: { id: string; created: boolean; row: CsvRow }[];
  failures: { id: string; error: string; row: CsvRow }[];
  unprocessed: CsvRow[];
}

/**
 * Reads a request for an ingest job.
 * https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/create_job.htm
 */
export function readIngestJob(
  schema: Schema,
  user: UserContext,
  body: Record<string, unknown>,
): Pick<IngestJob, 'object' | 'operation' | 'externalIdFieldName' | 'format'> {
  const { operation: wanted, object: objectName, externalIdFieldName: externalId } = body;
  if (wanted === 'hardDelete') throw notImplemented('hardDelete jobs');
  const operation = OPERATIONS.find((known) => known === wanted);
  if (!operation) throw invalidChoice('operation', wanted, OPERATIONS);
  const object = typeof objectName === 'string' ? schema.object(objectName) : undefined;
  if (!object || !user.canObject(object.name, 'read')) {
    throw new SalesforceError('INVALIDENTITY', `Unable to find object: ${String(objectName)}`);
  }
  const job = { object: object.name, operation, format: readCsvFormat(body) };
  if (operation !== 'upsert') return job;

  const field = typeof externalId === 'string' ? schema.field(object.name, externalId) : undefined;
  if (
    !field ||
    !(field.externalId || field.type === 'id') ||
    !user.canField(object.name, field.name, 'read')
  ) {
    throw new SalesforceError(
      'INVALIDJOB',
      `externalIdFieldName is ${JSON.stringify(externalId ?? null)}; expected an external id field of ${object.name}, or Id`,
    );
  }
  return { ...job, externalIdFieldName: field.name };
}

/** The job as the API shows it. */
export function describeIngestJob(job: IngestJob): Record<string, unknown> {
  return {
    ...describeJob(job),
    jobType: 'V2Ingest',
    contentUrl: `services/data/v${job.apiVersion.toFixed(1)}/jobs/ingest/${job.id}/batches`,
    ...(job.externalIdFieldName === undefined ? {} : { externalIdFieldName: job.externalIdFieldName }),
    numberRecordsProcessed: job.recordsProcessed,
    numberRecordsFailed: job.failures.length,
    retries: 0,
    totalProcessingTime: job.processingTime,
    apiActiveProcessingTime: job.processingTime,
    apexProcessingTime: 0,
  };
}
