import type { CDPSession, Page } from 'playwright-core';
import { seededRandom } from './seeded-random.ts';

/** Longest delay of an answer, in ms, for each unit of slowness. */
const DELAY_MS = 100;

/** Calls of the org's API; pages and scripts are not delayed. */
const DATA_CALLS = '*/services/data/*';

export interface SlowMode {
  /** How many times slower the page computes; an answer waits up to this many times 100 ms. */
  factor: number;
  /** What the delays follow from. */
  seed: number;
}

/**
 * What `TENURE_E2E_SLOW=<n>` asks for: undefined without it. `TENURE_E2E_SEED` repeats the delays of an earlier
 * run; without it each run has others.
 *
 * @throws when either is set and not a whole number above 0
 */
export function readSlowMode(env: NodeJS.ProcessEnv): SlowMode | undefined {
  const factor = wholeNumber(env, 'TENURE_E2E_SLOW');
  if (factor === undefined) return undefined;
  return { factor, seed: wholeNumber(env, 'TENURE_E2E_SEED') ?? 1 + Math.floor(Math.random() * 1_000_000) };
}

/** Makes a page compute slowly, and the answers to its data calls arrive late and in another order than asked. */
export async function slowDown(page: Page, { factor, seed }: SlowMode): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const random = seededRandom(seed);
  session.on('Fetch.requestPaused', ({ requestId }) => {
    setTimeout(() => void release(session, requestId), random() * factor * DELAY_MS).unref();
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: DATA_CALLS, requestStage: 'Response' }] });
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor });
}

async function release(session: CDPSession, requestId: string): Promise<void> {
  try {
    await session.send('Fetch.continueRequest', { requestId });
  } catch {
    // The page has been closed or has gone elsewhere: nobody waits for this answer any more.
  }
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${name} is "${text}": expected a whole number above 0`);
  return Number(text);
}
