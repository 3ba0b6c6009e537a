import { executeMutation } from 'lightning/graphql';
import { operationOf } from 'c/csBulkPlan';
import type { Change, Choice } from 'c/csBulkPlan';
import { runChanges } from 'c/csBulkRun';

const mutate = jest.mocked(executeMutation);
const onProgress = jest.fn();
const OPTIONS = {
  today: '2026-11-22',
  comment: 'Set health: 40',
  scoresOfToday: new Map<string, string>(),
  onProgress,
};

const choiceOf = (name: string): Choice => ({ operation: operationOf(name)!, value: 40, label: '40' });
const changesOf = (count: number): Change[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `a${i}`,
    name: `Account ${i}`,
    from: 72,
    to: 40,
    fromLabel: '72',
    toLabel: '40',
  }));

/** Records every score that is asked for, except those of the accounts given. */
function answerScores(refused: string[] = []): void {
  mutate.mockImplementation(async ({ variables }) => {
    const inputs = Object.entries(variables) as [string, { CS_Health_Score__c: { CS_Account__c: string } }][];
    const isRefused = (input: (typeof inputs)[number][1]) =>
      refused.includes(input.CS_Health_Score__c.CS_Account__c);
    const uiapi = Object.fromEntries(
      inputs.map(([alias, input]) => {
        const id = `score-of-${input.CS_Health_Score__c.CS_Account__c}`;
        return [alias, isRefused(input) ? null : { Record: { Id: id } }];
      }),
    );
    const errors = inputs
      .filter(([, input]) => isRefused(input))
      .map(([alias]) => ({ message: 'No access to the account', paths: ['uiapi', alias] }));
    return { data: { uiapi }, errors } as never;
  });
}

describe('runChanges', () => {
  test('a field is written to every account', async () => {
    mutate.mockResolvedValue({ data: { uiapi: { AccountUpdate: { Record: { Id: 'a0' } } } } } as never);
    const outcomes = await runChanges(choiceOf('tier'), changesOf(1), OPTIONS);
    expect(mutate.mock.calls[0]?.[0].variables).toEqual({ input: { Id: 'a0', Account: { CS_Tier__c: 40 } } });
    expect(outcomes).toEqual([{ id: 'a0', error: null, recordId: null }]);
  });

  test('a health set by hand becomes a record of the history, ten in a request and the rest one by one', async () => {
    answerScores();
    const outcomes = await runChanges(choiceOf('health'), changesOf(12), OPTIONS);
    expect(mutate.mock.calls.map(([{ variables }]) => Object.keys(variables).length)).toEqual([10, 1, 1]);
    expect(mutate.mock.calls[0]?.[0].variables.s0).toEqual({
      CS_Health_Score__c: {
        CS_Account__c: 'a0',
        CS_Score__c: 40,
        CS_Scored_On__c: '2026-11-22',
        CS_Source__c: 'Manual',
        CS_Key__c: 'a0:2026-11-22:Manual',
        CS_Comment__c: 'Set health: 40',
      },
    });
    expect(outcomes[11]).toEqual({ id: 'a11', error: null, recordId: 'score-of-a11' });
    expect(onProgress.mock.calls.flat()).toEqual([10, 11, 12]);
  });

  test('an account that is refused does not hold up the others', async () => {
    answerScores(['a1']);
    const outcomes = await runChanges(choiceOf('health'), changesOf(3), OPTIONS);
    expect(outcomes.map(({ error }) => error)).toEqual([null, 'No access to the account', null]);
  });

  test('where health was set by hand today already, that score is changed: a day has one', async () => {
    mutate.mockImplementation(async ({ variables }) => {
      const uiapi = Object.fromEntries(
        Object.entries(variables as Record<string, { Id?: string }>).map(([alias, { Id }]) => [
          alias,
          { Record: { Id: Id ?? 'new' } },
        ]),
      );
      return { data: { uiapi } } as never;
    });
    const scoresOfToday = new Map([['a0', 'standing-0']]);
    const outcomes = await runChanges(choiceOf('health'), changesOf(2), { ...OPTIONS, scoresOfToday });
    expect(mutate.mock.calls.map(([{ variables }]) => variables.s0)).toEqual([
      { CS_Health_Score__c: expect.objectContaining({ CS_Account__c: 'a1' }) },
      { Id: 'standing-0', CS_Health_Score__c: { CS_Score__c: 40, CS_Comment__c: 'Set health: 40' } },
    ]);
    expect(outcomes).toEqual([
      { id: 'a0', error: null, recordId: 'standing-0' },
      { id: 'a1', error: null, recordId: 'new' },
    ]);
    expect(onProgress.mock.calls.flat()).toEqual([1, 2]);
  });

  test('of two who set it at once the first stands, and the second is told', async () => {
    const message = 'duplicate value found: CS_Key__c duplicates value on record with id: a01';
    mutate.mockResolvedValue({ data: { uiapi: { s0: null } }, errors: [{ message }] } as never);
    const [outcome] = await runChanges(choiceOf('health'), changesOf(1), OPTIONS);
    expect(outcome?.error).toBe(
      'Someone else has just set its health, and that stands. Retry to replace it with yours.',
    );
  });

  test('a request that fails as a whole fails each of its accounts with the reason', async () => {
    mutate.mockRejectedValue(new Error('The network is down'));
    const outcomes = await runChanges(choiceOf('health'), changesOf(2), OPTIONS);
    expect(outcomes.map(({ error }) => error)).toEqual(['The network is down', 'The network is down']);
  });
});
