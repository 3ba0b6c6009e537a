import type { OrgIdentity } from '../usecases/ports.ts';
import { runSync, SYNC_JOB, type RunSyncDeps } from '../usecases/run-sync.ts';
import type { SyncCounts } from '../usecases/sync-org.ts';
import { defineJob, plannedRun, type JobDefinition, type PlannedRun } from './registry.ts';

/** The main job. A failed run is not repeated by the queue: the next tick is the repetition. */
export function createSyncJob(
  org: OrgIdentity,
  deps: RunSyncDeps,
  on: { done(counts: SyncCounts): void; failed(error: unknown): void },
): JobDefinition<PlannedRun> {
  return defineJob(SYNC_JOB, plannedRun, async ({ runId }, signal) => {
    await runSync(runId, org, deps, signal).then(on.done, on.failed);
  });
}
