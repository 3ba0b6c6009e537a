import { OPERATIONS, changedSince, planChanges, planUndo } from 'c/csBulkPlan';
import type { Choice, DoneOperation, FieldValue } from 'c/csBulkPlan';
import { choiceOf, targetOf } from './targets';

function doneOf(choice: Choice, from: FieldValue, recordId: string | null = null): DoneOperation {
  const { changes } = planChanges(choice, [targetOf('1', { [choice.operation.field]: from })]);
  return { choice, changes: changes.map((change) => ({ ...change, recordId })) };
}

describe('planChanges', () => {
  test.each([
    ['tier', 'Scale', { CS_Tier__c: 'Growth' }, ['Growth', 'Scale']],
    ['tier', 'Scale', { CS_Tier__c: null }, ['None', 'Scale']],
    ['csm', '005B', { CS_Manager__c: '005A' }, ['User 005A', '005B']],
    ['next', '2026-12-01', { CS_Next_Scheduled__c: '2026-11-03' }, ['Nov 3, 2026', '2026-12-01']],
    ['addTag', 'B', { CS_Tags__c: 'A' }, ['A', 'A, B']],
    ['addTag', 'B', { CS_Tags__c: null }, ['None', 'B']],
    ['removeTag', 'A', { CS_Tags__c: 'A;B' }, ['A, B', 'B']],
    ['removeTag', 'A', { CS_Tags__c: 'A' }, ['A', 'None']],
    ['health', 40, { CS_Health__c: 72 }, ['72', '40']],
  ])('%s %p of %p reads from and to as %p', (name, value, values, expected) => {
    const { changes, unchanged } = planChanges(choiceOf(name, value), [targetOf('1', values)]);
    expect(changes.map(({ fromLabel, toLabel }) => [fromLabel, toLabel])).toEqual([expected]);
    expect(unchanged).toBe(0);
  });

  test('a tag keeps the others, and the last one leaves nothing', () => {
    const toOf = (name: string, tags: string) =>
      planChanges(choiceOf(name, 'A'), [targetOf('1', { CS_Tags__c: tags })]).changes[0]?.to;
    expect([toOf('addTag', 'B;C'), toOf('removeTag', 'A;B;C'), toOf('removeTag', 'A')]).toEqual([
      'B;C;A',
      'B;C',
      null,
    ]);
  });

  test.each([
    ['tier', 'Scale', { CS_Tier__c: 'Scale' }],
    ['addTag', 'A', { CS_Tags__c: 'B;A' }],
    ['removeTag', 'A', { CS_Tags__c: 'B' }],
    ['removeTag', 'A', { CS_Tags__c: null }],
  ])('%s %p leaves %p as it is', (name, value, values) => {
    expect(planChanges(choiceOf(name, value), [targetOf('1', values)])).toEqual({
      changes: [],
      skipped: [],
      unchanged: 1,
    });
  });

  test('a health set by hand is recorded though it repeats the calculated one', () => {
    const { changes } = planChanges(choiceOf('health', 72), [targetOf('1', { CS_Health__c: 72 })]);
    expect(changes).toHaveLength(1);
  });
});

describe('planUndo', () => {
  test.each(OPERATIONS.filter(({ kind }) => kind === 'picklist' || kind === 'user' || kind === 'day'))(
    '$label: what was before comes back',
    ({ name, field }) => {
      const done = doneOf(choiceOf(name, '2026-12-01'), '2026-11-01');
      const { changes, skipped } = planUndo(done, [targetOf('1', { [field]: '2026-12-01' })]);
      expect(changes).toMatchObject([{ id: '1', from: '2026-12-01', to: '2026-11-01' }]);
      expect(skipped).toEqual([]);
    },
  );

  test('what others changed since is left alone, with the reason', () => {
    const done = doneOf(choiceOf('tier', 'Scale'), 'Growth');
    expect(planUndo(done, [targetOf('1', { CS_Tier__c: 'Strategic' })])).toMatchObject({
      changes: [],
      skipped: [{ id: '1', reason: 'Someone has changed it to Strategic since.' }],
    });
  });

  test('an account that is gone is said to be', () => {
    const { skipped } = planUndo(doneOf(choiceOf('tier', 'Scale'), 'Growth'), []);
    expect(skipped[0]?.reason).toBe('It is gone, or you no longer see it.');
  });

  test('of tags only the one that was added goes: those that came since stay', () => {
    const done = doneOf(choiceOf('addTag', 'B'), 'A');
    const { changes } = planUndo(done, [targetOf('1', { CS_Tags__c: 'A;B;C' })]);
    expect(changes).toMatchObject([{ to: 'A;C', fromLabel: 'A, B, C', toLabel: 'A, C' }]);
  });

  test('a tag that someone has changed since is left alone', () => {
    const done = doneOf(choiceOf('removeTag', 'B'), 'A;B');
    const { changes, skipped } = planUndo(done, [targetOf('1', { CS_Tags__c: 'A;B' })]);
    expect(changes).toEqual([]);
    expect(skipped[0]?.reason).toBe('Someone has changed this tag since.');
  });

  test.each([
    ['still the last set by hand', 72, ['score-1', 40], [{ to: 72 }], undefined],
    ['no longer the last set by hand', 72, ['score-2', 40], [], 'Someone has set its health since.'],
    ['set to something else on the same day', 72, ['score-1', 55], [], 'Someone has set its health since.'],
    [
      'the first ever',
      null,
      ['score-1', 40],
      [],
      'It had no health before, and a score on record cannot be taken back.',
    ],
  ] as [string, number | null, [string, number], object[], string | undefined][])(
    'a health score that is %s',
    (_, before, [id, score], changes, reason) => {
      const done = doneOf(choiceOf('health', 40), before, 'score-1');
      const plan = planUndo(done, [targetOf('1', { CS_Health__c: 40 }, { id, day: '2026-11-22', score })]);
      expect(plan.changes).toMatchObject(changes);
      expect(plan.skipped[0]?.reason).toBe(reason);
    },
  );
});

test('changedSince tells the accounts that are not as they were seen', () => {
  const choice = choiceOf('tier', 'Scale');
  const before = ['Growth', 'Growth'].map((tier, i) => targetOf(String(i), { CS_Tier__c: tier }));
  const after = ['Growth', 'Strategic'].map((tier, i) => targetOf(String(i), { CS_Tier__c: tier }));
  expect(changedSince(planChanges(choice, before), planChanges(choice, after))).toEqual([
    { id: '1', name: 'Account 1', reason: 'Changed to Strategic since the preview.' },
  ]);
});
