import CsNpsEditor from 'c/csNpsEditor';
import { createRecord } from 'lightning/uiRecordApi';
import { ACCOUNT_ID } from 'test/records';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

const create = jest.mocked(createRecord);
const recorded = jest.fn();
const start = jest.fn(() => Promise.resolve());
const ENTRY = { score: 4, contactId: '003A', day: '2026-11-02', survey: 'Q4', comment: 'Too slow' };

async function renderIt(): Promise<Rendered> {
  const editor = await render('c-cs-nps-editor', CsNpsEditor, {
    recordId: ACCOUNT_ID,
    today: '2026-11-22',
    survey: 'Q4',
  });
  editor.addEventListener('recorded', recorded);
  Object.defineProperty(find(editor, 'c-cs-recalculate'), 'start', { value: start });
  return editor;
}

async function save(editor: Rendered, detail: object = ENTRY): Promise<void> {
  find(editor, '[data-id="edit"]').click();
  await settle();
  find(editor, 'c-cs-nps-form').dispatchEvent(new CustomEvent('save', { detail }));
  await settle();
}

describe('recording an NPS answer', () => {
  beforeEach(() => {
    create.mockResolvedValue({ id: 'a04000000000001AAA', apiName: 'CS_NPS_Response__c', fields: {} });
  });

  test('begins with a button, which opens the form with the survey of before', async () => {
    const editor = await renderIt();
    expect(findAll(editor, 'c-cs-nps-form')).toHaveLength(0);
    await expect(editor).toBeAccessible();
    find(editor, '[data-id="edit"]').click();
    await settle();
    expect(find(editor, 'c-cs-nps-form')).toMatchObject({
      accountId: ACCOUNT_ID,
      today: '2026-11-22',
      survey: 'Q4',
    });
  });

  test('writes the answer, confirms it, tells its parent, and has the account scored anew', async () => {
    const editor = await renderIt();
    const toast = jest.fn();
    editor.addEventListener('lightning__showtoast', toast);
    await save(editor);
    expect(create).toHaveBeenCalledWith({
      apiName: 'CS_NPS_Response__c',
      fields: {
        CS_Account__c: ACCOUNT_ID,
        CS_Score__c: 4,
        CS_Responded_On__c: '2026-11-02',
        CS_Contact__c: '003A',
        CS_Survey__c: 'Q4',
        CS_Comment__c: 'Too slow',
      },
    });
    expect(toast.mock.calls[0][0].detail.title).toBe('NPS answer recorded: 4, a detractor');
    expect(findAll(editor, 'c-cs-nps-form')).toHaveLength(0);
    expect(recorded).toHaveBeenCalledTimes(1);
    expect(start).toHaveBeenCalledTimes(1);
  });

  test('sends no field that was left empty', async () => {
    const editor = await renderIt();
    await save(editor, { ...ENTRY, contactId: null, survey: '', comment: '' });
    expect(Object.keys(create.mock.calls[0]?.[0].fields ?? {})).toEqual([
      'CS_Account__c',
      'CS_Score__c',
      'CS_Responded_On__c',
    ]);
  });

  test('on a failure the form stays open and says why, until it is cancelled', async () => {
    create.mockRejectedValue({ body: { message: 'You may not edit this account' } });
    const editor = await renderIt();
    await save(editor);
    expect(find(editor, 'c-cs-nps-form').saving).toBe(false);
    expect(find(editor, 'c-cs-error-panel').heading).toBe('The answer was not saved');
    expect(recorded).not.toHaveBeenCalled();
    expect(start).not.toHaveBeenCalled();

    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    find(editor, 'c-cs-nps-form').dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect(findAll(editor, 'c-cs-error-panel')).toHaveLength(0);
    expect(focus.mock.contexts).toContain(find(editor, '[data-id="edit"]'));
    focus.mockRestore();
  });
});
