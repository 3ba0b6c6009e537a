import type { PlaybookOffer, PlaybookRun } from 'c/csAccountStory';
import { followUpOf } from '../csNpsFollowUp';
import { markLatest } from '../csNpsModel';
import { answer } from './answers';

const TODAY = '2026-11-22';
const DETRACTOR = answer('n1', '2026-11-02', 4, { contactId: '003A', contact: 'Alma Berg' });
const OFFER = { id: 'p1', name: 'Detractor follow-up', trigger: 'Low NPS' } as PlaybookOffer;

const run = (more: Partial<PlaybookRun>) =>
  ({
    playbookId: 'p1',
    name: 'Detractor follow-up',
    status: 'Active',
    completedOn: null,
    steps: [],
    ...more,
  }) as PlaybookRun;

function follow(answers: ReturnType<typeof answer>[], runs: PlaybookRun[] = [], playbooks = [OFFER]) {
  return followUpOf(
    markLatest(answers),
    { runs: { items: runs, nextCursor: null, total: runs.length }, playbooks },
    TODAY,
  );
}

describe('a detractor', () => {
  test('suggests the playbook for low NPS', () => {
    expect(follow([DETRACTOR])).toEqual({
      finding: 'Alma Berg answered 4 on Nov 2, 2026.',
      advice: 'Suggested: start the playbook "Detractor follow-up" under Playbooks.',
    });
  });

  test('is not alone where others detract too', () => {
    const other = answer('n2', '2026-10-02', 0, { contactId: '003B' });
    expect(follow([DETRACTOR, other])?.finding).toContain('and 1 other detracted lately.');
  });

  test('asks for a talk where no playbook is set up', () => {
    expect(follow([DETRACTOR], [], [])?.advice).toBe(
      'Talk to them, and write down what would change their mind.',
    );
  });

  test('shows how far the playbook has come that was started', () => {
    const steps = ['Done', 'Skipped', 'Open', 'Open'].map((status) => ({ status })) as PlaybookRun['steps'];
    expect(follow([DETRACTOR], [run({ steps })])?.advice).toBe(
      'The playbook "Detractor follow-up" is under way: 2 of 4 steps done.',
    );
  });

  test.each([
    [
      'the follow-up was completed since',
      [DETRACTOR],
      [run({ status: 'Completed', completedOn: '2026-11-10' })],
    ],
    ['the same person has come round', [answer('n0', '2026-11-20', 9, { contactId: '003A' }), DETRACTOR], []],
    ['it was long ago', [answer('n1', '2026-08-23', 4)], []],
    ['there is none', [answer('n1', '2026-11-02', 7)], []],
  ])('asks for nothing where %s', (_what, answers, runs) => {
    expect(follow(answers, runs)).toBeNull();
  });

  test('of after a completed follow-up asks for another one', () => {
    expect(follow([DETRACTOR], [run({ status: 'Completed', completedOn: '2026-10-10' })])).not.toBeNull();
  });
});
