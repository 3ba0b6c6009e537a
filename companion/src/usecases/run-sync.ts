import type { OrgIdentity, RunStore } from './ports.ts';
import type { RunMonitor } from './run-monitor.ts';
import { syncOrg, type SyncCounts, type SyncDeps } from './sync-org.ts';

export const SYNC_JOB = 'sync';

export interface RunSyncDeps extends SyncDeps {
  runs: RunStore;
  monitor: RunMonitor;
  /** Called after each batch. */
  onProgress?(): void;
}

/** Runs the sync as a planned run: its progress can be watched, and its outcome is kept either way. */
export async function runSync(
  runId: string,
  org: OrgIdentity,
  deps: RunSyncDeps,
  signal: AbortSignal,
): Promise<SyncCounts> {
  const { runs, monitor, clock } = deps;
  const startedAt = clock().toISOString();
  const none = { read: 0, scored: 0, pushed: 0, failed: 0, of: null };
  monitor.running = { job: SYNC_JOB, startedAt, progress: none };
  await runs.startRun(runId, startedAt);
  try {
    const counts = await syncOrg(org, deps, {
      signal,
      progress: (progress) => {
        monitor.running = { job: SYNC_JOB, startedAt, progress };
        deps.onProgress?.();
      },
    });
    monitor.orgError = null;
    await runs.finishRun(runId, clock().toISOString(), { state: 'succeeded', counts: { ...counts } });
    return counts;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    monitor.orgError = message;
    await runs.finishRun(runId, clock().toISOString(), { state: 'failed', error: message });
    throw error;
  } finally {
    monitor.running = null;
  }
}
