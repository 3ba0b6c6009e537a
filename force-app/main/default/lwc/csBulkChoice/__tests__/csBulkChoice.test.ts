import CsBulkChoice from 'c/csBulkChoice';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { recordOf } from 'test/records';
import { recordWire } from 'test/wires';

const PICKLISTS = { CS_Tier__c: [{ label: 'Scale (long tail)', value: 'Scale' }] };
const USER = '005000000000002AAA';

let chosen: jest.Mock;

async function renderWith(operation: string): Promise<Rendered> {
  const properties = { picklists: PICKLISTS, today: '2026-11-22' };
  const element = await render('c-cs-bulk-choice', CsBulkChoice, properties);
  chosen = jest.fn();
  element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail.choice));
  await change(element, 'operation', { value: operation });
  chosen.mockClear();
  return element;
}

async function change(element: Rendered, id: string, detail: object): Promise<void> {
  find(element, `[data-id="${id}"]`).dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
}

describe('c-cs-bulk-choice', () => {
  test('offers every operation, and asks for nothing until one is chosen', async () => {
    const element = await render('c-cs-bulk-choice', CsBulkChoice);
    expect((find(element, '[data-id="operation"]').options as object[]).length).toBe(9);
    expect(findAll(element, '[data-id]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('a value of a picklist is told with its label', async () => {
    await change(await renderWith('tier'), 'option', { value: 'Scale' });
    expect(chosen.mock.calls[0][0]).toMatchObject({
      operation: { field: 'CS_Tier__c' },
      value: 'Scale',
      label: 'Scale (long tail)',
    });
  });

  test('a person is told with her name, and taken back when she is removed', async () => {
    const element = await renderWith('csm');
    await change(element, 'user', { recordId: USER });
    recordWire.emit(recordOf('User', USER, { Name: 'Mia Manager' }));
    expect(chosen.mock.calls[0][0]).toMatchObject({ value: USER, label: 'Mia Manager' });
    await change(element, 'user', { recordId: null });
    expect(chosen.mock.lastCall).toEqual([undefined]);
  });

  test.each([
    ['2026-11-21', undefined],
    ['2026-11-22', '2026-11-22'],
    ['2028-11-21', '2028-11-21'],
    ['2028-11-22', undefined],
    ['2026-02-30', undefined],
    [null, undefined],
  ])('the day %s makes the choice %s', async (value, expected) => {
    await change(await renderWith('next'), 'day', { value });
    expect(chosen.mock.calls[0][0]?.value).toBe(expected);
  });

  test.each([
    ['', undefined],
    ['0', 0],
    ['100', 100],
    ['101', undefined],
    ['-1', undefined],
    ['4.5', undefined],
  ])('the health %p makes the choice %p', async (value, expected) => {
    await change(await renderWith('health'), 'score', { value });
    expect(chosen.mock.calls[0][0]?.value).toBe(expected);
  });

  test('another operation starts anew', async () => {
    const element = await renderWith('tier');
    await change(element, 'option', { value: 'Scale' });
    await change(element, 'operation', { value: 'health' });
    expect(chosen.mock.lastCall).toEqual([undefined]);
    expect(findAll(element, '[data-id="option"]')).toHaveLength(0);
  });
});
