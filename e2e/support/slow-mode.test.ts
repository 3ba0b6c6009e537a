import { expect, test } from '@jest/globals';
import { seededRandom } from './seeded-random.ts';
import { readSlowMode } from './slow-mode.ts';

test('journeys run at full speed unless slowness is asked for', () => {
  expect(readSlowMode({})).toBeUndefined();
  expect(readSlowMode({ TENURE_E2E_SLOW: '', TENURE_E2E_SEED: '7' })).toBeUndefined();
});

test('the seed is the one that is given, else one of many', () => {
  expect(readSlowMode({ TENURE_E2E_SLOW: '4', TENURE_E2E_SEED: '7' })).toEqual({ factor: 4, seed: 7 });
  const seeds = Array.from({ length: 20 }, () => readSlowMode({ TENURE_E2E_SLOW: '4' })?.seed);
  expect(new Set(seeds).size).toBeGreaterThan(1);
});

test.each([
  ['TENURE_E2E_SLOW', { TENURE_E2E_SLOW: '0' }],
  ['TENURE_E2E_SLOW', { TENURE_E2E_SLOW: 'very' }],
  ['TENURE_E2E_SEED', { TENURE_E2E_SLOW: '4', TENURE_E2E_SEED: '-1' }],
])('a %s that is no whole number above 0 is refused', (name, env) => {
  expect(() => readSlowMode(env)).toThrow(`${name} is "`);
});

test('one seed gives the same delays again, another seed others, all from 0 up to 1', () => {
  const drawn = (seed: number) => Array.from({ length: 100 }, seededRandom(seed));
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(2)).not.toEqual(drawn(1));
  expect(Math.min(...drawn(1))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn(1))).toBeLessThan(1);
});
