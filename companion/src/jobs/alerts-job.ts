import type { OrgIdentity } from '../usecases/ports.ts';
import { runAlerts, type RunAlertsDeps } from '../usecases/run-alerts.ts';
import { ALERTS_JOB, type TendCounts } from '../usecases/tend-alerts.ts';
import { defineJob, plannedRun, type JobDefinition, type PlannedRun } from './registry.ts';

/** Looks after alerts between syncs. A failed run is not repeated by the queue: the next tick is the repetition. */
export function createAlertsJob(
  org: OrgIdentity,
  deps: RunAlertsDeps,
  on: { done(counts: TendCounts): void; failed(error: unknown): void },
): JobDefinition<PlannedRun> {
  const handle = async ({ runId }: PlannedRun, signal: AbortSignal) => {
    await runAlerts(runId, org, deps, signal).then(on.done, on.failed);
  };
  return defineJob(ALERTS_JOB, plannedRun, handle, `${ALERTS_JOB}-${org.orgId}`);
}
