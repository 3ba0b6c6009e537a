import type { SaveResult } from './send-records.ts';

const TRIES = 3;
const WAIT_MS = 500;

/** Sends records, and those that met a locked row again after a moment. Answers for each, in their order. */
export async function sendUnlocked<R>(
  records: readonly R[],
  send: (records: R[]) => Promise<SaveResult[]>,
  wait: (ms: number) => Promise<unknown>,
): Promise<(SaveResult | undefined)[]> {
  const settled: (SaveResult | undefined)[] = [];
  let left = records.map((record, place) => ({ record, place }));
  for (let tried = 1; left.length > 0; tried += 1) {
    const answers = await send(left.map(({ record }) => record));
    left.forEach(({ place }, index) => (settled[place] = answers[index]));
    left = left.filter((_, index) => tried < TRIES && isLocked(answers[index]));
    if (left.length > 0) await wait(WAIT_MS * tried);
  }
  return settled;
}

const isLocked = (answer: SaveResult | undefined) =>
  answer?.errors.some(({ statusCode }) => statusCode === 'UNABLE_TO_LOCK_ROW') ?? false;
