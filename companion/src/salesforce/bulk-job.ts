import type { Connection } from 'jsforce';
import { z } from 'zod';
import { AppError } from '../errors.ts';

/** How long to wait before the state of a job is asked for again: soon at first, then less and less often. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** A job of Bulk API 2.0 as far as it matters here. */
export const bulkJob = z.object({
  id: z.string(),
  state: z.enum(['Open', 'UploadComplete', 'InProgress', 'JobComplete', 'Failed', 'Aborted']),
  errorMessage: z.string().optional(),
});
export type BulkJob = z.infer<typeof bulkJob>;

/** What waiting for a job needs. */
export interface BulkWait {
  wait(ms: number): Promise<unknown>;
  /** Called before each look: whoever waits is still alive. */
  onWait?(): Promise<void>;
}

/** Waits for the end of a job, whatever end that is. */
export async function waitForJob(
  connection: Connection,
  url: string,
  { wait, onWait }: BulkWait,
): Promise<BulkJob> {
  for (let pause = FIRST_WAIT_MS; ; pause = Math.min(LONGEST_WAIT_MS, pause * 1.5)) {
    const job = bulkJob.parse(await connection.request(url));
    if (job.state === 'JobComplete' || job.state === 'Failed' || job.state === 'Aborted') return job;
    await onWait?.();
    await wait(pause);
  }
}

/** @throws {AppError} BULK_JOB_FAILED with the org's own words */
export function requireComplete({ id, state, errorMessage }: BulkJob, what: string): void {
  if (state === 'JobComplete') return;
  throw new AppError(
    'BULK_JOB_FAILED',
    `The bulk job ${id} that ${what} is ${state}: ${errorMessage ?? 'no reason given'}`,
  );
}
