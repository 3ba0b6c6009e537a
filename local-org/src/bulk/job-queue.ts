import type { Job } from './job.ts';

/** Works off uploaded jobs one after another: one org, one writer. */
export interface JobQueue {
  /** Runs `work` when it is the job's turn, unless the job was aborted by then. */
  add(job: Job, work: () => Promise<void>): void;
}

/**
 * Creates a queue. Work that throws fails its job, `onError` is told, and the next one runs.
 *
 * @param onError gets what should not have been thrown: faults of the data are results of the job
 */
export function createJobQueue(onError: (error: unknown) => void): JobQueue {
  let last: Promise<void> = Promise.resolve();
  return {
    add(job, work) {
      last = last
        .then(() => (job.state === 'UploadComplete' ? work() : undefined))
        .catch((error: unknown) => {
          job.state = 'Failed';
          job.errorMessage = 'InternalServerError : the local org wrote the cause to its error output';
          onError(error);
        });
    },
  };
}
