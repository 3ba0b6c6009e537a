import CsRenewalPipeline from 'c/csRenewalPipeline';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';
import { groupOf, renewalOf, renewalsData, totalsData } from './renewals';
import type { Renewal } from '../csRenewalPipelineListQuery';

const GROUPS = [
  groupOf('2026-12-12', { arr: 850_000, band: 'Watch' }),
  groupOf('2027-01-03', { arr: 640_000, band: 'At Risk' }),
];

const renderIt = () => render('c-cs-renewal-pipeline', CsRenewalPipeline);

async function answer(data: object, query: string): Promise<void> {
  graphqlWire.emit({ data }, forQuery(query));
  await settle();
}

async function renderWith(
  renewals: Renewal[] = [renewalOf()],
  cursor: string | null = null,
): Promise<Rendered> {
  const element = await renderIt();
  await answer(totalsData(GROUPS), 'renewalTotals');
  await answer(renewalsData(renewals, cursor, cursor ? 2 : renewals.length), 'renewals');
  return element;
}

async function fire(target: Rendered, type: string, detail: object): Promise<void> {
  target.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

const headingOf = (element: Rendered) => find(element, '[data-id="heading"]').textContent;
const totalsIn = (element: Rendered) => find(element, '[data-id="totals"]').textContent;
const chartOf = (element: Rendered) => find(element, 'c-cs-renewal-pipeline-chart');

describe('c-cs-renewal-pipeline', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
  });

  afterEach(() => jest.useRealTimers());

  test('starts with the next 90 days, with totals of all and the accounts as a list', async () => {
    const element = await renderWith();
    expect(headingOf(element)).toBe('Next 90 days');
    expect(totalsIn(element)).toBe('2 accounts · ARR $1,490,000 · $640,000 at risk');
    expect(findAll(element, 'c-cs-renewal-pipeline-table')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('a tile, a month and a part of its bar choose what is shown', async () => {
    const element = await renderWith();
    await fire(find(element, 'c-cs-renewal-pipeline-tiles'), 'periodchange', { period: 'overdue' });
    expect(headingOf(element)).toBe('Overdue');
    await fire(chartOf(element), 'choose', { period: '2027-01', band: '' });
    expect(headingOf(element)).toBe('Jan 2027');
    await fire(chartOf(element), 'choose', { period: '2026-12', band: 'At Risk' });
    expect(headingOf(element)).toBe('Dec 2026, At Risk');
    expect(totalsIn(element)).toBe('0 accounts · ARR $0 · $0 at risk');
  });

  test('a month keeps the band that was chosen, and the same part again gives it free', async () => {
    const element = await renderWith();
    await fire(chartOf(element), 'choose', { period: '2027-01', band: 'At Risk' });
    await fire(chartOf(element), 'choose', { period: '2026-12', band: '' });
    expect(headingOf(element)).toBe('Dec 2026, At Risk');
    await fire(chartOf(element), 'choose', { period: '2026-12', band: 'At Risk' });
    expect(headingOf(element)).toBe('Dec 2026');
  });

  test('filters narrow the list from its first page on', async () => {
    const element = await renderWith([renewalOf()], 'cursor1');
    find(element, '[data-id="more"]').click();
    await settle();
    await fire(find(element, 'c-cs-renewal-pipeline-filters'), 'criteriachange', { csm: 'anyone' });
    await answer(renewalsData([renewalOf({ id: '9', name: 'Other' })]), 'renewals');
    expect(find(element, '[data-id="shown"]').textContent).toBe('1 of 1 accounts shown');
  });

  test('loads page after page by cursor', async () => {
    const element = await renderWith([renewalOf()], 'cursor1');
    expect(find(element, '[data-id="shown"]').textContent).toBe('1 of 2 accounts shown');
    find(element, '[data-id="more"]').click();
    await settle();
    await answer(renewalsData([renewalOf({ id: '2' })], null, 2), 'renewals');
    expect(find(element, '[data-id="shown"]').textContent).toBe('2 of 2 accounts shown');
    expect(findAll(element, '[data-id="more"]')).toHaveLength(0);
  });

  test('asks for the list again after an action on an account', async () => {
    const refresh = jest.fn(() => Promise.resolve());
    const element = await renderWith();
    graphqlWire.emit({ data: renewalsData([renewalOf()]), refresh }, forQuery('renewals'));
    await settle();
    const done = new CustomEvent('actiondone', { bubbles: true, composed: true });
    find(element, 'c-cs-renewal-pipeline-table').dispatchEvent(done);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('shows the same accounts as cards', async () => {
    const element = await renderWith();
    find(element, '[data-id="view"]').click();
    await settle();
    expect(findAll(element, 'c-cs-renewal-pipeline-cards')).toHaveLength(1);
    expect(find(element, '[data-id="view"]').alternativeText).toBe('Show as list');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test.each([
    [420, 'c-cs-renewal-pipeline-cards'],
    [900, 'c-cs-renewal-pipeline-table'],
  ])('%d pixels of room hold %s, until the user chooses', async (width, shown) => {
    const observer = { observe: jest.fn(), disconnect: jest.fn() };
    const observe = jest.fn().mockReturnValue(observer);
    Object.assign(window, { ResizeObserver: observe });
    const element = await renderWith();
    observe.mock.calls[0][0]([{ contentRect: { width } }]);
    await settle();
    expect(findAll(element, shown)).toHaveLength(1);
    find(element, '[data-id="view"]').click();
    await settle();
    expect(findAll(element, shown)).toHaveLength(0);
    element.remove();
    expect(observer.disconnect).toHaveBeenCalled();
    Reflect.deleteProperty(window, 'ResizeObserver');
  });

  test.each([
    ['next', 'Nothing renews here. Choose another month, or look at the accounts of anyone.'],
    ['overdue', 'No renewal is overdue.'],
    ['unscheduled', 'Every account has a renewal date.'],
  ])('says so where nothing renews: %s', async (period, text) => {
    const element = await renderWith([]);
    await fire(find(element, 'c-cs-renewal-pipeline-tiles'), 'periodchange', { period });
    expect(find(element, '[data-id="empty"]').textContent).toBe(text);
  });

  test('keeps its place while it loads', async () => {
    expect(findAll(await renderIt(), '.card-stencil lightning-spinner')).toHaveLength(1);
  });

  test('shows why it could not be loaded', async () => {
    const element = await renderIt();
    graphqlWire.emit({ errors: [{ message: 'Server too busy.' }] }, forQuery('renewals'));
    await settle();
    const panel = find(element, 'c-cs-error-panel');
    expect(panel.shadowRoot?.textContent).toContain('Server too busy.');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('tells a user without access whom to ask', async () => {
    const element = await renderIt();
    const errors = [{ message: "Validation error of type FieldUndefined: Field 'CS_ARR__c' is undefined" }];
    graphqlWire.emit({ data: {}, errors }, forQuery('renewals'));
    graphqlWire.emit({ data: {}, errors }, forQuery('renewalTotals'));
    await settle();
    expect(textOf(element)).toContain('Ask an admin for the permission set Customer Success User.');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('accounts are selected one by one or all that match, until something else is shown', async () => {
    const element = await renderIt();
    mayChange(true);
    await answer(totalsData(GROUPS), 'renewalTotals');
    await answer(renewalsData([renewalOf(), renewalOf({ id: '2' })], 'cursor1', 60), 'renewals');
    const bar = find(element, 'c-cs-bulk-bar');
    await fire(find(element, 'c-cs-renewal-pipeline-table'), 'rowtoggle', { id: '2', checked: true });
    expect(bar).toMatchObject({ selectedIds: ['2'], allSelected: false, total: 60 });
    await fire(bar, 'selectall', {});
    expect(bar).toMatchObject({ selectedIds: ['acc1', '2'], allSelected: true });
    await fire(find(element, 'c-cs-renewal-pipeline-tiles'), 'periodchange', { period: 'overdue' });
    expect(bar).toMatchObject({ selectedIds: [], allSelected: false });
  });

  test('a change of many accounts reads totals and list again', async () => {
    const element = await renderIt();
    mayChange(true);
    const [totals, list] = [jest.fn(), jest.fn()];
    graphqlWire.emit({ data: totalsData(GROUPS), refresh: totals }, forQuery('renewalTotals'));
    graphqlWire.emit({ data: renewalsData([renewalOf()]), refresh: list }, forQuery('renewals'));
    await settle();
    await fire(find(element, 'c-cs-bulk-bar'), 'changed', {});
    expect([totals.mock.calls.length, list.mock.calls.length]).toEqual([1, 1]);
  });

  test('who may not change accounts is offered nothing to change them with', async () => {
    mayChange(false);
    expect(findAll(await renderWith(), 'c-cs-bulk-bar')).toHaveLength(0);
  });
});

function mayChange(updateable: boolean): void {
  const fields = { CS_Next_Scheduled__c: { updateable } };
  (getObjectInfo as unknown as { emit(info: object): void }).emit({ defaultRecordTypeId: '012A', fields });
}
