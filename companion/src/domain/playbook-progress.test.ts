import { expect, test } from '@jest/globals';
import { tellProgress } from './playbook-progress.ts';
import { AS_OF, buildRun } from './testing/build-signals.ts';

const run = (id: string, startedOn: string, done: (string | null)[], known: object = {}) =>
  buildRun(startedOn, done, { id, label: id, ...known });

test.each([
  ['none', [], null],
  ['one that has ended', [run('Rescue', '2026-11-01', [null], { status: 'Completed' })], null],
  ['one that starts later', [run('Rescue', '2026-12-01', [null])], null],
  ['one under way', [run('Rescue', '2026-11-01', ['2026-11-03', null, null])], 'Rescue: 1 of 3 steps'],
  ['one with a single step', [run('Rescue', '2026-11-01', [null])], 'Rescue: 0 of 1 step'],
  [
    'two, whichever comes first in the list',
    [run('Renewal', '2026-10-01', [null]), run('Rescue', '2026-11-01', ['2026-11-03', null])],
    'Rescue: 1 of 2 steps, and 1 more',
  ],
])('of %s the progress is told', (_what, runs, expected) => {
  expect(tellProgress({ runs }, AS_OF)).toBe(expected);
  expect(tellProgress({ runs: runs.toReversed() }, AS_OF)).toBe(expected);
});

test('of a step that was done after the day nothing is told', () => {
  expect(tellProgress({ runs: [run('Rescue', '2026-11-01', ['2026-12-24'])] }, AS_OF)).toBe(
    'Rescue: 0 of 1 step',
  );
});
