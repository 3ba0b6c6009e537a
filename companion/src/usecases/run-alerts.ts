import type { OrgIdentity, RunStore } from './ports.ts';
import type { PushDeps } from './push-changes.ts';
import { tendAlerts, type AlertDeps, type TendCounts } from './tend-alerts.ts';

export interface RunAlertsDeps extends PushDeps {
  alerts: AlertDeps;
  runs: RunStore;
}

/** Looks after alerts as a planned run: its outcome is kept either way. */
export async function runAlerts(
  runId: string,
  org: OrgIdentity,
  deps: RunAlertsDeps,
  signal: AbortSignal,
): Promise<TendCounts> {
  const now = () => deps.clock().toISOString();
  await deps.runs.startRun(runId, now());
  try {
    const counts = await tendAlerts(org, deps.alerts, deps, signal);
    await deps.runs.finishRun(runId, now(), { state: 'succeeded', counts: { ...counts } });
    return counts;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await deps.runs.finishRun(runId, now(), { state: 'failed', error: message });
    throw error;
  }
}
