import { jest } from '@jest/globals';

// A test that hangs still ends, but not while a cold machine is at work: how long something takes is no test's matter.
jest.setTimeout(120_000);

// More inputs for every property than a day's run tries: PROPERTY_RUNS=5000 npm test -- <pattern>.
if (process.env.PROPERTY_RUNS) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS) });
}
