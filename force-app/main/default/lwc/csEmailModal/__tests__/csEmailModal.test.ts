import CsEmailModal from 'c/csEmailModal';
import { ACCOUNT_ID } from 'test/records';
import { find, render, settle } from 'test/render';
import { closeModal } from 'test/mocks/modal';

const CONTACT_ID = '003000000000001AAA';

function insert(element: Element, subject: string, body: string): void {
  const detail = { templateId: 'a0T1', subject, body };
  find(element, 'c-cs-template-insert').dispatchEvent(new CustomEvent('insert', { detail }));
}

describe('an email from a template', () => {
  test('closes with the draft for the contact chosen', async () => {
    const element = await render('c-cs-email-modal', CsEmailModal, { accountId: ACCOUNT_ID });
    const detail = { contactId: CONTACT_ID, email: 'alma@example.com' };
    find(element, 'c-cs-template-insert').dispatchEvent(new CustomEvent('contactchange', { detail }));
    insert(element, 'Renewal', '<p>Hi</p>');
    find(element, '[data-id="continue"]').click();
    expect(closeModal).toHaveBeenCalledWith({
      contactId: CONTACT_ID,
      contactEmail: 'alma@example.com',
      subject: 'Renewal',
      body: '<p>Hi</p>',
    });
  });

  test('keeps the subject and the body that were already written', async () => {
    const element = await render('c-cs-email-modal', CsEmailModal, { accountId: ACCOUNT_ID });
    find(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value: 'Mine' } }));
    find(element, 'lightning-input-rich-text').dispatchEvent(
      new CustomEvent('change', { detail: { value: '<p>Mine</p>' } }),
    );
    insert(element, 'Template', '<p>Template</p>');
    await settle();
    expect(find(element, 'lightning-input').value).toBe('Mine');
    expect(find(element, 'lightning-input-rich-text').value).toBe('<p>Mine</p><p>Template</p>');
    await expect(element).toBeAccessible();
  });
});
