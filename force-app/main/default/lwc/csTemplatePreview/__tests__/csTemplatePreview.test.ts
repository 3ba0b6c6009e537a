import CsTemplatePreview from 'c/csTemplatePreview';
import { ACCOUNT_ID, accountOf, recordOf } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forRecord, recordWire } from 'test/wires';

const CONTACT_ID = '003000000000001AAA';
const SOURCE = { name: 'Hello', subject: 'For {{account.name}}', body: '<p>Hi {{contact.firstName}}</p>' };

async function renderPreview(): Promise<Rendered> {
  return render('c-cs-template-preview', CsTemplatePreview, { source: SOURCE });
}

async function chooseAccount(element: Rendered): Promise<void> {
  const detail = { recordId: ACCOUNT_ID };
  find(element, 'lightning-record-picker').dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
  recordWire.emit(accountOf({}), forRecord(ACCOUNT_ID));
  await settle();
}

describe('the preview of a template', () => {
  test('reads with example values until an account is chosen', async () => {
    const element = await renderPreview();
    expect(textOf(element)).toContain('Choose an account');
    expect(find(element, 'lightning-formatted-rich-text').value).toBe('<p>Hi Alma</p>');
    expect(textOf(element)).not.toContain('No value here');
    await expect(element).toBeAccessible();
  });

  test('reads as it will for account and contact', async () => {
    const element = await renderPreview();
    await chooseAccount(element);
    const detail = { contactId: CONTACT_ID };
    find(element, 'c-cs-contact-picker').dispatchEvent(new CustomEvent('change', { detail }));
    await settle();
    recordWire.emit(recordOf('Contact', CONTACT_ID, { FirstName: 'Bruno' }), forRecord(CONTACT_ID));
    await settle();
    expect(find(element, '[data-id="subject"]').textContent).toBe('For Example Ltd');
    expect(find(element, 'lightning-formatted-rich-text').value).toBe('<p>Hi Bruno</p>');
    expect(textOf(element)).not.toContain('No value here');
  });

  test('marks what has no value and names it', async () => {
    const element = await renderPreview();
    await chooseAccount(element);
    expect(textOf(element)).toContain('No value here for: Contact first name.');
    expect(find(element, 'lightning-formatted-rich-text').value).toContain('[Contact first name: no value]');
    await expect(element).toBeAccessible();
  });

  test('another account forgets the contact of the one before', async () => {
    const element = await renderPreview();
    await chooseAccount(element);
    find(element, 'c-cs-contact-picker').dispatchEvent(
      new CustomEvent('change', { detail: { contactId: CONTACT_ID } }),
    );
    find(element, 'lightning-record-picker').dispatchEvent(
      new CustomEvent('change', { detail: { recordId: null } }),
    );
    await settle();
    expect(findAll(element, 'c-cs-contact-picker')).toEqual([]);
  });
});
