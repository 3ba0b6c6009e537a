import CsAlertCenterList from 'c/csAlertCenterList';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import USER_ID from '@salesforce/user/Id';
import type { Alert } from 'c/csAlertRecord';
import type { AlertRow } from 'c/csAlertCenterRow';
import { NOW, alertOf } from 'test/alerts';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const update = jest.mocked(updateRecord);
const info = getObjectInfo as unknown as { emit(value: object): void };
const mine = (fields: Partial<Alert> = {}): Alert => alertOf({ recipientId: USER_ID, ...fields });

const TWO = mine({ id: 'al2', severity: 'Low', message: 'Second', raisedAt: '2026-11-20T14:00:00.000Z' });
const ALERTS = [TWO, mine({ id: 'al1', message: 'First' })];

async function renderWith(properties: object = {}, updateable = true): Promise<Rendered> {
  const element = await render('c-cs-alert-center-list', CsAlertCenterList, {
    alerts: ALERTS,
    now: NOW,
    ...properties,
  });
  info.emit({ fields: { CS_Resolved_On__c: { updateable } } });
  await settle();
  return element;
}

const rowsOf = (element: Rendered) => findAll(element, 'c-cs-alert-center-row');
const viewOf = (row: Rendered | undefined) => row?.row as AlertRow;
const messagesOf = (element: Rendered) => rowsOf(element).map((row) => viewOf(row).message);
const headingsOf = (element: Rendered) => findAll(element, 'h3').map(({ textContent }) => textContent);

async function fire(target: Rendered | undefined, type: string, detail: object = {}): Promise<void> {
  target?.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

const act = (element: Rendered, index: number, action: object) =>
  fire(rowsOf(element)[index], 'alertaction', { action });

describe('c-cs-alert-center-list', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick'] });
    update.mockResolvedValue({ id: '', apiName: '', fields: {}, lastModifiedDate: NOW.toISOString() });
  });

  afterEach(() => jest.useRealTimers());

  test('shows the most pressing first, under its severity', async () => {
    const element = await renderWith();
    expect(headingsOf(element)).toEqual(['High severity', 'Low severity']);
    expect(messagesOf(element)).toEqual(['First', 'Second']);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('or the newest first, under its day', async () => {
    const yesterday = mine({ id: 'al3', severity: 'Low', raisedAt: '2026-11-21T14:00:00.000Z' });
    const old = mine({ id: 'al4', raisedAt: '2026-01-01T14:00:00.000Z' });
    const month = mine({ id: 'al5', raisedAt: '2026-11-01T14:00:00.000Z' });
    const element = await renderWith({ grouping: 'day', alerts: [old, month, yesterday, ...ALERTS] });
    expect(headingsOf(element)).toEqual(['Today', 'Yesterday', 'Last 7 days', 'Last 30 days', 'Older']);
  });

  test('orders resolved ones by when they were resolved', async () => {
    const resolved = (id: string, resolvedAt: string) => mine({ id, message: id, resolvedAt });
    const alerts = [resolved('earlier', '2026-11-21T10:00:00Z'), resolved('later', '2026-11-22T10:00:00Z')];
    const element = await renderWith({ view: 'resolved', grouping: 'day', alerts });
    expect(messagesOf(element)).toEqual(['later', 'earlier']);
    expect(viewOf(rowsOf(element)[0])).toMatchObject({ canReopen: true, canResolve: false, isUnread: false });
  });

  test('offers nothing to a user who may not change alerts', async () => {
    const element = await renderWith({}, false);
    expect(viewOf(rowsOf(element)[0])).toMatchObject({ canResolve: false, canSelect: false, canMark: false });
    expect(findAll(element, '[data-id="select-all"]')).toHaveLength(0);
    await fire(rowsOf(element)[0], 'opentoggle');
    expect(update).not.toHaveBeenCalled();
  });

  test('in the list of one account nothing is selected and the account goes without saying', async () => {
    const element = await renderWith({ compact: true });
    expect(viewOf(rowsOf(element)[0])).toMatchObject({ account: '', canSelect: false, canResolve: true });
  });

  test('opening one tells why, and marks it as read for those whom it is for', async () => {
    const other = mine({ id: 'al9', message: 'Third', recipientId: 'else', recipient: 'Marcus Lindqvist' });
    const element = await renderWith({ alerts: [...ALERTS, other] });
    await fire(rowsOf(element)[0], 'opentoggle');
    await fire(rowsOf(element)[1], 'opentoggle');
    expect(messagesOf(element)).toEqual(['Third', 'First', 'Second']);
    expect(viewOf(rowsOf(element)[0])).toMatchObject({
      recipient: 'Marcus Lindqvist',
      isUnread: true,
      isOpen: true,
    });
    expect(viewOf(rowsOf(element)[1])).toMatchObject({ recipient: '', isUnread: false, isOpen: true });
    expect(update.mock.calls).toEqual([
      [{ fields: { Id: 'al1', CS_Read_On__c: NOW.toISOString() } }, undefined],
    ]);
    await fire(rowsOf(element)[1], 'opentoggle');
    expect(viewOf(rowsOf(element)[1]).isOpen).toBe(false);
  });

  test('one that was passed on is read by whom it was passed on to', async () => {
    const passed = mine({ recipientId: 'else', escalatedToId: USER_ID, escalatedTo: 'Helen Okafor' });
    const element = await renderWith({ alerts: [passed] });
    await fire(rowsOf(element)[0], 'opentoggle');
    expect(viewOf(rowsOf(element)[0])).toMatchObject({ isUnread: false });
    expect(viewOf(rowsOf(element)[0]).notes[0]?.text).toBe(
      'Passed on to Helen Okafor, as nobody had read it',
    );
  });

  test('reading does not take an alert from the list of unread ones while it is open', async () => {
    const element = await renderWith({ view: 'unread' });
    await fire(rowsOf(element)[0], 'opentoggle');
    element.alerts = [TWO];
    await settle();
    expect(messagesOf(element)).toEqual(['First', 'Second']);
    (element as unknown as { startOver(): void }).startOver();
    await settle();
    expect(messagesOf(element)).toEqual(['Second']);
  });

  test('resolves at once, says it, gives the keyboard to the next and asks to be read again', async () => {
    const element = await renderWith();
    const changed = jest.fn();
    element.addEventListener('changed', changed);
    let finish: (record: object) => void = () => undefined;
    update.mockReturnValueOnce(new Promise((resolve) => (finish = resolve as never)));
    await act(element, 0, { name: 'resolve' });
    expect(messagesOf(element)).toEqual(['Second']);
    expect(rowsOf(element)[0]?.saving).toBe(true);
    expect(changed).not.toHaveBeenCalled();
    const focus = jest.spyOn(rowsOf(element)[0] as unknown as { focusMessage(): void }, 'focusMessage');
    finish({ id: 'al1', lastModifiedDate: NOW.toISOString() });
    await settle();
    expect(changed).toHaveBeenCalledTimes(1);
    expect(find(element, '[data-id="status"]').textContent).toBe('Resolved: First');
    expect(focus).toHaveBeenCalled();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('undo puts it back as it was, compared with the change it takes back', async () => {
    const element = await renderWith();
    await act(element, 0, { name: 'resolve' });
    element.alerts = [TWO];
    await fire(find(element, '[data-id="undo"]'), 'click');
    expect(update).toHaveBeenLastCalledWith(
      { fields: { Id: 'al1', CS_Read_On__c: null, CS_Resolved_On__c: null, CS_Resolution__c: null } },
      { ifUnmodifiedSince: NOW.toISOString() },
    );
    expect(findAll(element, '[data-id="undo"]')).toHaveLength(0);
    element.alerts = ALERTS;
    await settle();
    expect(messagesOf(element)).toEqual(['First', 'Second']);
  });

  test('what the org refuses is back at once, with the reason', async () => {
    update.mockRejectedValueOnce({ body: { message: 'This record was changed by someone else.' } });
    const element = await renderWith();
    await act(element, 0, { name: 'resolve' });
    expect(messagesOf(element)).toEqual(['First', 'Second']);
    const panel = find(element, 'c-cs-error-panel');
    expect(panel.heading).toBe('1 alert not changed');
    expect(panel.errors).toEqual([{ message: 'First: This record was changed by someone else.' }]);
    expect(find(element, '[data-id="status"]').textContent).toBe('');
  });

  test('snoozes until the moment chosen and brings back', async () => {
    const element = await renderWith();
    await act(element, 0, { name: 'snooze', until: '2026-11-24T13:00:00.000Z' });
    expect(messagesOf(element)).toEqual(['Second']);
    expect(find(element, '[data-id="status"]').textContent).toBe('Snoozed until Nov 24, 2026: First');
    element.view = 'snoozed';
    await settle();
    expect(messagesOf(element)).toEqual(['First']);
    await act(element, 0, { name: 'wake' });
    expect(messagesOf(element)).toEqual([]);
    expect(find(element, '[data-id="status"]').textContent).toBe('Brought back: First');
  });

  test('a list that was read before the change does not undo it on the page', async () => {
    const element = await renderWith();
    await act(element, 0, { name: 'resolve' });
    element.alerts = [...ALERTS];
    await settle();
    expect(messagesOf(element)).toEqual(['Second']);
  });

  test('changes several at once: some may be refused', async () => {
    update.mockRejectedValueOnce({ body: { message: 'No.' } });
    const third = mine({ id: 'al3', message: 'Third', raisedAt: '2026-11-19T14:00:00.000Z' });
    const element = await renderWith({ alerts: [...ALERTS, third] });
    await fire(find(element, '[data-id="select-all"]'), 'tick', { checked: true });
    expect(find(element, 'c-cs-alert-center-bulk').count).toBe(3);
    await fire(rowsOf(element)[2], 'tick', { checked: false });
    expect(find(element, 'c-cs-alert-center-bulk').count).toBe(2);
    expect(find(element, '[data-id="select-all"]').checked).toBe(false);
    await fire(find(element, 'c-cs-alert-center-bulk'), 'bulkaction', { action: { name: 'resolve' } });
    expect(update).toHaveBeenCalledTimes(2);
    expect(messagesOf(element)).toEqual(['First', 'Second']);
    expect(find(element, '[data-id="status"]').textContent).toBe('Resolved: Third');
    expect(find(element, 'c-cs-error-panel').heading).toBe('1 alert not changed');
    expect(findAll(element, 'c-cs-alert-center-bulk')).toHaveLength(0);
  });

  test('clears the selection when asked', async () => {
    const element = await renderWith();
    await fire(rowsOf(element)[0], 'tick', { checked: true });
    await fire(find(element, 'c-cs-alert-center-bulk'), 'clear');
    expect(findAll(element, 'c-cs-alert-center-bulk')).toHaveLength(0);
  });

  test('marks all as read, those that are not', async () => {
    const element = await renderWith({ alerts: [...ALERTS, mine({ id: 'al3', readAt: NOW.toISOString() })] });
    await (element as unknown as { markAllRead(): Promise<void> }).markAllRead();
    await settle();
    expect(update.mock.calls.map(([{ fields }]) => fields.Id).sort()).toEqual(['al1', 'al2']);
    expect(find(element, '[data-id="status"]').textContent).toBe('Marked as read: 2 alerts');
  });

  test('leaves it to its parent to say that there is nothing', async () => {
    const element = await renderWith({ alerts: [] });
    expect(findAll(element, 'slot[name="empty"]')).toHaveLength(1);
    expect(textOf(element)).toBe('');
  });
});
