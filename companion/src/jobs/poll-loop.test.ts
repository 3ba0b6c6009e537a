import { expect, test } from '@jest/globals';
import { startPollLoop } from './poll-loop.ts';

test('a poll loop never overlaps itself, and stopping waits for the call that is under way', async () => {
  let running = 0;
  let most = 0;
  let calls = 0;
  const third = Promise.withResolvers<void>();
  const loop = startPollLoop(
    () => 1,
    async () => {
      running += 1;
      calls += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      if (calls === 3) third.resolve();
      running -= 1;
    },
  );
  await third.promise;
  await loop.stop();
  expect({ most, running }).toEqual({ most: 1, running: 0 });
  const stoppedAt = calls;
  await new Promise(setImmediate);
  expect(calls).toBe(stoppedAt);
});
