import CsFocus from 'c/csFocus';
import { updateRecord } from 'lightning/uiRecordApi';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';
import { accountOf, focusData } from './accounts';
import { pinOf } from '../../csPins/__tests__/pins';

const update = jest.mocked(updateRecord);
const refresh = jest.fn(() => Promise.resolve());

const PINS = [
  { pin: pinOf({ id: 'p1', accountId: '1', order: 1 }), account: accountOf({ id: '1', name: 'One' }) },
  { pin: pinOf({ id: 'p2', accountId: '2', order: 2 }), account: accountOf({ id: '2', name: 'Two' }) },
  {
    pin: pinOf({ id: 'p3', accountId: '3', isPinned: false, dismissedUntil: '2026-12-24' }),
    account: accountOf({ id: '3', name: 'Three' }),
  },
];
const ASKING = [accountOf({ id: '4', name: 'Four', band: 'At Risk', risk: 88 })];

async function renderWith(data: object = focusData(PINS, ASKING), properties = {}): Promise<Rendered> {
  const element = await render('c-cs-focus', CsFocus, properties);
  graphqlWire.emit({ data, refresh }, forQuery('myFocus'));
  await settle();
  return element;
}

const rowsOf = (element: Rendered, list: string) => findAll(element, `[data-id="${list}"] c-cs-focus-row`);
const namesOf = (element: Rendered, list: string) =>
  rowsOf(element, list).map(({ row }) => (row as { name: string }).name);

async function fire(target: Rendered | undefined, type: string, detail = {}): Promise<void> {
  target?.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

describe('c-cs-focus', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
    update.mockResolvedValue({ id: 'p1', apiName: 'CS_Pinned_Account__c', fields: {} });
  });

  afterEach(() => jest.useRealTimers());

  test('shows the pinned in their order, then who asks, ranked', async () => {
    const element = await renderWith();
    expect(namesOf(element, 'pinned')).toEqual(['One', 'Two']);
    expect(namesOf(element, 'asking')).toEqual(['Four']);
    expect(textOf(element)).toContain('Asks for attention (1)');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('says what to do while nothing is pinned and nothing asks', async () => {
    const element = await renderWith(focusData([], []));
    expect(textOf(element)).toContain('Nothing is pinned. Pin an account on its page or in any list');
    expect(textOf(element)).toContain('None of your accounts asks for attention today.');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-focus', CsFocus);
    expect(findAll(element, '.card-stencil lightning-spinner')).toHaveLength(1);
  });

  test('shows the reason where it could not be loaded', async () => {
    const element = await render('c-cs-focus', CsFocus);
    graphqlWire.emit({ errors: [{ message: 'Server too busy.' }] }, forQuery('myFocus'));
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('My Focus could not be loaded');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('tells a user without access whom to ask', async () => {
    const element = await render('c-cs-focus', CsFocus);
    const errors = [{ message: "Validation error of type FieldUndefined: Field 'CS_ARR__c' is undefined" }];
    graphqlWire.emit({ data: {}, errors }, forQuery('myFocus'));
    await settle();
    expect(textOf(element)).toContain('Ask an admin for the permission set Customer Success User.');
    expect(findAll(element, 'c-cs-error-panel')).toHaveLength(0);
  });

  test('the keyboard stays in its place when the row under it is pinned away', async () => {
    const five = accountOf({ id: '5', name: 'Five', band: 'At Risk', risk: 80 });
    const element = await renderWith(focusData([], [...ASKING, five]));
    const [four, next] = rowsOf(element, 'asking');
    const focusPin = jest.spyOn(next as unknown as { focusPin(): void }, 'focusPin');
    const pinned = { detail: { accountId: '4' }, bubbles: true, composed: true };
    four?.dispatchEvent(new CustomEvent('pinchange', pinned));
    await settle();
    expect(focusPin).not.toHaveBeenCalled();
    graphqlWire.emit({ data: focusData(PINS, [five]), refresh }, forQuery('myFocus'));
    await settle();
    expect(focusPin).toHaveBeenCalledTimes(1);
  });

  test('moves a pinned account at once, stores its place, says it and gives the keyboard back', async () => {
    const element = await renderWith();
    const row = rowsOf(element, 'pinned')[1] as Rendered;
    const focusMove = jest.spyOn(row as unknown as { focusMove(by: number): void }, 'focusMove');
    await fire(row, 'move', { by: -1 });
    expect(namesOf(element, 'pinned')).toEqual(['Two', 'One']);
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'p2', CS_Order__c: 0 } });
    expect(find(element, '[role="status"]').textContent).toBe('Two is now 1 of 2');
    expect(refresh).toHaveBeenCalled();
    expect(focusMove).toHaveBeenCalledWith(-1);
  });

  test('leaves the keyboard where the user has gone while the new place was stored', async () => {
    let isRead = (): void => undefined;
    refresh.mockImplementationOnce(() => new Promise<void>((resolve) => (isRead = resolve)));
    const element = await renderWith();
    const row = rowsOf(element, 'pinned')[1] as Rendered;
    const focusMove = jest.spyOn(row as unknown as { focusMove(by: number): void }, 'focusMove');
    await fire(row, 'move', { by: -1 });
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    isRead();
    await settle();
    expect(find(element, '[role="status"]').textContent).toBe('Two is now 1 of 2');
    expect(focusMove).not.toHaveBeenCalled();
  });

  test('moves a pinned account where it is dropped', async () => {
    const element = await renderWith();
    const items = findAll(element, '.movable');
    await fire(items[0], 'dragstart');
    await fire(items[1], 'drop');
    expect(namesOf(element, 'pinned')).toEqual(['Two', 'One']);
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'p1', CS_Order__c: 3 } });
  });

  test('shows the old order and the reason where a move was not saved', async () => {
    update.mockRejectedValueOnce({ body: { message: 'Locked' } });
    const element = await renderWith();
    await fire(rowsOf(element, 'pinned')[1], 'move', { by: -1 });
    expect(namesOf(element, 'pinned')).toEqual(['One', 'Two']);
    expect(find(element, 'c-cs-error-panel').heading).toBe('My Focus was not changed');
  });

  test('puts a pinned account aside and says until when', async () => {
    const element = await renderWith();
    await fire(rowsOf(element, 'pinned')[0], 'aside', { until: '2026-11-29' });
    expect(update.mock.calls[0]?.[0].fields).toEqual({
      Id: 'p1',
      CS_Pinned__c: true,
      CS_Dismissed_Until__c: '2026-11-29',
    });
    expect(find(element, '[role="status"]').textContent).toBe('Put aside until Nov 29, 2026');
  });

  test('shows what was put aside when asked, and brings it back', async () => {
    const element = await renderWith();
    const toggle = find(element, '[data-id="toggle-aside"]');
    expect(toggle.label).toBe('Show 1 account put aside');
    toggle.click();
    await settle();
    expect(find(element, '[data-id="aside"]').textContent).toContain('until Dec 24, 2026');
    find(element, '[data-id="aside"] lightning-button').click();
    await settle();
    expect(find(element, '[role="status"]').textContent).toBe('Back in My Focus');
  });

  test('asks again after an action on an account', async () => {
    const element = await renderWith();
    const done = new CustomEvent('actiondone', { bubbles: true, composed: true });
    rowsOf(element, 'asking')[0]?.dispatchEvent(done);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('shows as many as the admin chose, the rest when asked', async () => {
    const asking = ['4', '5', '6'].map((id) => accountOf({ id, name: id, band: 'At Risk', risk: 80 }));
    const element = await renderWith(focusData([], asking), { maxAsking: 2 });
    expect(namesOf(element, 'asking')).toHaveLength(2);
    const more = find(element, '[data-id="more"]');
    expect(more.label).toBe('Show 1 more');
    more.click();
    await settle();
    expect(namesOf(element, 'asking')).toHaveLength(3);
    expect(findAll(element, '[data-id="more"]')).toHaveLength(0);
  });

  test('says so where more ask than are ranked', async () => {
    const data = focusData([], ASKING);
    data.uiapi.query.asking.totalCount = 350;
    expect(textOf(await renderWith(data))).toContain('The 1 of them with the greatest ARR are ranked here.');
  });
});
