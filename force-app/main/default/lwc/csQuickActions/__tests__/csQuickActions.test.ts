import { navigate } from 'test/mocks/navigation';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import CsEmailModal from 'c/csEmailModal';
import CsNoteModal from 'c/csNoteModal';
import CsQuickActions from 'c/csQuickActions';
import { ACCOUNT_ID, recordOf } from 'test/records';
import { find, findAll, render, settle } from 'test/render';
import { recordWire } from 'test/wires';

jest.mock('c/csNoteModal', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/csEmailModal', () => ({ __esModule: true, default: { open: jest.fn() } }));

const CONTACT_ID = '003000000000001AAA';
const openNote = CsNoteModal.open as jest.Mock;
const openEmail = CsEmailModal.open as jest.Mock;

const onAccount = { recordId: ACCOUNT_ID, objectApiName: 'Account' };
const onContact = { recordId: CONTACT_ID, objectApiName: 'Contact' };

async function renderOnContact(fields: Record<string, unknown>) {
  const element = await render('c-cs-quick-actions', CsQuickActions, onContact);
  recordWire.emit(recordOf('Contact', CONTACT_ID, fields));
  await settle();
  return element;
}

function labels(element: Element): unknown[] {
  return findAll(element, 'lightning-button, lightning-menu-item').map(({ label }) => label);
}

describe('quick actions', () => {
  test('an account offers all of them', async () => {
    const element = await render('c-cs-quick-actions', CsQuickActions, onAccount);
    expect(labels(element)).toEqual([
      'Log Call',
      'Send Email',
      'Email from Template',
      'Create Task',
      'Add Note',
    ]);
    await expect(element).toBeAccessible();
  });

  test.each([
    ['logCall', 'Global.LogACall', `WhatId=${ACCOUNT_ID}`],
    ['createTask', 'Global.NewTask', `WhatId=${ACCOUNT_ID}`],
    ['sendEmail', 'Global.SendEmail', `RelatedToId=${ACCOUNT_ID}`],
  ])('%s opens %s about the account with one click', async (action, apiName, defaultFieldValues) => {
    const element = await render('c-cs-quick-actions', CsQuickActions, onAccount);
    find(element, `[data-action="${action}"]`).click();
    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__quickAction',
      attributes: { apiName },
      state: { recordId: ACCOUNT_ID, defaultFieldValues },
    });
  });

  test('on a contact, her account and address are filled in', async () => {
    const element = await renderOnContact({ AccountId: ACCOUNT_ID, Email: 'alma@example.com' });
    find(element, '[data-action="sendEmail"]').click();
    expect(navigate).toHaveBeenCalledWith(
      expect.objectContaining({
        state: {
          recordId: CONTACT_ID,
          defaultFieldValues: `RelatedToId=${ACCOUNT_ID},ToAddress=alma%40example.com`,
        },
      }),
    );
  });

  test('until the contact is read every action keeps its place and none can be begun', async () => {
    const element = await render('c-cs-quick-actions', CsQuickActions, onContact);
    const buttons = () => findAll(element, 'lightning-button');
    expect(buttons().map(({ disabled }) => disabled)).toEqual([true, true, true, true, true]);
    find(element, '[data-action="logCall"]').click();
    expect(navigate).not.toHaveBeenCalled();
    recordWire.emit(recordOf('Contact', CONTACT_ID, { AccountId: ACCOUNT_ID, Email: null }));
    await settle();
    expect(buttons().map(({ disabled }) => disabled)).toEqual([false, false, false, false, false]);
  });

  test('a contact that cannot be read leaves the actions that need no account', async () => {
    const element = await render('c-cs-quick-actions', CsQuickActions, onContact);
    recordWire.error({ message: 'No access' }, 403, 'Forbidden');
    await settle();
    expect(labels(element)).toEqual(['Log Call', 'Send Email', 'Create Task']);
    expect(findAll(element, 'lightning-button').some(({ disabled }) => disabled)).toBe(false);
  });

  test('a contact without an account offers no note and no template', async () => {
    const element = await renderOnContact({ AccountId: null, Email: null });
    expect(labels(element)).toEqual(['Log Call', 'Send Email', 'Create Task']);
  });

  test('a note is written in a dialog, and the page is refreshed after it', async () => {
    openNote.mockResolvedValue('a0N000000000001AAA');
    const element = await renderOnContact({ AccountId: ACCOUNT_ID, Email: null });
    const done = jest.fn();
    const refresh = jest.fn();
    element.addEventListener('actiondone', (event) => done((event as CustomEvent).detail));
    element.addEventListener('lightning__refresh', refresh);
    find(element, '[data-action="addNote"]').click();
    await settle();

    expect(openNote).toHaveBeenCalledWith(
      expect.objectContaining({ accountId: ACCOUNT_ID, contactId: CONTACT_ID }),
    );
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([
      { recordId: ACCOUNT_ID },
      { recordId: CONTACT_ID },
    ]);
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(done).toHaveBeenCalledWith({ action: 'addNote', accountId: ACCOUNT_ID, contactId: CONTACT_ID });
  });

  test('a note that was cancelled refreshes nothing', async () => {
    openNote.mockResolvedValue(undefined);
    const element = await render('c-cs-quick-actions', CsQuickActions, onAccount);
    find(element, '[data-action="addNote"]').click();
    await settle();
    expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
  });

  test('when focus comes back from a form, the page is refreshed once', async () => {
    const element = await render('c-cs-quick-actions', CsQuickActions, onAccount);
    const bar = find(element, 'div');
    bar.dispatchEvent(new CustomEvent('focusin'));
    expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();

    find(element, '[data-action="logCall"]').click();
    bar.dispatchEvent(new CustomEvent('focusin'));
    bar.dispatchEvent(new CustomEvent('focusin'));
    await settle();
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(1);
  });

  test('an email from a template goes into the composer of the org, to the contact chosen', async () => {
    openEmail.mockResolvedValue({
      contactId: CONTACT_ID,
      contactEmail: 'alma@example.com',
      subject: 'Hi, Alma',
      body: '<p>Hi</p>',
    });
    const element = await render('c-cs-quick-actions', CsQuickActions, onAccount);
    find(element, '[data-action="emailFromTemplate"]').click();
    await settle();
    const [page] = (navigate as unknown as jest.Mock).mock.calls.at(-1) as [
      { state: Record<string, string> },
    ];
    expect(page.state.recordId).toBe(CONTACT_ID);
    expect(decodeURIComponent(page.state.defaultFieldValues ?? '')).toBe(
      `RelatedToId=${ACCOUNT_ID},ToAddress=alma@example.com,Subject=Hi, Alma,HtmlBody=<p>Hi</p>`,
    );
  });

  test('in a row it is one menu that says whose it is', async () => {
    const element = await render('c-cs-quick-actions', CsQuickActions, {
      variant: 'menu',
      accountId: ACCOUNT_ID,
      recordName: 'Example Ltd',
    });
    const menu = find(element, 'lightning-button-menu');
    expect(menu.alternativeText).toBe('Actions for Example Ltd');
    menu.dispatchEvent(new CustomEvent('select', { detail: { value: 'logCall' } }));
    expect(navigate).toHaveBeenCalledWith(
      expect.objectContaining({ attributes: { apiName: 'Global.LogACall' } }),
    );
    await expect(element).toBeAccessible();
  });
});
