import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './dates.ts';
import { decideStarts } from './playbook-starts.ts';
import { buildPlaybookAccount, buildRule, buildRun } from './testing/build-playbook.ts';

const AS_OF = '2026-11-23';
const AT_RISK = buildPlaybookAccount({ band: 'At Risk', bandSince: '2026-11-20' });
const KEY = `${AT_RISK.accountId}:${buildRule().playbookId}:band:2026-11-20`;
const decide = (...runs: ReturnType<typeof buildRun>[]) =>
  decideStarts([buildRule()], [AT_RISK], runs, AS_OF);

describe('decideStarts', () => {
  test('starts a playbook under the key of account, playbook and occasion', () => {
    expect(decide()).toMatchObject([{ key: KEY, accountId: AT_RISK.accountId }]);
  });

  test.each([
    ['the CSM', '005000000000009AAA', '005000000000009AAA'],
    ['the owner where there is no CSM', null, AT_RISK.ownerId],
  ])('gives it to %s', (_who, managerId, expected) => {
    const [start] = decideStarts([buildRule()], [{ ...AT_RISK, managerId }], [], AS_OF);
    expect(start?.assigneeId).toBe(expected);
  });

  test.each([
    ['it was started for this occasion', buildRun({ key: KEY, startedOn: '2026-11-19' })],
    ['one runs, whatever it was started for', buildRun({ active: true })],
    ['a person started it for the same cause', buildRun({ startedOn: '2026-11-20' })],
  ])('does not start it again when %s', (_when, run) => {
    expect(decide(run)).toEqual([]);
  });

  test.each([
    ['a run of an earlier occasion', buildRun({ startedOn: '2026-11-19' })],
    ['a run of another account', buildRun({ accountId: '001000000000002AAA', active: true })],
    ['a run of another playbook', buildRun({ playbookId: 'a0P000000000002AAA', active: true })],
  ])('starts it in spite of %s', (_what, run) => {
    expect(decide(run)).toHaveLength(1);
  });

  test('does not start one that has no steps', () => {
    expect(decideStarts([buildRule({ steps: [] })], [AT_RISK], [], AS_OF)).toEqual([]);
  });

  test('starts one once for an occasion, on however many days it is asked', () => {
    const dayOffsets = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(dayOffsets, fc.boolean(), (offsets, stays) => {
        const runs: ReturnType<typeof buildRun>[] = [];
        for (const offset of offsets.sort((a, b) => a - b)) {
          const day = addDays(AS_OF, offset);
          for (const { key } of decideStarts([buildRule()], [AT_RISK], runs, day)) {
            runs.push(buildRun({ key, active: stays, startedOn: day }));
          }
        }
        expect(runs).toHaveLength(1);
      }),
    );
  });
});
