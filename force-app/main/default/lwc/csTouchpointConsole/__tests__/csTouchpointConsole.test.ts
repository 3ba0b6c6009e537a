import CsTouchpointConsole from 'c/csTouchpointConsole';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';
import { accountNode, pageOf } from './accounts';

interface InfoWire {
  emit(value: object): void;
}

const update = jest.mocked(updateRecord);
const refresh = jest.fn(() => Promise.resolve());
const asksForList = forQuery('touchpointAccounts');

async function answer(data: object): Promise<void> {
  graphqlWire.emit({ data, refresh }, asksForList);
  await settle();
}

async function renderWith(
  nodes: object[],
  nextCursor: string | null = null,
  total?: number,
): Promise<Rendered> {
  const element = await render('c-cs-touchpoint-console', CsTouchpointConsole);
  const fields = { CS_Next_Scheduled__c: { updateable: true } };
  (getObjectInfo as unknown as InfoWire).emit({ defaultRecordTypeId: '012A', fields });
  await answer(pageOf(nodes, nextCursor, total));
  return element;
}

/** What the list was last asked for: the wire of the test keeps the last question of all queries. */
async function askedFor(): Promise<Record<string, unknown>> {
  const asked: Record<string, unknown>[] = [];
  graphqlWire.emit({}, (config) => {
    if (asksForList(config)) asked.push(config.variables as Record<string, unknown>);
    return false;
  });
  await settle();
  return asked.at(-1) ?? {};
}

const tableOf = (element: Rendered) => find(element, 'c-cs-touchpoint-table');
const idsIn = (element: Rendered) => (tableOf(element).accounts as { id: string }[]).map(({ id }) => id);
const fire = async (target: Element, name: string, detail: object) => {
  target.dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
};

describe('c-cs-touchpoint-console', () => {
  beforeEach(() => {
    update.mockResolvedValue({ id: '1', apiName: 'Account', fields: {} });
  });

  test('asks for a page of the user’s own customers, soonest first', async () => {
    await renderWith([]);
    const { where, orderBy, first, after } = await askedFor();
    expect(JSON.stringify(where)).toContain('CS_Manager__c');
    expect({ orderBy, first, after }).toEqual({
      orderBy: { CS_Touch_Due__c: { order: 'ASC', nulls: 'LAST' } },
      first: 25,
      after: null,
    });
  });

  test('shows the accounts, whose CSM without one of their own is the owner', async () => {
    const element = await renderWith([accountNode('1', { manager: 'Mia Manager' }), accountNode('2')]);
    expect(tableOf(element).accounts).toMatchObject([{ csm: 'Mia Manager' }, { csm: 'Olive Owner' }]);
    expect(find(element, '[data-id="shown"]').textContent).toBe('2 of 2 accounts shown');
    await expect(element).toBeAccessible();
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-touchpoint-console', CsTouchpointConsole);
    expect(findAll(element, '.list-stencil lightning-spinner')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('says what it means that a view is empty', async () => {
    const element = await renderWith([]);
    expect(find(element, '[data-id="empty"]').textContent).toContain('No account matches.');
    await fire(find(element, 'c-cs-touchpoint-views'), 'viewchange', { view: 'overdue' });
    expect(find(element, '[data-id="empty"]').textContent).toContain('No touchpoint is overdue.');
  });

  test('tells a user without access whom to ask', async () => {
    const element = await render('c-cs-touchpoint-console', CsTouchpointConsole);
    const message =
      "Validation error of type FieldUndefined: Field 'CS_Touch_Due__c' in type 'Account' is undefined";
    graphqlWire.emit({ data: {}, errors: [{ message }] }, asksForList);
    await settle();
    expect(textOf(find(element, '[data-id="no-access"]'))).toContain('permission set Customer Success User');
    expect(findAll(element, 'c-cs-touchpoint-filters')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('shows why the accounts could not be loaded', async () => {
    const element = await render('c-cs-touchpoint-console', CsTouchpointConsole);
    graphqlWire.emit({ errors: [{ message: 'The request failed with status 503.' }] }, asksForList);
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('The accounts could not be loaded');
  });

  test('hands the values of the org’s picklists to the filters', async () => {
    const element = await renderWith([]);
    const values = [{ label: 'Scale', value: 'Scale' }];
    (getPicklistValuesByRecordType as unknown as InfoWire).emit({
      picklistFieldValues: { CS_Tier__c: { values } },
    });
    await settle();
    expect(find(element, 'c-cs-touchpoint-filters').tiers).toEqual(values);
  });

  test('a view, a criterion and a column ask the server again, from the first page', async () => {
    const element = await renderWith([accountNode('1')], 'cursor-1', 60);
    find(element, '[data-id="more"]').click();
    await settle();
    await fire(find(element, 'c-cs-touchpoint-views'), 'viewchange', { view: 'unplanned' });
    await fire(find(element, 'c-cs-touchpoint-filters'), 'criteriachange', { tier: 'Scale' });
    await fire(tableOf(element), 'sort', { column: 'arr' });
    const { where, orderBy, after } = await askedFor();
    expect(JSON.stringify(where)).toMatch(/CS_Tier__c.*CS_Next_Scheduled__c/);
    expect(orderBy).toEqual({ CS_ARR__c: { order: 'ASC', nulls: 'LAST' } });
    expect(after).toBeNull();
  });

  test('shows more by cursor and keeps what it has', async () => {
    const element = await renderWith([accountNode('1')], 'cursor-1', 2);
    find(element, '[data-id="more"]').click();
    await settle();
    expect(await askedFor()).toMatchObject({ after: 'cursor-1' });
    await answer(pageOf([accountNode('2')], null, 2));
    expect(idsIn(element)).toEqual(['1', '2']);
    expect(findAll(element, '[data-id="more"]')).toHaveLength(0);
  });

  test('saves a plan, confirms it, and reads the list again', async () => {
    const element = await renderWith([accountNode('1')]);
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', toast);
    await fire(tableOf(element), 'plan', { id: '1', day: '2026-12-01' });
    expect(update).toHaveBeenCalledWith({ fields: { Id: '1', CS_Next_Scheduled__c: '2026-12-01' } });
    expect(toast.mock.calls[0][0].detail.title).toBe('Account 1: next touchpoint Dec 1, 2026');
    expect(refresh).toHaveBeenCalled();
  });

  test('reads all pages that are shown again in one request', async () => {
    const element = await renderWith([accountNode('1')], 'cursor-1', 2);
    find(element, '[data-id="more"]').click();
    await settle();
    await answer(pageOf([accountNode('2')], null, 2));
    await fire(tableOf(element), 'plan', { id: '1', day: null });
    expect(await askedFor()).toMatchObject({ after: null, first: 2 });
  });

  test('a plan that is refused leaves its reason with the row', async () => {
    update.mockRejectedValue({ body: { message: 'You may not edit this account' } });
    const element = await renderWith([accountNode('1')]);
    await fire(tableOf(element), 'plan', { id: '1', day: '2026-12-01' });
    expect(tableOf(element).saveError).toEqual({ body: { message: 'You may not edit this account' } });
  });

  test('what is selected is handed to the bulk actions, and another filter selects nothing', async () => {
    const element = await renderWith([accountNode('1'), accountNode('2')], 'cursor-1', 60);
    await fire(tableOf(element), 'selectionchange', { ids: ['2'] });
    const bar = find(element, 'c-cs-bulk-bar');
    expect(bar).toMatchObject({ selectedIds: ['2'], total: 60, allSelected: false });
    await fire(bar, 'selectall', {});
    expect(bar).toMatchObject({ selectedIds: ['1', '2'], allSelected: true });
    await fire(find(element, 'c-cs-touchpoint-views'), 'viewchange', { view: 'overdue' });
    expect(bar).toMatchObject({ selectedIds: [], allSelected: false });
  });

  test('a change of many accounts reads the list again', async () => {
    const element = await renderWith([accountNode('1')]);
    await fire(find(element, 'c-cs-bulk-bar'), 'changed', {});
    expect(refresh).toHaveBeenCalled();
  });

  test('who may not change accounts is offered nothing to change them with', async () => {
    const element = await render('c-cs-touchpoint-console', CsTouchpointConsole);
    expect(findAll(element, 'c-cs-bulk-bar')).toHaveLength(0);
  });
});
