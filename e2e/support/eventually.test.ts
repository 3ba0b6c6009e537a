import { expect, test } from '@jest/globals';
import { eventually } from './eventually.ts';

test('an assertion that comes to hold is repeated until it does, and no more', async () => {
  let tries = 0;
  await eventually(async () => expect((tries += 1)).toBe(3));
  expect(tries).toBe(3);
});

test('what never comes to hold fails with what was wrong and how long it was waited for', async () => {
  const never = eventually(async () => expect(await Promise.resolve(7)).toBe(9), 120);
  await expect(never).rejects.toThrow(/^Still not so after \d+ ms: [^]*Expected: [^]*9[^]*Received: [^]*7/);
});

test('an error that is no assertion is told too', async () => {
  await expect(eventually(() => Promise.reject(new Error('The page is closed')), 0)).rejects.toThrow(
    /^Still not so after \d+ ms: The page is closed$/,
  );
});
