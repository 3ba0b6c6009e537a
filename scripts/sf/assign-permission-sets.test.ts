import { expect, test } from '@jest/globals';
import { findRefusal } from './assign-permission-sets.ts';

const ARGS = ['org', 'assign', 'permset', '--name', 'CS_Admin'];
const failed = (message: string, errorCode: string) => ({
  status: 1,
  result: { successes: [], failures: [{ name: 'ann', message, details: [{ errorCode, message }] }] },
});

test('a permission set that the user has already is no failure', () => {
  const answer = failed('duplicate value found: <unknown> duplicates value on record', 'DUPLICATE_VALUE');
  expect(findRefusal(ARGS, answer)).toBeNull();
});

test('any other refusal is told with whom it is about and the reason', () => {
  const answer = failed('Permission set not found', 'INVALID_CROSS_REFERENCE_KEY');
  expect(findRefusal(ARGS, answer)).toBe('sf org assign permset failed: ann: Permission set not found');
});

test('a command that failed as a whole is told in the words of the CLI', () => {
  const answer = { status: 1, name: 'NoOrgFound', message: 'No org configuration found' };
  expect(findRefusal(ARGS, answer)).toBe('sf org assign permset failed: No org configuration found');
});

test('assigned is assigned', () => {
  expect(findRefusal(ARGS, { status: 0, result: { successes: [{}], failures: [] } })).toBeNull();
});
