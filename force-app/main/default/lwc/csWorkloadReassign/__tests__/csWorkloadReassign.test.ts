import CsWorkloadReassign from 'c/csWorkloadReassign';
import { updateAccounts } from 'c/csAccountUpdates';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

jest.mock('c/csAccountUpdates', () => ({ updateAccounts: jest.fn() }));

const update = jest.mocked(updateAccounts);
const ACCOUNTS = [
  { id: '001A', name: 'Acme' },
  { id: '001B', name: 'Brio' },
];
const CANDIDATES = [{ label: 'Priya Nair (26 h)', value: '005P' }];

const renderIt = (properties = {}) =>
  render('c-cs-workload-reassign', CsWorkloadReassign, {
    accounts: ACCOUNTS,
    candidates: CANDIDATES,
    ...properties,
  });

async function choose(element: Rendered, value: string): Promise<void> {
  find(element, 'lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

async function press(element: Rendered, id: string): Promise<void> {
  find(element, `[data-id="${id}"]`).click();
  await settle();
}

describe('c-cs-workload-reassign', () => {
  beforeEach(() => {
    update.mockImplementation(async (updates) => updates.map(({ id }) => ({ id, error: null })));
  });

  test('gives the selected accounts to the chosen CSM and tells whoever shows them', async () => {
    const element = await renderIt();
    const reassigned = jest.fn();
    element.addEventListener('reassigned', reassigned);
    await choose(element, '005P');
    await press(element, 'reassign');
    expect(update.mock.calls[0]?.[0]).toEqual([
      { id: '001A', fields: { CS_Manager__c: '005P' } },
      { id: '001B', fields: { CS_Manager__c: '005P' } },
    ]);
    expect(reassigned).toHaveBeenCalledTimes(1);
    expect(findAll(element, '[data-id="failures"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('wants accounts and a CSM first', async () => {
    const element = await renderIt({ accounts: [] });
    expect(textOf(element)).toContain('Select accounts to give them to another CSM.');
    await choose(element, '005P');
    expect(find(element, '[data-id="reassign"]').disabled).toBe(true);
    element.accounts = ACCOUNTS;
    await settle();
    expect(find(element, '[data-id="reassign"]').disabled).toBe(false);
  });

  test('lets someone be searched who looks after no account yet', async () => {
    const element = await renderIt();
    await choose(element, 'someone-else');
    expect(find(element, '[data-id="reassign"]').disabled).toBe(true);
    find(element, 'lightning-record-picker').dispatchEvent(
      new CustomEvent('change', { detail: { recordId: '005N' } }),
    );
    await settle();
    await press(element, 'reassign');
    expect(update.mock.calls[0]?.[0][0]?.fields).toEqual({ CS_Manager__c: '005N' });
  });

  test('says which accounts were refused and why, and tries those alone again', async () => {
    const element = await renderIt();
    const reassigned = jest.fn();
    element.addEventListener('reassigned', reassigned);
    update.mockResolvedValueOnce([
      { id: '001A', error: null },
      { id: '001B', error: 'You may not edit this account' },
    ]);
    await choose(element, '005P');
    await press(element, 'reassign');
    expect(find(element, '[data-id="failures"]').textContent).toContain(
      'Brio: You may not edit this account',
    );
    expect(reassigned).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();

    await press(element, 'retry');
    expect(update.mock.calls[1]?.[0]).toEqual([{ id: '001B', fields: { CS_Manager__c: '005P' } }]);
    expect(findAll(element, '[data-id="failures"]')).toHaveLength(0);
  });

  test('tells nobody of accounts that all stayed where they were', async () => {
    const element = await renderIt();
    const reassigned = jest.fn();
    element.addEventListener('reassigned', reassigned);
    update.mockImplementation(async (updates) => updates.map(({ id }) => ({ id, error: 'No' })));
    await choose(element, '005P');
    await press(element, 'reassign');
    expect(reassigned).not.toHaveBeenCalled();
  });
});
