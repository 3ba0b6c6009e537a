import CsHealthTrendEditor from 'c/csHealthTrendEditor';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { ACCOUNT_ID } from 'test/records';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { ACCESS } from './access';

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);
const infoWire = getObjectInfo as unknown as { emit(info: object): void };
const recorded = jest.fn();
const outdated = jest.fn();
const OTHERS = { id: 's1', score: 45, comment: 'Quiet', by: 'Marcus Lindqvist' };
const start = jest.fn(() => Promise.resolve());

async function renderIt(properties = {}): Promise<Rendered> {
  const editor = await render('c-cs-health-trend-editor', CsHealthTrendEditor, {
    recordId: ACCOUNT_ID,
    ...properties,
  });
  editor.addEventListener('recorded', recorded);
  editor.addEventListener('outdated', outdated);
  infoWire.emit(ACCESS);
  await settle();
  Object.defineProperty(find(editor, 'c-cs-recalculate'), 'start', { value: start });
  return editor;
}

async function save(editor: Rendered): Promise<void> {
  find(editor, '[data-id="edit"]').click();
  await settle();
  const detail = { score: 30, comment: 'The champion left' };
  find(editor, 'c-cs-health-trend-form').dispatchEvent(new CustomEvent('save', { detail }));
  await settle();
}

describe('c-cs-health-trend-editor', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T18:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
    create.mockResolvedValue({ id: 'a01000000000001AAA', apiName: 'CS_Health_Score__c', fields: {} });
  });

  afterEach(() => jest.useRealTimers());

  test('is a button until it is asked for', async () => {
    const editor = await renderIt();
    expect(findAll(editor, 'c-cs-health-trend-form')).toHaveLength(0);
    jest.useRealTimers();
    await expect(editor).toBeAccessible();
  });

  test('is not offered to who may not record a health score', async () => {
    const editor = await renderIt();
    infoWire.emit({ ...ACCESS, createable: false });
    await settle();
    expect(findAll(editor, '[data-id="edit"]')).toHaveLength(0);
  });

  test('changes the score of today where there is one, and says beforehand whose it is', async () => {
    const editor = await renderIt({ standing: OTHERS });
    await save(editor);
    expect(create).not.toHaveBeenCalled();
    expect(update).toHaveBeenCalledWith({
      fields: { Id: 's1', CS_Score__c: 30, CS_Comment__c: 'The champion left' },
    });
    expect(recorded).toHaveBeenCalledTimes(1);

    find(editor, '[data-id="edit"]').click();
    await settle();
    expect(find(editor, 'c-cs-health-trend-form').notice).toContain(
      'Marcus Lindqvist set health to 45 today',
    );
  });

  test('of two at once the first stands; the second is told whose it is, and replaces it by saving again', async () => {
    const fault = { errorCode: 'DUPLICATE_VALUE', message: 'duplicate value found: CS_Key__c' };
    create.mockRejectedValue({ body: { message: 'An error', output: { errors: [fault] } } });
    const editor = await renderIt();
    await save(editor);
    expect(outdated).toHaveBeenCalledTimes(1);
    expect(recorded).not.toHaveBeenCalled();

    editor.standing = OTHERS;
    await settle();
    const form = find(editor, 'c-cs-health-trend-form');
    expect(form.notice).toContain('Marcus Lindqvist has just set health to 45');
    expect(findAll(editor, 'c-cs-error-panel')).toHaveLength(0);

    form.dispatchEvent(new CustomEvent('save', { detail: { score: 30, comment: '' } }));
    await settle();
    expect(update).toHaveBeenCalledWith({ fields: { Id: 's1', CS_Score__c: 30, CS_Comment__c: null } });
    expect(recorded).toHaveBeenCalledTimes(1);
  });

  test('records what a person says of today, tells its parent, and has the account scored anew', async () => {
    const editor = await renderIt();
    await save(editor);
    expect(create).toHaveBeenCalledWith({
      apiName: 'CS_Health_Score__c',
      fields: {
        CS_Account__c: ACCOUNT_ID,
        CS_Score__c: 30,
        CS_Scored_On__c: '2026-11-22',
        CS_Source__c: 'Manual',
        CS_Key__c: `${ACCOUNT_ID}:2026-11-22:Manual`,
        CS_Comment__c: 'The champion left',
      },
    });
    expect(findAll(editor, 'c-cs-health-trend-form')).toHaveLength(0);
    expect(recorded).toHaveBeenCalledTimes(1);
    expect(start).toHaveBeenCalledTimes(1);
  });

  test('on a failure the form stays open and says why, until it is cancelled', async () => {
    create.mockRejectedValue({ body: { message: 'You may not edit this account' } });
    const editor = await renderIt();
    await save(editor);
    expect(find(editor, 'c-cs-health-trend-form').saving).toBe(false);
    expect(find(editor, 'c-cs-error-panel').heading).toBe('The health score was not saved');
    expect(recorded).not.toHaveBeenCalled();
    expect(start).not.toHaveBeenCalled();

    find(editor, 'c-cs-health-trend-form').dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect(findAll(editor, 'c-cs-health-trend-form')).toHaveLength(0);
    expect(findAll(editor, 'c-cs-error-panel')).toHaveLength(0);
  });

  test('gives the focus back to its button', async () => {
    const editor = await renderIt();
    find(editor, '[data-id="edit"]').click();
    await settle();
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    find(editor, 'c-cs-health-trend-form').dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect(focus.mock.contexts).toContain(find(editor, '[data-id="edit"]'));
    focus.mockRestore();
  });
});
