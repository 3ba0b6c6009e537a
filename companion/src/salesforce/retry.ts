import { setTimeout as sleep } from 'node:timers/promises';
import { isTransient } from './salesforce-error.ts';

const FIRST_WAIT_MS = 500;
const TRIES = 4;

/**
 * Repeats a request that may be repeated while the org is busy: after half a second, then one, then two. Only for
 * requests that are the same when made twice; jsforce itself repeats reads.
 */
export async function withRetries<T>(
  request: () => Promise<T>,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await request();
    } catch (error) {
      if (tried >= TRIES || !isTransient(error)) throw error;
      await wait(FIRST_WAIT_MS * 2 ** (tried - 1));
    }
  }
}
