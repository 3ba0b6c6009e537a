import type { Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import type { JobDefinition } from './registry.ts';

/** A worker that has not been heard of for this long is taken for dead, and its job is given to another. */
const MAX_HEARTBEAT_SECONDS = 30;
const POLL_SECONDS = 1;
/** Within what a stop of the whole service may take. */
const STOP_TIMEOUT_MS = 20_000;
const KEEP_SECONDS = 24 * 60 * 60;

export interface JobQueue {
  /** False when one is waiting already: a second would only repeat it. */
  send<T extends object>(job: JobDefinition<T>, data: T, key: string): Promise<boolean>;
  work<T extends object>(job: JobDefinition<T>): Promise<void>;
  /** Takes no more jobs of this kind, and waits for the one under way. */
  leave<T extends object>(job: JobDefinition<T>): Promise<void>;
  /** Asks what is under way to end early, through the `signal` of the handlers. */
  abort(): void;
  /** Asks that too, and waits for it. */
  stop(): Promise<void>;
}

export interface QueueOptions {
  /** Whether no other process uses this database: then what is active at the start is left over from a crash. */
  alone: boolean;
  /** How long work that was taken up stays with whoever took it without a sign of life; at least 10. */
  leaseSeconds: number;
  onError(error: unknown): void;
}

/** Starts the queue on the companion's own connections: by key, one job waits and one runs, whatever the replicas. */
export async function startQueue(
  pool: Pool,
  { alone, leaseSeconds, onError }: QueueOptions,
): Promise<JobQueue> {
  const heartbeatSeconds = Math.min(MAX_HEARTBEAT_SECONDS, leaseSeconds);
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => pool.query(text, values as unknown[]) },
    backend: alone ? 'pglite' : 'postgres',
    schedule: false,
    // How soon a silent worker is noticed: a little later than its heartbeat is due.
    superviseIntervalSeconds: heartbeatSeconds,
    monitorIntervalSeconds: heartbeatSeconds,
  });
  boss.on('error', onError);
  await boss.start();
  const stopping = new AbortController();
  const known = new Set<string>();
  const ensure = async (name: string) => {
    if (known.has(name)) return;
    known.add(name);
    await boss.createQueue(name, {
      policy: 'stately',
      retryLimit: 1,
      heartbeatSeconds,
      deleteAfterSeconds: KEEP_SECONDS,
    });
    if (alone) await boss.deleteAllJobs(name);
  };
  return {
    async send(job, data, key) {
      await ensure(job.queue);
      return (await boss.send(job.queue, data, { singletonKey: key })) !== null;
    },

    async work(job) {
      await ensure(job.queue);
      await boss.work(job.queue, { pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
        for (const { data } of jobs) await job.handle(job.data.parse(data), stopping.signal);
      });
    },

    abort: () => stopping.abort(),

    async leave(job) {
      await boss.offWork(job.queue, { wait: true });
    },

    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
    },
  };
}
