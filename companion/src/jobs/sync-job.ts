import type { ApiBudget } from '../usecases/api-budget.ts';
import type { OrgIdentity } from '../usecases/ports.ts';
import { runSync, SYNC_JOB, type RunSyncDeps } from '../usecases/run-sync.ts';
import type { SyncCounts } from '../usecases/sync-org.ts';
import { defineJob, plannedRun, type JobDefinition, type PlannedRun } from './registry.ts';

/** Who is told how a run ended. */
export interface SyncListener {
  done(counts: SyncCounts): void;
  putOff(reason: string): void;
  failed(error: unknown): void;
}

/**
 * The main job of an org. A failed run is not repeated by the queue: the next tick is the repetition. One that comes
 * while the org's calls run short is put off, and one that uses them up stops early: the next goes on where it ended.
 */
export function createSyncJob(
  org: OrgIdentity,
  deps: RunSyncDeps & { budget: ApiBudget; report?(): Promise<void> },
  on: SyncListener,
): JobDefinition<PlannedRun> {
  const handle = async ({ runId }: PlannedRun, signal: AbortSignal) => {
    if (deps.budget.pace() === 'spent') {
      const reason = deps.budget.putOff();
      await deps.runs.finishRun(runId, deps.clock().toISOString(), { state: 'skipped', reason });
      return on.putOff(reason);
    }
    const spending = new AbortController();
    const stopEarly = () => {
      if (!spending.signal.aborted && deps.budget.pace() === 'spent') {
        on.putOff(deps.budget.putOff());
        spending.abort();
      }
    };
    const either = AbortSignal.any([signal, spending.signal]);
    await runSync(runId, org, { ...deps, onProgress: stopEarly }, either).then(on.done, on.failed);
    await deps.report?.();
  };
  return defineJob(SYNC_JOB, plannedRun, handle, `${SYNC_JOB}-${org.orgId}`);
}
