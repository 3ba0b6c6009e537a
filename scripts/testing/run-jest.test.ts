import { expect, test } from '@jest/globals';
import { sumTallies, tallyOf } from './run-jest.ts';

test('a suite that could not run counts as a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 2,
  };
  expect(tallyOf(report)).toEqual({ passed: 3, failed: 3, skipped: 0 });
});

test('a run that left no report counts as a failure', () => {
  expect(tallyOf(undefined).failed).toBe(1);
});

test('runs add up', () => {
  expect(
    sumTallies([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 1 },
    ]),
  ).toEqual({ passed: 3, failed: 1, skipped: 1 });
});
