import { describe, expect, test } from '@jest/globals';
import { addDays } from './dates.ts';
import { readRecovery } from './recovery.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { AS_OF, buildRun, buildSignals } from './testing/build-signals.ts';

const read = (...runs: ReturnType<typeof buildRun>[]) =>
  readRecovery(buildSignals({ runs }), STARTER_CONFIG, AS_OF);
const daysAgo = (days: number) => addDays(AS_OF, -days);

describe('recovery', () => {
  test.each([
    ['no step done takes nothing off', [null, null, null, null], 0],
    ['half of the steps take half off', [daysAgo(3), daysAgo(1), null, null], 5],
    ['14 days without a step still count', [daysAgo(20), daysAgo(14), null, null], 5],
    ['after three weeks half of it is left', [daysAgo(21), daysAgo(21), null, null], 2.5],
    ['after four weeks nothing is left', [daysAgo(28), daysAgo(28), null, null], 0],
    ['every step done takes all of it off', [AS_OF, AS_OF, AS_OF, AS_OF], 10],
  ])('%s', (_what, done, points) => {
    expect(read(buildRun(daysAgo(40), done))?.points).toBe(points);
  });

  test('is nothing without a playbook, and before one is started', () => {
    expect(readRecovery(buildSignals(), STARTER_CONFIG, AS_OF)).toBeNull();
    expect(read(buildRun(addDays(AS_OF, 1), [null]))).toBeNull();
  });

  test('lasts when the last step completes the playbook, and ends with it in four weeks', () => {
    const done = (days: number) => buildRun(daysAgo(40), [daysAgo(days)], { status: 'Completed' });
    expect(read(done(0))?.points).toBe(10);
    expect(read(done(28))).toBeNull();
  });

  test('counts the playbook that is furthest, and links to it', () => {
    const near = buildRun(daysAgo(5), [AS_OF, AS_OF], { id: 'a10B', label: 'Rescue' });
    const far = buildRun(daysAgo(5), [AS_OF, null, null, null], { id: 'a10A', label: 'Onboarding' });
    expect(read(far, near)).toEqual({
      points: 10,
      detail: '2 of 2 steps of Rescue are done',
      records: [{ object: 'CS_Playbook_Run__c', id: 'a10B', label: 'Rescue' }],
    });
    expect(read(near, far)).toEqual(read(far, near));
  });

  test('says since when nothing was done', () => {
    expect(read(buildRun(daysAgo(16), [null]))?.detail).toBe(
      '0 of 1 steps of Rescue are done, none for 16 days',
    );
  });
});
