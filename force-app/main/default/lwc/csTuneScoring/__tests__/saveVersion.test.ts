import { executeMutation } from 'lightning/graphql';
import { createRecord, deleteRecord } from 'lightning/uiRecordApi';
import { toValues } from 'c/csScoringSettings';
import type { ScoringValues } from 'c/csScoringSettings';
import { saveVersion } from '../saveVersion';
import type { NewVersion } from '../saveVersion';

type Variables = Record<string, Record<string, unknown>>;
const create = createRecord as unknown as jest.Mock;
const remove = deleteRecord as unknown as jest.Mock;
const mutate = executeMutation as unknown as jest.Mock;

const valuesOf = (count: number): ScoringValues =>
  toValues(
    Array.from({ length: count }, (_, index) => ({
      ...{ factor: 'Bands', setting: `s${index}`, tier: null, value: index, reason: '' },
    })),
  );
const VERSION = {
  ...{ id: 'a0C2', name: 'Version v2', version: 'v2', isActive: true, at: '', by: null, reason: '' },
  rollUp: 'Worst Child',
};
const draft = (count: number, more: Partial<NewVersion> = {}): NewVersion => ({
  ...{ version: 'v3', values: valuesOf(count), reason: 'Calmer', userId: '005O' },
  now: new Date('2026-11-22T10:00:00.000Z'),
  active: { version: VERSION, values: valuesOf(count) },
  ...more,
});
const sent = (): Variables[] => mutate.mock.calls.map(([{ variables }]) => variables as Variables);
const sizes = () => sent().map((variables) => Object.keys(variables).length);

beforeEach(() => {
  create.mockResolvedValue({ id: 'a0C3' });
  remove.mockResolvedValue(undefined);
  mutate.mockImplementation(async ({ variables }: { variables: object }) => ({
    data: { uiapi: Object.fromEntries(Object.keys(variables).map((alias) => [alias, {}])) },
  }));
});
afterEach(() => jest.resetAllMocks());

test('a version is made inactive, then all its values in few requests, and it is activated last', async () => {
  await saveVersion(draft(53));
  expect(create.mock.calls[0][0].fields.CS_Active__c).toBe(false);
  expect(sizes()).toEqual([25, 25, 1, 1, 1, 3]);
  const made = sent()
    .slice(0, -1)
    .flatMap((variables) => Object.values(variables));
  const settings = made.map((input) => (input.CS_Risk_Factor__c as Record<string, unknown>).CS_Setting__c);
  expect(new Set(settings).size).toBe(53);
  expect(made[0]).toEqual({
    CS_Risk_Factor__c: {
      CS_Config__c: 'a0C3',
      CS_Factor__c: 'Bands',
      CS_Setting__c: 's0',
      CS_Tier__c: null,
      CS_Value__c: 0,
      CS_Rationale__c: null,
    },
  });
});

test('it rolls child accounts up as the one before', async () => {
  await saveVersion(draft(1));
  expect(create.mock.calls[0][0].fields.CS_Roll_Up__c).toBe('Worst Child');
});

test('it becomes active, the one before no longer, and the log says so, in one transaction', async () => {
  await saveVersion(draft(1));
  const [{ query, variables }] = mutate.mock.lastCall;
  expect(query).not.toContain('allOrNone: false');
  expect(variables.last).toEqual({ Id: 'a0C2', CS_Scoring_Config__c: { CS_Active__c: false } });
  expect(variables.next).toEqual({
    Id: 'a0C3',
    CS_Scoring_Config__c: {
      CS_Active__c: true,
      CS_Activated_On__c: '2026-11-22T10:00:00.000Z',
      CS_Activated_By__c: '005O',
    },
  });
});

test('in an org where none is active it is activated alone', async () => {
  await saveVersion(draft(1, { active: undefined }));
  const { last, next } = sent().at(-1) ?? {};
  expect(last).toEqual(next);
});

test.each([
  ['its values', 0],
  ['its activation', 1],
])('when the org refuses %s nothing stays of it, and the reason is the org’s own', async (_what, request) => {
  const refused = {
    data: { uiapi: {} },
    errors: [
      { message: 'The transaction was rolled back since another failed.', paths: ['next'] },
      { message: 'You lack the right', paths: ['v0', 'last', 'log'] },
    ],
  };
  for (let before = 0; before < request; before += 1)
    mutate.mockResolvedValueOnce({ data: { uiapi: { v0: {} } } });
  mutate.mockResolvedValueOnce(refused);
  await expect(saveVersion(draft(1))).rejects.toThrow('You lack the right');
  expect(remove).toHaveBeenCalledWith('a0C3');
});

test('what could not be taken away either is told as what was refused first', async () => {
  mutate.mockResolvedValueOnce({ data: {}, errors: [{ message: 'Busy', paths: [] }] });
  remove.mockRejectedValueOnce(new Error('gone'));
  await expect(saveVersion(draft(1))).rejects.toThrow('Busy');
});
