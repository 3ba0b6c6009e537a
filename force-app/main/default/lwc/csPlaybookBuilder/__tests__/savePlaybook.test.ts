import { executeMutation } from 'lightning/graphql';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import type { Draft, DraftStep } from 'c/csPlaybookBuilderDraft';
import type { Playbook } from '../csPlaybookBuilderQuery';
import { savePlaybook } from '../savePlaybook';

const mutate = executeMutation as unknown as jest.Mock;
const create = createRecord as unknown as jest.Mock;
const update = updateRecord as unknown as jest.Mock;
const remove = deleteRecord as unknown as jest.Mock;

const step = (id: string | null, name = `Step ${id}`): DraftStep => ({
  key: name,
  id,
  name,
  instructions: '',
  action: 'None',
  dueInDays: 1,
});
const ORIGINAL: Playbook = {
  id: 'a0P1',
  name: 'Rescue',
  description: '',
  trigger: 'None',
  triggerBand: null,
  triggerDays: null,
  isActive: true,
  autoStart: false,
  version: 2,
  steps: [step('a'), step('b')],
  spareIds: [],
  running: 1,
  modifiedAt: '2026-11-20T08:00:00.000Z',
};
const draft = (steps: DraftStep[], more: Partial<Draft> = {}): Draft => ({ ...ORIGINAL, steps, ...more });

/** The places that were written, each once: Id and order. */
function places(): [unknown, unknown][] {
  const { variables } = mutate.mock.calls[0][0] as {
    variables: Record<string, { Id: string; CS_Playbook_Step__c: object }>;
  };
  const written = Object.entries(variables).flatMap(([name, one]) => (name === 'playbook' ? [] : [one]));
  return [...new Map(written.map((one) => [one.Id, one])).values()].map((one) => [
    one.Id,
    (one.CS_Playbook_Step__c as { CS_Order__c: number }).CS_Order__c,
  ]);
}

beforeEach(() => {
  const all = ['playbook', ...Array.from({ length: 24 }, (_, index) => `s${index}`)];
  mutate.mockResolvedValue({ data: { uiapi: Object.fromEntries(all.map((alias) => [alias, {}])) } });
  let made = 0;
  create.mockImplementation(async () => ({ id: `new${(made += 1)}` }));
  remove.mockResolvedValue(undefined);
  update.mockResolvedValue({});
});
afterEach(() => jest.resetAllMocks());

describe('saving a playbook', () => {
  test('without other steps keeps its version, and only if nobody changed it meanwhile', async () => {
    expect(await savePlaybook(draft(ORIGINAL.steps, { name: 'Rescue us' }), ORIGINAL)).toBe(2);
    const [input, options] = update.mock.calls[0];
    expect(input.fields).toMatchObject({ Id: 'a0P1', Name: 'Rescue us', CS_Version__c: 2 });
    expect(options).toEqual({ ifUnmodifiedSince: ORIGINAL.modifiedAt });
    expect(mutate).not.toHaveBeenCalled();
  });

  test('with steps in another order is one transaction and a new version', async () => {
    expect(await savePlaybook(draft([step('b'), step('a')]), ORIGINAL)).toBe(3);
    const { query, variables } = mutate.mock.calls[0][0];
    expect(query).not.toContain('allOrNone: false');
    expect(variables.playbook).toMatchObject({ Id: 'a0P1', CS_Playbook__c: { CS_Version__c: 3 } });
    expect(places()).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(Object.keys(variables)).toHaveLength(25);
    expect(create).not.toHaveBeenCalled();
  });

  test('makes a new step where nobody sees it before all is put in place', async () => {
    await savePlaybook(draft([step('a'), step(null, 'New'), step('b')]), ORIGINAL);
    expect(create.mock.calls[0][0]).toMatchObject({
      apiName: 'CS_Playbook_Step__c',
      fields: { CS_Playbook__c: 'a0P1', Name: 'New', CS_Order__c: 0 },
    });
    expect(places()).toEqual([
      ['a', 1],
      ['new1', 2],
      ['b', 3],
    ]);
  });

  test('uses a step that an interrupted save left behind', async () => {
    await savePlaybook(draft([...ORIGINAL.steps, step(null, 'New')]), { ...ORIGINAL, spareIds: ['spare'] });
    expect(create).not.toHaveBeenCalled();
    expect(places()).toContainEqual(['spare', 3]);
  });

  test('takes a removed step out in the same transaction and deletes it afterwards', async () => {
    remove.mockRejectedValueOnce(new Error('no'));
    expect(await savePlaybook(draft([step('b')]), ORIGINAL)).toBe(3);
    expect(places()).toEqual([
      ['b', 1],
      ['a', 0],
    ]);
    expect(remove).toHaveBeenCalledWith('a');
  });

  test('that is refused changes nothing and says why', async () => {
    mutate.mockResolvedValueOnce({
      data: { uiapi: {} },
      errors: [
        { message: 'The transaction was rolled back since another failed.', paths: ['playbook'] },
        { message: 'Name is too long', paths: ['s1'] },
      ],
    });
    await expect(savePlaybook(draft([step('b')]), ORIGINAL)).rejects.toThrow('Name is too long');
    expect(remove).not.toHaveBeenCalled();
  });
});

describe('a new playbook', () => {
  const fresh = draft([step(null, 'One')], { id: null });

  test('cannot be started before its steps are in place', async () => {
    expect(await savePlaybook(fresh, undefined)).toBe(1);
    expect(create.mock.calls[0][0]).toMatchObject({
      apiName: 'CS_Playbook__c',
      fields: { CS_Active__c: false, CS_Version__c: 1 },
    });
    expect(mutate.mock.calls[0][0].variables.playbook).toMatchObject({
      Id: 'new1',
      CS_Playbook__c: { CS_Active__c: true },
    });
    expect(places()).toEqual([['new2', 1]]);
  });

  test('that could not be completed is taken back', async () => {
    create.mockResolvedValueOnce({ id: 'new1' }).mockRejectedValueOnce(new Error('no steps for you'));
    await expect(savePlaybook(fresh, undefined)).rejects.toThrow('no steps for you');
    expect(remove).toHaveBeenCalledWith('new1');
  });
});
