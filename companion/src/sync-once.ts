import type { Env } from './config/env.ts';
import { openCompanion } from './open-companion.ts';
import { runSync, SYNC_JOB } from './usecases/run-sync.ts';

/** One sync from the command line. Ends with 1 when the org refused a write. */
export async function syncOnce(env: Env): Promise<number> {
  const companion = await openCompanion(env);
  const { store, org, database, clock } = companion;
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort()).once('SIGTERM', () => stopping.abort());
  try {
    const started = clock();
    const runId = await store.planRun(org.orgId, SYNC_JOB, started.toISOString());
    const counts = await runSync(runId ?? '', org, { ...companion, runs: store }, stopping.signal);
    const seconds = ((clock().getTime() - started.getTime()) / 1000).toFixed(1);
    const { read, scored, pushed, failed } = counts;
    process.stdout.write(
      `${org.name}: read ${read}, scored ${scored}, pushed ${pushed}, failed ${failed} in ${seconds} s` +
        `${stopping.signal.aborted ? '; stopped early' : ''}\n`,
    );
    return failed > 0 || stopping.signal.aborted ? 1 : 0;
  } finally {
    await database.close();
  }
}
