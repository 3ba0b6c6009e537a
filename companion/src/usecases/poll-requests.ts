import { handleRequests, type RequestDeps } from './handle-requests.ts';
import type { RunMonitor } from './run-monitor.ts';

/** Takes up the requests that are open now, and notes how that went. Never throws: the next poll tries again. */
export async function pollRequests(
  orgId: string,
  deps: RequestDeps & { monitor: RunMonitor },
): Promise<void> {
  const { requests } = deps.monitor;
  try {
    const { done, failed } = await handleRequests(orgId, deps);
    requests.done += done;
    requests.failed += failed;
    requests.error = null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Once, not at every poll: an org that is away for an hour is one event.
    if (message !== requests.error) deps.onError(error, 'poll');
    requests.error = message;
  }
  requests.lastPollAt = deps.clock().toISOString();
}
