import { expect, test } from '@jest/globals';
import { missingFromOutput } from './documented-output.ts';

const CONNECT = 'npm run connect -- --target-org my-org --write-back';

test('each line of the guide is looked for in its order, with anything for what differs', () => {
  const kept = '[3/7] Make a key pair: kept, holds until 2029-02-25 (0.1 s)';
  const written = '[7/7] Write the environment file: .env, write-back (0.0 s)';
  const other = '[7/7] Write the environment file: .env, read-only (0.0 s)';

  expect(missingFromOutput(CONNECT, `${kept}\n${written}\n`)).toEqual([]);
  expect(missingFromOutput(CONNECT, `${kept}\n${other}\n`)).toEqual([
    '[7/7] Write the environment file: …, write-back (…)',
  ]);
  expect(missingFromOutput(CONNECT, `${written}\n${kept}\n`)).toHaveLength(1);
});

test('a command that the guide does not have is an error', () => {
  expect(() => missingFromOutput('npm run nothing', '')).toThrow(
    'docs/admin.md does not say what "npm run nothing" prints',
  );
});
