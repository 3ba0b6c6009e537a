import { setTimeout as pause } from 'node:timers/promises';

/** How long a journey waits for one state of a page, so that a slow machine fails no test: half of what a test may take. */
export const PATIENCE_MS = 60_000;

const PAUSE_MS = 50;

/**
 * Repeats an assertion about what a page shows until it holds: what an action brings about comes when it comes.
 * Only for what a locator cannot wait for itself (a count, a text that must be equal, what is in the org).
 *
 * @example await eventually(async () => expect(await rows().count()).toBe(9));
 * @throws what the last attempt threw, with how long it was waited for
 */
export async function eventually(assertion: () => Promise<void>, patienceMs = PATIENCE_MS): Promise<void> {
  const started = performance.now();
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      const waited = Math.round(performance.now() - started);
      if (waited >= patienceMs) throw withPatience(error, waited);
    }
    await pause(PAUSE_MS);
  }
}

function withPatience(error: unknown, waited: number): Error {
  const failure = error instanceof Error ? error : new Error(String(error));
  failure.message = `Still not so after ${waited} ms: ${failure.message}`;
  return failure;
}
