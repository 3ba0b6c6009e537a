import { processInbound, type InboundDeps } from './process-inbound.ts';
import type { RunMonitor } from './run-monitor.ts';

/** Files what came in, and notes how that went. Never throws: what could not be filed waits for the next poll. */
export async function pollInbound(
  orgId: string,
  deps: InboundDeps & { monitor: RunMonitor; onError(error: unknown): void },
): Promise<void> {
  const { inbound } = deps.monitor;
  try {
    await processInbound(orgId, deps);
    inbound.error = null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Once, not at every poll: an org that is away for an hour is one event.
    if (message !== inbound.error) deps.onError(error);
    inbound.error = message;
  }
}
