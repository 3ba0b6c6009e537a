import { setTimeout as sleep } from 'node:timers/promises';

export interface PollLoop {
  /** Waits for the call that is under way. */
  stop(): Promise<void>;
}

/** Calls something over and over with a pause in between, never twice at a time. It must not throw. */
export function startPollLoop(pauseMs: () => number, poll: () => Promise<void>): PollLoop {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      await poll();
      await sleep(pauseMs(), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
