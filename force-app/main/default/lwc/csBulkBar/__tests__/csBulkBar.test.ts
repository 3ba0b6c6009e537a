import CsBulkActions from 'c/csBulkActions';
import CsBulkBar from 'c/csBulkBar';
import { keepOperation } from 'c/csBulkUndo';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

const open = CsBulkActions.open as unknown as jest.Mock;
const FILTER = { and: [{ CS_Tier__c: { eq: 'Growth' } }] };
const choice = {
  operation: { name: 'tier', label: 'Set tier', kind: 'picklist', field: 'CS_Tier__c' },
  value: 'Scale',
  label: 'Scale',
} as const;
const change = (id: string) => ({
  ...{ id, name: id, from: 'Growth', to: 'Scale' },
  ...{ fromLabel: 'Growth', toLabel: 'Scale', recordId: null },
});
const operation = (...ids: string[]) => ({ choice, changes: ids.map(change) });

const renderIt = (properties: object) =>
  render('c-cs-bulk-bar', CsBulkBar, { filter: FILTER, total: 1200, today: '2026-11-22', ...properties });
const actionsOf = (element: Element) =>
  findAll(element, 'lightning-button').map(({ dataset }) => dataset.action);

async function click(element: Rendered, action: string): Promise<void> {
  find(element, `[data-action="${action}"]`).click();
  await settle();
}

/** The dialog tells that it did this, and closes. */
const dialogDoes = (done: object) =>
  open.mockImplementationOnce(async ({ onchanged }) => onchanged({ detail: done }));

describe('c-cs-bulk-bar', () => {
  afterEach(() => keepOperation(undefined));

  test('is not there while nothing is selected and there is nothing to undo', async () => {
    expect(findAll(await renderIt({}), 'div')).toHaveLength(0);
  });

  test('offers to change what is selected, and to take all that match', async () => {
    const element = await renderIt({ selectedIds: ['1', '2', '3'] });
    expect(find(element, '[data-id="text"]').textContent).toBe('3 selected');
    expect(find(element, '[data-action="change"]').label).toBe('Change 3 accounts…');
    expect(find(element, '[data-action="selectall"]').label).toBe('Select all 1,200 that match');
    await expect(element).toBeAccessible();
  });

  test('with all selected offers no more', async () => {
    const element = await renderIt({ selectedIds: ['1'], allSelected: true });
    expect(find(element, '[data-action="change"]').label).toBe('Change 1,200 accounts…');
    expect(actionsOf(element)).toEqual(['change', 'clear']);
  });

  test.each([
    [2000, false],
    [2001, true],
  ])('%d accounts at once are too many: %s', async (total, isTooMany) => {
    const element = await renderIt({ total, allSelected: true });
    expect(find(element, '[data-action="change"]').disabled).toBe(isTooMany);
    expect(findAll(element, '[data-id="too-many"]')).toHaveLength(isTooMany ? 1 : 0);
  });

  test.each(['selectall', 'clear'])('%s is told to the list', async (action) => {
    const element = await renderIt({ selectedIds: ['1'] });
    const handler = jest.fn();
    element.addEventListener(action, handler);
    await click(element, action);
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test('what is selected is what changes', async () => {
    await click(await renderIt({ selectedIds: ['2'] }), 'change');
    expect(open.mock.lastCall[0].where).toEqual({ Id: { in: ['2'] } });
  });

  test('all that match are told by the filter of the list', async () => {
    await click(await renderIt({ selectedIds: ['2'], allSelected: true }), 'change');
    expect(open.mock.lastCall[0].where).toEqual(FILTER);
  });

  test('afterwards the list learns of it, nothing stays selected, and the change can be undone', async () => {
    const element = await renderIt({ selectedIds: ['1', '2'] });
    const told: string[] = [];
    for (const name of ['clear', 'changed']) element.addEventListener(name, () => told.push(name));
    dialogDoes(operation('1', '2'));
    await click(element, 'change');
    expect(told).toEqual(['clear', 'changed']);
    Object.assign(element, { selectedIds: [] });
    await settle();
    expect(find(element, '[data-id="last"]').textContent).toBe('Set tier: Scale (2 accounts)');
    expect(actionsOf(element)).toEqual(['undo']);
  });

  test('undo is offered until all of it is undone', async () => {
    const element = await renderIt({ selectedIds: ['1', '2'] });
    dialogDoes(operation('1', '2'));
    await click(element, 'change');
    dialogDoes(operation('1'));
    await click(element, 'undo');
    expect(open.mock.lastCall[0]).toMatchObject({
      where: { Id: { in: ['1', '2'] } },
      undo: operation('1', '2'),
    });
    expect(find(element, '[data-id="last"]').textContent).toBe('Set tier: Scale (1 account)');
    dialogDoes(operation('2'));
    await click(element, 'undo');
    expect(findAll(element, '[data-action="undo"]')).toHaveLength(0);
  });

  test('the change that another list made can be undone here, too', async () => {
    const before = await renderIt({});
    keepOperation(operation('1'));
    await settle();
    for (const element of [before, await renderIt({})]) {
      expect(find(element, '[data-id="last"]').textContent).toBe('Set tier: Scale (1 account)');
    }
  });
});
