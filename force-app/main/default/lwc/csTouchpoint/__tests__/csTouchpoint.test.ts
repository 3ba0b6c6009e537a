import { announceActionDone } from 'c/csActionDone';
import CsTouchpoint from 'c/csTouchpoint';
import { updateRecord } from 'lightning/uiRecordApi';
import { ACCOUNT_ID, accountOf } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { recordWire } from 'test/wires';

const update = jest.mocked(updateRecord);
const FIELDS = {
  CS_Next_Scheduled__c: '2026-11-25',
  CS_Last_Touchpoint__c: '2026-11-08',
  CS_Cadence_Days__c: 14,
};

const renderIt = () => render('c-cs-touchpoint', CsTouchpoint, { recordId: ACCOUNT_ID });

async function renderWith(fields: Record<string, unknown>): Promise<Rendered> {
  const element = await renderIt();
  recordWire.emit(accountOf(fields));
  await settle();
  return element;
}

async function edit(element: Rendered): Promise<Rendered> {
  find(element, '[data-id="edit"]').click();
  await settle();
  return find(element, 'c-cs-touchpoint-form');
}

async function save(element: Rendered, day: string | null): Promise<void> {
  const form = await edit(element);
  form.dispatchEvent(new CustomEvent('save', { detail: { day } }));
  await settle();
}

describe('c-cs-touchpoint', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
    update.mockResolvedValue({ id: ACCOUNT_ID, apiName: 'Account', fields: {} });
  });

  afterEach(() => jest.useRealTimers());

  test('shows the next touchpoint with its badge, the last one and the cadence', async () => {
    const element = await renderWith(FIELDS);
    expect(find(element, '[data-id="next"]').textContent).toBe('Nov 25, 2026');
    expect(find(element, '[data-id="badge"]').textContent).toBe('In 3 days');
    expect(find(element, '[data-id="last"]').textContent).toBe('Nov 8, 2026 (14 days ago)');
    expect(find(element, '[data-id="cadence"]').textContent).toBe('Every 14 days');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('says that none is planned', async () => {
    const element = await renderWith({
      CS_Next_Scheduled__c: null,
      CS_Last_Touchpoint__c: null,
      CS_Cadence_Days__c: null,
    });
    expect(find(element, '[data-id="badge"]').textContent).toBe('None planned');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('keeps its place while it loads', async () => {
    const element = await renderIt();
    expect(findAll(element, '.card-stencil lightning-spinner')).toHaveLength(1);
    expect(findAll(element, '[data-id="edit"]')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('tells a user without access whom to ask', async () => {
    const element = await renderWith({});
    expect(textOf(element)).toContain('Ask an admin for the permission set Customer Success User.');
    expect(findAll(element, '[data-id="edit"]')).toHaveLength(0);
  });

  test('shows why the account could not be loaded', async () => {
    const element = await renderIt();
    recordWire.error({ message: 'The record is gone' });
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('The next touchpoint could not be loaded');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('hands the form what it needs', async () => {
    const form = await edit(await renderWith(FIELDS));
    expect(form).toMatchObject({ day: '2026-11-25', today: '2026-11-22', maxDaysAhead: 730, saving: false });
    expect(form.shortcuts).toHaveLength(2);
  });

  test('saves the day that was picked, confirms it and closes the form', async () => {
    const element = await renderWith(FIELDS);
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    await save(element, '2026-12-01');
    expect(update).toHaveBeenCalledWith({ fields: { Id: ACCOUNT_ID, CS_Next_Scheduled__c: '2026-12-01' } });
    expect(findAll(element, 'c-cs-touchpoint-form')).toHaveLength(0);
    expect(toast.mock.calls[0][0].detail).toMatchObject({
      title: 'Next touchpoint: Dec 1, 2026',
      variant: 'success',
    });
  });

  test('saves that none is planned any more', async () => {
    await save(await renderWith(FIELDS), null);
    expect(update).toHaveBeenCalledWith({ fields: { Id: ACCOUNT_ID, CS_Next_Scheduled__c: null } });
  });

  test('on a failure the form stays open and says why, and Cancel shows what is stored', async () => {
    update.mockRejectedValue({ body: { message: 'You may not edit this account' } });
    const element = await renderWith(FIELDS);
    await save(element, '2026-12-01');
    expect(findAll(element, 'c-cs-touchpoint-form')).toHaveLength(1);
    expect(find(element, 'c-cs-error-panel').heading).toBe('The next touchpoint was not saved');

    find(element, 'c-cs-touchpoint-form').dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect(find(element, '[data-id="next"]').textContent).toBe('Nov 25, 2026');
    expect(findAll(element, 'c-cs-error-panel')).toHaveLength(0);
  });

  test('after a logged call it asks for the next touchpoint, with the day of the cadence filled in', async () => {
    const element = await renderWith(FIELDS);
    announceActionDone({ action: 'logCall', accountId: ACCOUNT_ID, contactId: undefined });
    await settle();
    expect(find(element, '[data-id="after-call"]').textContent).toContain('When will you be in touch with');
    expect(find(element, 'c-cs-touchpoint-form').day).toBe('2026-12-06');
    find(element, 'c-cs-touchpoint-form').dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect((await edit(element)).day).toBe('2026-11-25');
  });

  test.each([
    ['an action of another kind', { action: 'addNote', accountId: ACCOUNT_ID, contactId: undefined }],
    ['a call about another account', { action: 'logCall', accountId: 'other', contactId: undefined }],
  ])('%s asks for nothing', async (_, done) => {
    const element = await renderWith(FIELDS);
    announceActionDone(done);
    await settle();
    expect(findAll(element, 'c-cs-touchpoint-form')).toHaveLength(0);
  });
});
