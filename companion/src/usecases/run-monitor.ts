import type { RunProgress } from './ports.ts';

/** What only this process knows: the run under way, and how the last polls went. */
export interface RunMonitor {
  running: { job: string; startedAt: string; progress: RunProgress } | null;
  requests: { lastPollAt: string | null; done: number; failed: number; error: string | null };
  /** Why what came in from outside could not be filed the last time; null while it can. */
  inbound: { error: string | null };
  /** Why the org did not answer the last time it was asked; null while it does. */
  orgError: string | null;
  /** What is wrong with alert rules that could not be applied. */
  alertProblems: string[];
}

/** A monitor of a process that has done nothing yet. */
export function createRunMonitor(): RunMonitor {
  return {
    running: null,
    requests: { lastPollAt: null, done: 0, failed: 0, error: null },
    inbound: { error: null },
    orgError: null,
    alertProblems: [],
  };
}
