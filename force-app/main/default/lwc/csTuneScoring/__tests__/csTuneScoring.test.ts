import { executeMutation } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, deleteRecord } from 'lightning/uiRecordApi';
import CsTuneScoring from 'c/csTuneScoring';
import type { GroupView } from 'c/csTuneScoringTable';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';
import { V1, VALUES, VERSIONS, versionNode } from './scoringAnswers';

type Config = Record<string, unknown>;
const create = jest.mocked(createRecord);
const mutate = executeMutation as unknown as jest.Mock;
const objectInfo = getObjectInfo as unknown as { emit(data: object): void };
const asksVersions = (config: Config) => String(config.query).includes('query scoringVersions(');
const asksValues = (config: Config) => String(config.query).includes('query scoringValues(');
const refresh = jest.fn(() => Promise.resolve());
const NO_ACCESS = [
  {
    message:
      "Validation error of type FieldUndefined: Field 'CS_Scoring_Config__c' in type 'RecordQuery' is undefined",
  },
];

async function emit(data: object, asks: (config: Config) => boolean): Promise<void> {
  graphqlWire.emit({ data, refresh }, asks);
  await settle();
}

async function renderWith(
  rights = { createable: true, updateable: true },
  properties = {},
): Promise<Rendered> {
  const element = await render('c-cs-tune-scoring', CsTuneScoring, properties);
  await emit(VERSIONS, asksVersions);
  await emit(VALUES, asksValues);
  objectInfo.emit(rights);
  await settle();
  return element;
}

const table = (element: Rendered) => find(element, 'c-cs-tune-scoring-table');
const groupOf = (element: Rendered, key: string) =>
  (table(element).groups as GroupView[]).find((group) => group.key === key);

async function send(target: Element, name: string, detail: object): Promise<void> {
  target.dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
}

const setValue = (
  element: Rendered,
  factor: string,
  setting: string,
  shown: number | null,
  tier: string | null = null,
) => send(table(element), 'valuechange', { factor, setting, tier, shown });

async function giveReason(element: Rendered, reason: string): Promise<void> {
  await send(find(element, '[data-id="reason"]'), 'change', { value: reason });
}

beforeEach(() => {
  create.mockResolvedValue({ id: 'a0C3', apiName: 'CS_Scoring_Config__c', fields: {} });
  mutate.mockImplementation(async ({ variables }: { variables: object }) => ({
    data: { uiapi: Object.fromEntries(Object.keys(variables).map((alias) => [alias, {}])) },
  }));
});

/** Until every request of a save is through: they are made one after another. */
async function settleRequests(left = 8): Promise<void> {
  await settle();
  if (left > 0) await settleRequests(left - 1);
}

describe('c-cs-tune-scoring', () => {
  test('shows which version is active, since when and by whom, with its values', async () => {
    const element = await renderWith();
    expect(find(element, '[data-id="headline"]').textContent).toContain('v2 is active, by Omar Haddad');
    expect(groupOf(element, 'weights')).toMatchObject({
      isOpen: true,
      sum: 'Together 100 %',
      sumIsRight: true,
    });
    expect(groupOf(element, 'bands')?.rows.map(({ label, shown }) => [label, shown])).toContainEqual([
      'At Risk begins at',
      '75',
    ]);
    expect(findAll(element, '[data-id="no-changes"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-tune-scoring', CsTuneScoring);
    expect(findAll(element, '.stencil lightning-spinner')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('shows who may only read it whom to ask, and nothing to change', async () => {
    const element = await renderWith({ createable: false, updateable: false });
    expect(find(element, '[data-id="no-access"]').textContent).toContain('Customer Success Admin');
    expect(findAll(element, 'c-cs-tune-scoring-table')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('tells who may not read it whom to ask', async () => {
    const element = await render('c-cs-tune-scoring', CsTuneScoring);
    graphqlWire.emit({ data: {}, errors: NO_ACCESS }, asksVersions);
    await settle();
    expect(findAll(element, '[data-id="no-access"]')).toHaveLength(1);
    expect(find(element, 'c-cs-error-panel').errors).toBeUndefined();
  });

  test('says what could not be loaded', async () => {
    const element = await render('c-cs-tune-scoring', CsTuneScoring);
    graphqlWire.emit({ errors: [{ message: 'The org is busy' }] }, asksVersions);
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'The org is busy' }]);
    expect(findAll(element, '.stencil')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('says that there is no configuration yet', async () => {
    const element = await render('c-cs-tune-scoring', CsTuneScoring);
    await emit(
      { uiapi: { query: { active: { edges: [] }, versions: { edges: [], totalCount: 0 } } } },
      asksVersions,
    );
    objectInfo.emit({ createable: true, updateable: true });
    await settle();
    expect(findAll(element, '[data-id="empty"]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('tells what a draft changes, and what is wrong with it before it can be looked at or saved', async () => {
    const element = await renderWith();
    await setValue(element, 'Support', 'weight', 20);
    expect(find(element, '[data-id="changes"]').textContent).toBe('Weight of Support: 16 % → 20 %');
    expect(find(element, '[data-id="problems"]').textContent).toContain(
      'The weights add up to 104 %; expected 100 %.',
    );
    expect(find(element, 'c-cs-tune-scoring-effect').disabled).toBe(true);
    await giveReason(element, 'We listen more');
    expect(find(element, '[data-id="save"]').disabled).toBe(true);
    await setValue(element, 'Adoption', 'weight', 18);
    expect(findAll(element, '[data-id="problems"]')).toHaveLength(0);
    expect(find(element, '[data-id="save"]').disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  test('proposes the whole draft for the preview, and says so while its effect was not looked at', async () => {
    const element = await renderWith();
    await setValue(element, 'Bands', 'atRiskFrom', 60);
    const effect = find(element, 'c-cs-tune-scoring-effect');
    const { values } = JSON.parse(String(effect.proposal)) as { values: object[] };
    expect(values).toHaveLength(14);
    expect(values).toContainEqual({ factor: 'Bands', setting: 'atRiskFrom', tier: null, value: 60 });
    expect(find(element, '[data-id="unseen"]').textContent).toContain('not looked at the effect');
    await send(effect, 'seen', { proposal: effect.proposal });
    expect(find(element, '[data-id="unseen"]').textContent).toBe('');
  });

  test('sets a value for one tier, shows what is inherited, and takes it back when it is emptied', async () => {
    const element = await renderWith();
    await send(find(element, '[data-id="tier"]'), 'change', { value: 'Scale' });
    const row = () => groupOf(element, 'bands')?.rows.find(({ setting }) => setting === 'atRiskFrom');
    expect(row()).toMatchObject({ shown: '', placeholder: '75, as for all', tier: 'Scale' });
    await setValue(element, 'Bands', 'atRiskFrom', 80, 'Scale');
    expect(row()).toMatchObject({ shown: '80', was: 'was 75 points' });
    await setValue(element, 'Bands', 'atRiskFrom', null, 'Scale');
    expect(findAll(element, '[data-id="changes"]')).toHaveLength(0);
  });

  test('saves a new version and leaves the old one as it was, but no longer active', async () => {
    const element = await renderWith();
    const told = jest.fn();
    element.addEventListener('lightning__showtoast', told);
    await setValue(element, 'Bands', 'atRiskFrom', 60);
    await giveReason(element, 'Alarms came too late');
    find(element, '[data-id="save"]').click();
    await settleRequests();
    expect(create.mock.calls[0]?.[0]).toEqual({
      apiName: 'CS_Scoring_Config__c',
      fields: {
        Name: 'Version v3',
        CS_Version__c: 'v3',
        CS_Active__c: false,
        CS_Reason__c: 'Alarms came too late',
        CS_Roll_Up__c: null,
      },
    });
    const { last, next, log } = mutate.mock.lastCall[0].variables;
    expect(last).toEqual({ Id: 'a0C2', CS_Scoring_Config__c: { CS_Active__c: false } });
    expect(next).toMatchObject({ Id: 'a0C3', CS_Scoring_Config__c: { CS_Active__c: true } });
    expect(log.CS_Setup_Change__c).toMatchObject({
      CS_Area__c: 'Scoring',
      CS_What__c: 'Bands: At Risk begins at: 75 points → 60 points',
      CS_Reason__c: 'Alarms came too late',
    });
    expect(told.mock.calls[0][0].detail.title).toBe('v3 is active');
    expect(findAll(element, '[data-id="changes"]')).toHaveLength(0);
  });

  test('keeps the draft and says why when the org refuses the version, of which nothing stays', async () => {
    const element = await renderWith();
    await setValue(element, 'Bands', 'atRiskFrom', 60);
    await giveReason(element, 'Alarms came too late');
    mutate.mockResolvedValueOnce({ data: {}, errors: [{ message: 'Value is too large', paths: ['v3'] }] });
    find(element, '[data-id="save"]').click();
    await settle();
    const [, panel] = findAll(element, 'c-cs-error-panel');
    expect(String(panel?.errors)).toContain('Value is too large');
    expect(deleteRecord).toHaveBeenCalledWith('a0C3');
    expect(find(element, '[data-id="changes"]').textContent).toContain('75 points → 60 points');
  });

  test('does not save over a version that someone else activated meanwhile', async () => {
    const element = await renderWith();
    await setValue(element, 'Bands', 'atRiskFrom', 60);
    await giveReason(element, 'Alarms came too late');
    const other = versionNode('a0C9', 'v9', '2026-11-22T08:00:00.000Z', 'Somebody', 'Other');
    refresh.mockImplementationOnce(async () => {
      const query = { active: { edges: [other] }, versions: { edges: [other, V1], totalCount: 3 } };
      graphqlWire.emit({ data: { uiapi: { query } }, refresh }, asksVersions);
    });
    find(element, '[data-id="save"]').click();
    await settle();
    expect(create).not.toHaveBeenCalled();
    expect(String(findAll(element, 'c-cs-error-panel')[1]?.errors)).toContain('Someone else has activated');
  });

  test('goes back to an old version as a draft, to be looked at and saved like any other', async () => {
    const element = await renderWith();
    const history = find(element, 'c-cs-tune-scoring-history');
    expect(history.rows).toMatchObject([
      { version: 'v2', isActive: true, changes: ['Bands: At Risk begins at: 70 points → 75 points'] },
      { version: 'starter-1', canGoBack: true, by: 'Came with Tenure' },
    ]);
    await send(history, 'goback', { id: 'a0C1' });
    expect(find(element, '[data-id="changes"]').textContent).toBe(
      'Bands: At Risk begins at: 75 points → 70 points',
    );
    expect(find(element, '[data-id="reason"]').value).toBe('Back to starter-1');
  });

  test('on the cadence tab it shows a cadence for each tier, and the renewal window', async () => {
    const element = await renderWith(undefined, { subject: 'cadence' });
    expect((table(element).groups as GroupView[]).map(({ key }) => key)).toEqual(['cadence', 'windows']);
    expect(groupOf(element, 'cadence')?.rows.map(({ label, shown }) => [label, shown])).toEqual([
      ['Strategic', '14'],
      ['Enterprise', ''],
      ['Growth', ''],
      ['Scale', ''],
      ['Without a tier', '30'],
    ]);
    expect(textOf(element)).not.toContain('Values for');
    await expect(element).toBeAccessible();
  });

  test('a discarded draft leaves everything as it was', async () => {
    const element = await renderWith();
    await setValue(element, 'Bands', 'atRiskFrom', 60);
    find(element, '[data-id="discard"]').click();
    await settle();
    expect(findAll(element, '[data-id="no-changes"]')).toHaveLength(1);
  });
});
