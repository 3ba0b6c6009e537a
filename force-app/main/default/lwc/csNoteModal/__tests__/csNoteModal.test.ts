import { createRecord } from 'lightning/uiRecordApi';
import CsNoteModal from 'c/csNoteModal';
import { ACCOUNT_ID } from 'test/records';
import { find, render, settle } from 'test/render';
import { closeModal } from 'test/mocks/modal';

const create = createRecord as unknown as jest.Mock;

async function renderModal() {
  return render('c-cs-note-modal', CsNoteModal, { accountId: ACCOUNT_ID });
}

function write(element: Element, value: string): void {
  find(element, 'lightning-input-rich-text').dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

function insert(element: Element, body: string): void {
  const detail = { templateId: 'a0T1', subject: '', body };
  find(element, 'c-cs-template-insert').dispatchEvent(new CustomEvent('insert', { detail }));
}

async function save(element: Element): Promise<void> {
  find(element, '[data-id="save"]').click();
  await settle();
}

describe('a new note', () => {
  test('is saved with its type and template, and closes with its Id', async () => {
    create.mockResolvedValueOnce({ id: 'a0N1' });
    const element = await renderModal();
    find(element, 'lightning-combobox').dispatchEvent(
      new CustomEvent('change', { detail: { value: 'Meeting' } }),
    );
    insert(element, '<p>Agenda</p>');
    await save(element);

    expect(create).toHaveBeenCalledWith({
      apiName: 'CS_Note__c',
      fields: {
        CS_Account__c: ACCOUNT_ID,
        CS_Type__c: 'Meeting',
        CS_Body__c: '<p>Agenda</p>',
        CS_Template__c: 'a0T1',
      },
    });
    expect(closeModal).toHaveBeenCalledWith('a0N1');
  });

  test('keeps what was written when a template is inserted', async () => {
    const element = await renderModal();
    write(element, '<p>Mine</p>');
    insert(element, '<p>Template</p>');
    await settle();
    expect(find(element, 'lightning-input-rich-text').value).toBe('<p>Mine</p><p>Template</p>');
  });

  test.each(['', '<p><br></p>'])('is not saved while it says nothing: %j', async (body) => {
    const element = await renderModal();
    write(element, body);
    await save(element);
    expect(create).not.toHaveBeenCalled();
    expect(find(element, 'lightning-input-rich-text').valid).toBe(false);
  });

  test('stays open with what was written when the org refuses it, and says why', async () => {
    create.mockRejectedValueOnce({ body: { message: 'insufficient access' } });
    const element = await renderModal();
    write(element, '<p>Mine</p>');
    await save(element);
    expect(closeModal).not.toHaveBeenCalled();
    expect(find(element, 'c-cs-error-panel').errors).toEqual({ body: { message: 'insufficient access' } });
    expect(find(element, 'lightning-input-rich-text').value).toBe('<p>Mine</p>');
  });

  test('is accessible', async () => {
    await expect(await renderModal()).toBeAccessible();
  });
});
