import { executeMutation } from 'lightning/graphql';
import { updateAccounts } from 'c/csAccountUpdates';

const mutate = jest.mocked(executeMutation);
function updates(count: number): { id: string; fields: Record<string, unknown> }[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `001${index}`,
    fields: { CS_Manager__c: '005P' },
  }));
}

/** Writes everything but the accounts that are named. */
function refuse(reasons: Record<string, string> = {}): void {
  mutate.mockImplementation(async ({ variables }) => {
    const aliases = Object.entries(variables).map(([variable, input]) => {
      const alias = variable === 'input' ? 'AccountUpdate' : variable;
      return { alias, reason: reasons[(input as { Id: string }).Id] };
    });
    const refused = aliases.filter(({ reason }) => reason !== undefined);
    const errors = refused.map(({ alias, reason = '' }) => ({ message: reason, paths: ['uiapi', alias] }));
    const uiapi = Object.fromEntries(
      aliases.map(({ alias, reason }) => [alias, reason ? null : { Record: { Id: alias } }]),
    );
    return { data: { uiapi } as never, ...(errors.length > 0 ? { errors } : {}) };
  });
}

describe('updateAccounts', () => {
  test('sends whole batches in one request each, and what is left over one by one', async () => {
    refuse();
    const progress: number[] = [];
    const outcomes = await updateAccounts(updates(47), (settled) => progress.push(settled));
    expect(mutate).toHaveBeenCalledTimes(2 + 7);
    expect(progress).toEqual([20, 40, 45, 47]);
    expect(outcomes.map(({ id }) => id)).toEqual(updates(47).map(({ id }) => id));
    expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
  });

  test('passes the fields as they were given', async () => {
    refuse();
    await updateAccounts(updates(1));
    expect(mutate.mock.calls[0]?.[0].variables).toEqual({
      input: { Id: '0010', Account: { CS_Manager__c: '005P' } },
    });
  });

  test('says of each account that was refused why, alone or in a batch', async () => {
    refuse({ '0013': 'Inactive user', '00120': 'No edit access' });
    const outcomes = await updateAccounts(updates(21));
    expect(outcomes.filter(({ error }) => error !== null)).toEqual([
      { id: '0013', error: 'Inactive user' },
      { id: '00120', error: 'No edit access' },
    ]);
  });

  test('gives the reason of a request that did not get through to all of it', async () => {
    mutate.mockResolvedValue({ errors: [{ message: 'The org is busy' }] });
    const outcomes = await updateAccounts(updates(20));
    expect(new Set(outcomes.map(({ error }) => error))).toEqual(new Set(['The org is busy']));
  });

  test('takes no answer for a refusal', async () => {
    mutate.mockResolvedValue({});
    expect(await updateAccounts(updates(1))).toEqual([{ id: '0010', error: 'Salesforce gave no reason.' }]);
  });
});
