import CsTemplateInsert from 'c/csTemplateInsert';
import { ACCOUNT_ID, accountOf, recordOf } from 'test/records';
import { find, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forRecord, recordWire } from 'test/wires';

const CONTACT_ID = '003000000000001AAA';
const TEMPLATE = {
  id: 'a0T1',
  name: 'Hello',
  subject: '{{account.name}}',
  body: '<p>Hi {{contact.firstName}}, {{renewal.date}}</p>',
};

async function renderFor(contactId?: string) {
  const element = await render('c-cs-template-insert', CsTemplateInsert, {
    accountId: ACCOUNT_ID,
    contactId,
  });
  const inserted = jest.fn();
  element.addEventListener('insert', (event) => inserted((event as CustomEvent).detail));
  return { element, inserted };
}

async function emitAccount(fields: Record<string, unknown> = {}): Promise<void> {
  recordWire.emit(accountOf(fields), forRecord(ACCOUNT_ID));
  await settle();
}

async function emitContact(): Promise<void> {
  const contact = recordOf('Contact', CONTACT_ID, { FirstName: 'Alma', Email: 'alma@example.com' });
  recordWire.emit(contact, forRecord(CONTACT_ID));
  await settle();
}

function select(element: Rendered): void {
  find(element, 'c-cs-template-picker').dispatchEvent(new CustomEvent('choose', { detail: TEMPLATE }));
}

describe('inserting a template', () => {
  test('hands it over filled in for account and contact', async () => {
    const { element, inserted } = await renderFor(CONTACT_ID);
    await emitAccount({ CS_Renewal_Date__c: '2027-01-03' });
    await emitContact();
    select(element);
    expect(inserted).toHaveBeenCalledWith({
      templateId: 'a0T1',
      subject: 'Example Ltd',
      body: '<p>Hi Alma, Jan 3, 2027</p>',
    });
  });

  test('waits until the contact is read instead of taking her for one without a name', async () => {
    const { element, inserted } = await renderFor(CONTACT_ID);
    await emitAccount({ CS_Renewal_Date__c: '2027-01-03' });
    select(element);
    expect(inserted).not.toHaveBeenCalled();
    await emitContact();
    expect(inserted).toHaveBeenCalledTimes(1);
  });

  test('says which fields have no value', async () => {
    const { element, inserted } = await renderFor();
    await emitAccount();
    select(element);
    await settle();
    expect(textOf(element)).toContain('No value here for: Contact first name, Renewal date.');
    expect(inserted).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  test('tells whom the text is for, and her address once it is read', async () => {
    const { element } = await renderFor();
    const chosen = jest.fn();
    element.addEventListener('contactchange', (event) => chosen((event as CustomEvent).detail));
    find(element, 'c-cs-contact-picker').dispatchEvent(
      new CustomEvent('change', { detail: { contactId: CONTACT_ID } }),
    );
    await settle();
    await emitContact();
    expect(chosen).toHaveBeenLastCalledWith({ contactId: CONTACT_ID, email: 'alma@example.com' });
  });

  test('shows why the account could not be read', async () => {
    const { element } = await renderFor();
    recordWire.error({ message: 'gone' }, 404, 'Not Found', forRecord(ACCOUNT_ID));
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toMatchObject({ body: { message: 'gone' } });
  });
});
