import CsFocusRow from 'c/csFocusRow';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const ROW = {
  accountId: 'acc1',
  name: 'Acme',
  band: 'At Risk',
  reasons: [
    { key: 'atRisk', text: 'At risk: 88 of 100' },
    { key: 'overdue', text: 'Touchpoint overdue by 3 days' },
  ],
  facts: 'ARR $100K',
  isMovable: true,
  isFirst: false,
  isLast: false,
  place: '2 of 3',
};

const renderIt = (row = {}, properties = {}) =>
  render('c-cs-focus-row', CsFocusRow, { row: { ...ROW, ...row }, today: '2026-11-22', ...properties });

function listen(element: Rendered, type: string): jest.Mock {
  const listener = jest.fn();
  element.addEventListener(type, listener);
  return listener;
}

function select(element: Rendered, value: string): void {
  find(element, '[data-id="aside"]').dispatchEvent(new CustomEvent('select', { detail: { value } }));
}

describe('c-cs-focus-row', () => {
  test('shows the account with its reasons, a link and a pin', async () => {
    const element = await renderIt();
    expect(find(element, '[data-id="reasons"]').textContent).toBe(
      'At risk: 88 of 100Touchpoint overdue by 3 days',
    );
    expect(find(element, 'c-cs-record-link')).toMatchObject({ label: 'Acme', recordId: 'acc1' });
    expect(find(element, 'c-cs-pin')).toMatchObject({ accountId: 'acc1', accountName: 'Acme' });
    expect(find(element, 'c-cs-quick-actions')).toMatchObject({ accountId: 'acc1', recordName: 'Acme' });
    await expect(element).toBeAccessible();
  });

  test('tells the rank of an account that asks, and has no buttons to move it', async () => {
    const element = await renderIt({ rank: 2, isMovable: false });
    expect(textOf(element)).toContain('Rank 2');
    expect(findAll(element, '[data-id="up"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test.each([
    ['up', -1],
    ['down', 1],
  ])('asks to be moved %s', async (id, by) => {
    const element = await renderIt();
    const move = listen(element, 'move');
    find(element, `[data-id="${id}"]`).click();
    expect(move.mock.calls[0][0].detail).toEqual({ by });
  });

  test('cannot be moved beyond the ends of the list, nor while the card saves', async () => {
    const disabled = async (row: object, properties = {}) => {
      const element = await renderIt(row, properties);
      return ['up', 'down'].map((id) => find(element, `[data-id="${id}"]`).disabled);
    };
    expect(await disabled({ isFirst: true })).toEqual([true, false]);
    expect(await disabled({ isLast: true })).toEqual([false, true]);
    expect(await disabled({}, { saving: true })).toEqual([true, true]);
  });

  test.each([
    ['the same button', {}, -1, 'up'],
    ['the other one at the top', { isFirst: true }, -1, 'down'],
    ['the same button going down', {}, 1, 'down'],
    ['the other one at the bottom', { isLast: true }, 1, 'up'],
  ])('gives the keyboard back to %s', async (_, row, by, expected) => {
    const element = await renderIt(row);
    const focus = jest.spyOn(find(element, `[data-id="${expected}"]`), 'focus');
    (element as unknown as { focusMove(by: number): void }).focusMove(by);
    expect(focus).toHaveBeenCalled();
  });

  test('offers days to put it aside, told as days', async () => {
    const items = findAll(await renderIt(), 'lightning-menu-item');
    expect(items.map(({ label }) => label)).toEqual([
      'Until tomorrow (Nov 23, 2026)',
      'For a week (Nov 29, 2026)',
      'For 30 days (Dec 22, 2026)',
      'Until a day of your choice…',
    ]);
  });

  test('puts it aside until the day that was chosen', async () => {
    const element = await renderIt();
    const aside = listen(element, 'aside');
    select(element, '2026-11-29');
    expect(aside.mock.calls[0][0].detail).toEqual({ until: '2026-11-29' });
  });

  test('asks for another day, and takes it or lets it be', async () => {
    const element = await renderIt();
    const aside = listen(element, 'aside');
    select(element, 'pick');
    await settle();
    expect(find(element, 'c-cs-focus-put-aside')).toMatchObject({ from: '2026-11-23', accountName: 'Acme' });
    find(element, 'c-cs-focus-put-aside').dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect(findAll(element, 'c-cs-focus-put-aside')).toHaveLength(0);

    select(element, 'pick');
    await settle();
    find(element, 'c-cs-focus-put-aside').dispatchEvent(
      new CustomEvent('pick', { detail: { day: '2027-01-04' } }),
    );
    await settle();
    expect(aside.mock.calls[0][0].detail).toEqual({ until: '2027-01-04' });
    expect(findAll(element, 'c-cs-focus-put-aside')).toHaveLength(0);
  });
});
