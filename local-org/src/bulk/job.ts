import { SalesforceError } from '../errors.ts';
import type { CsvFormat } from './csv-format.ts';

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** What ingest and query jobs have in common. */
export interface Job {
  id: string;
  object: string;
  operation: string;
  state: JobState;
  createdById: string;
  createdDate: Date;
  systemModstamp: Date;
  apiVersion: number;
  format: CsvFormat;
  recordsProcessed: number;
  /** Milliseconds spent on the records. */
  processingTime: number;
  errorMessage?: string;
}

/** States in which a job will not change again by itself. */
export const FINAL_STATES: ReadonlySet<JobState> = new Set(['JobComplete', 'Failed', 'Aborted']);

/** The properties that the API shows of every job. */
export function describeJob(job: Job): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.createdById,
    createdDate: apiDateTime(job.createdDate),
    systemModstamp: apiDateTime(job.systemModstamp),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: job.apiVersion,
    lineEnding: job.format.lineEnding,
    columnDelimiter: job.format.columnDelimiter,
    ...(job.errorMessage === undefined ? {} : { errorMessage: job.errorMessage }),
  };
}

/** An action that the state of the job does not allow. */
export function wrongState(job: Job, action: string, allowed: readonly JobState[]): SalesforceError {
  return new SalesforceError(
    'INVALIDJOBSTATE',
    `Job ${job.id} is ${job.state}: to ${action} it must be ${allowed.join(' or ')}`,
  );
}

function apiDateTime(moment: Date): string {
  return moment.toISOString().replace('Z', '+0000');
}
