import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import CsTemplateForm from 'c/csTemplateForm';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { closeModal } from 'test/mocks/modal';
import { templateRecord } from '../csTemplateFormModel';

const EDITED = { id: 'a0T1', name: 'QBR', type: 'Email', subject: 'Review', body: '<p>Hi</p>' };

function change(element: Rendered, field: string, value: string): void {
  find(element, `[data-field="${field}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

/** The stubs of inputs validate nothing: what they answer is up to the test. */
function renderForm(edited?: typeof EDITED, valid = true): Promise<Rendered> {
  return render('c-cs-template-form', CsTemplateForm, { edited }).then((element) => {
    for (const input of findAll(element, 'lightning-input, lightning-combobox'))
      input.reportValidity = () => valid;
    return element;
  });
}

async function save(element: Rendered): Promise<void> {
  find(element, '[data-id="save"]').click();
  await settle();
}

describe('the form of a template', () => {
  test('creates what was written', async () => {
    const element = await renderForm();
    change(element, 'name', ' Kick-off ');
    change(element, 'subject', 'Welcome');
    change(element, 'body', '<p>Hi {{contact.firstName}}</p>');
    await save(element);
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'CS_Template__c',
      fields: {
        Name: 'Kick-off',
        CS_Type__c: 'Email',
        CS_Subject__c: 'Welcome',
        CS_Body__c: '<p>Hi {{contact.firstName}}</p>',
      },
    });
    expect(closeModal).toHaveBeenCalledTimes(1);
  });

  test('changes the one that it was opened with', async () => {
    const element = await renderForm(EDITED);
    change(element, 'name', 'QBR 2');
    await save(element);
    expect(updateRecord).toHaveBeenCalledWith({
      fields: expect.objectContaining({ Id: 'a0T1', Name: 'QBR 2', CS_Subject__c: 'Review' }),
    });
    expect(createRecord).not.toHaveBeenCalled();
  });

  test('saves nothing while an input is wrong or the text is missing', async () => {
    await save(await renderForm(EDITED, false));
    const element = await renderForm(EDITED);
    change(element, 'body', '<p><br></p>');
    await save(element);
    expect(updateRecord).not.toHaveBeenCalled();
    expect(find(element, 'lightning-input-rich-text').valid).toBe(false);
  });

  test('names what is no merge field while it is typed', async () => {
    const element = await renderForm(EDITED);
    change(element, 'body', '<p>{{acount.name}}</p>');
    await settle();
    expect(textOf(element)).toContain('Not a merge field: acount.name.');
    await expect(element).toBeAccessible();
  });

  test('writes a merge field where the cursor stands', async () => {
    const element = await renderForm(EDITED);
    const insert = jest.fn();
    find(element, 'lightning-input-rich-text').insertTextAtCursor = insert;
    find(element, 'lightning-button-menu').dispatchEvent(
      new CustomEvent('select', { detail: { value: 'renewal.date' } }),
    );
    expect(insert).toHaveBeenCalledWith('{{renewal.date}}');
  });

  test('stays open when the org refuses, and says why', async () => {
    (createRecord as unknown as jest.Mock).mockRejectedValueOnce({ body: { message: 'no' } });
    const element = await renderForm();
    change(element, 'body', '<p>Hi</p>');
    await save(element);
    expect(closeModal).not.toHaveBeenCalled();
    expect(find(element, 'c-cs-error-panel').errors).toEqual({ body: { message: 'no' } });
  });
});

test('a note has no subject, whatever was typed before its type was chosen', () => {
  const record = templateRecord(
    { name: 'N', type: 'Note', subject: 'Left over', body: '<p>x</p>' },
    undefined,
  );
  expect(record.fields.CS_Subject__c).toBeNull();
});
