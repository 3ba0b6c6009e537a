import CsBulkActions from 'c/csBulkActions';
import CsTouchpointConsole from 'c/csTouchpointConsole';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';
import { remaining } from '../csTouchpointConsoleBulk';
import { accountNode, pageOf } from './accounts';

const refresh = jest.fn(() => Promise.resolve());
const open = CsBulkActions.open as unknown as jest.Mock;
const change = (id: string) => ({
  id,
  name: id,
  from: 'A',
  to: 'B',
  fromLabel: 'A',
  toLabel: 'B',
  recordId: null,
});
const operation = (...ids: string[]) => ({
  choice: {
    operation: { name: 'tier', label: 'Set tier', kind: 'picklist', field: 'CS_Tier__c' },
    value: 'B',
    label: 'B',
  },
  changes: ids.map(change),
});

/** Opens no dialog, but has it tell what it did. */
const opensAndDoes = (done: object) =>
  open.mockImplementation(async ({ onchanged }) => onchanged({ detail: done }));

async function renderIt(): Promise<Rendered> {
  const element = await render('c-cs-touchpoint-console', CsTouchpointConsole);
  const fields = { CS_Next_Scheduled__c: { updateable: true } };
  (getObjectInfo as unknown as { emit(info: object): void }).emit({ defaultRecordTypeId: '012A', fields });
  const data = pageOf([accountNode('1'), accountNode('2')], 'cursor-1', 60);
  graphqlWire.emit({ data, refresh }, forQuery('touchpointAccounts'));
  await settle();
  return element;
}

async function fire(element: Rendered, selector: string, name: string, detail: object = {}): Promise<void> {
  find(element, selector).dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
}

describe('changing several accounts from the list', () => {
  test('what is selected is what changes', async () => {
    const element = await renderIt();
    await fire(element, 'c-cs-touchpoint-table', 'selectionchange', { ids: ['2'] });
    expect(find(element, 'c-cs-bulk-bar')).toMatchObject({ selected: 1, total: 60, allSelected: false });
    await fire(element, 'c-cs-bulk-bar', 'change');
    expect(open.mock.calls[0][0].where).toEqual({ Id: { in: ['2'] } });
  });

  test('all that match are told by the filter of the list', async () => {
    const element = await renderIt();
    await fire(element, 'c-cs-bulk-bar', 'selectall');
    expect(find(element, 'c-cs-touchpoint-table').selectedIds).toEqual(['1', '2']);
    await fire(element, 'c-cs-bulk-bar', 'change');
    expect(JSON.stringify(open.mock.calls[0][0].where)).toContain('CS_Manager__c');
  });

  test('another filter selects nothing of what was selected', async () => {
    const element = await renderIt();
    await fire(element, 'c-cs-bulk-bar', 'selectall');
    await fire(element, 'c-cs-touchpoint-views', 'viewchange', { view: 'overdue' });
    expect(find(element, 'c-cs-bulk-bar')).toMatchObject({ selected: 0, allSelected: false });
  });

  test('afterwards the list is read again, nothing is selected, and the change can be undone', async () => {
    opensAndDoes(operation('1', '2'));
    const element = await renderIt();
    await fire(element, 'c-cs-touchpoint-table', 'selectionchange', { ids: ['1', '2'] });
    await fire(element, 'c-cs-bulk-bar', 'change');
    expect(refresh).toHaveBeenCalled();
    expect(find(element, 'c-cs-bulk-bar')).toMatchObject({
      selected: 0,
      lastOperation: 'Set tier: B (2 accounts)',
    });
  });

  test('undo is offered until all of it is undone', async () => {
    opensAndDoes(operation('1', '2'));
    const element = await renderIt();
    await fire(element, 'c-cs-bulk-bar', 'change');
    opensAndDoes(operation('1'));
    await fire(element, 'c-cs-bulk-bar', 'undo');
    expect(open.mock.lastCall[0]).toMatchObject({
      where: { Id: { in: ['1', '2'] } },
      undo: operation('1', '2'),
    });
    expect(find(element, 'c-cs-bulk-bar').lastOperation).toBe('Set tier: B (1 account)');
    opensAndDoes(operation('2'));
    await fire(element, 'c-cs-bulk-bar', 'undo');
    expect(find(element, 'c-cs-bulk-bar').lastOperation).toBe('');
  });

  test('who may not change accounts is offered nothing to change them with', async () => {
    const element = await render('c-cs-touchpoint-console', CsTouchpointConsole);
    expect(findAll(element, 'c-cs-bulk-bar')).toHaveLength(0);
  });
});

test('what is left to undo is what was not undone', () => {
  expect(remaining(operation('1', '2') as never, operation('2') as never)?.changes).toEqual([change('1')]);
});
