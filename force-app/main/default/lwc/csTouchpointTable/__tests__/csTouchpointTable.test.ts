import CsTouchpointTable from 'c/csTouchpointTable';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const TODAY = '2026-11-22';
const account = (id: string, fields: object = {}) => ({
  id,
  name: `Account ${id}`,
  due: null,
  next: null,
  last: null,
  cadenceDays: null,
  tier: null,
  riskBand: null,
  riskScore: null,
  health: null,
  arr: null,
  csm: 'Mia Manager',
  ...fields,
});
const LATE = account('1', {
  due: '2026-11-20',
  last: '2026-11-06',
  tier: 'Strategic',
  riskBand: 'At Risk',
  riskScore: 91,
  health: 26,
  arr: 640_000,
});
const PLANNED = account('2', { due: '2026-11-25', next: '2026-11-25' });

const renderIt = (properties = {}) =>
  render('c-cs-touchpoint-table', CsTouchpointTable, {
    accounts: [LATE, PLANNED],
    today: TODAY,
    canPlan: true,
    ...properties,
  });

function listen(element: Rendered, name: string): jest.Mock {
  const handler = jest.fn();
  element.addEventListener(name, (event) => handler((event as CustomEvent).detail));
  return handler;
}

async function openForm(element: Rendered, id: string): Promise<Rendered> {
  find(element, `[data-plan="${id}"]`).click();
  await settle();
  return find(element, 'c-cs-touchpoint-form');
}

describe('c-cs-touchpoint-table', () => {
  test('shows when each account is due, why, and what else matters', async () => {
    const element = await renderIt();
    const [late, planned] = findAll(element, '.row').map(textOf);
    expect(late).toMatch(
      /Overdue by 2 days.*None planned, past its cadence.*16 days ago.*Strategic.*91.*26.*\$640K/,
    );
    expect(planned).toMatch(/In 3 days.*Nov 25, 2026.*None recorded.*–.*Mia Manager/);
    await expect(element).toBeAccessible();
  });

  test('tells by which column the list is sorted, and which one was clicked', async () => {
    const element = await renderIt({ sorting: { column: 'arr', direction: 'DESC' } });
    const sort = listen(element, 'sort');
    expect(find(element, '[aria-sort="descending"]').textContent).toContain('ARR');
    expect(findAll(element, '[aria-sort="none"]')).toHaveLength(7);
    find(element, '[data-column="name"]').click();
    expect(sort).toHaveBeenCalledWith({ column: 'name' });
  });

  test('rows are selected one by one or all at once', async () => {
    const element = await renderIt({ selectedIds: ['1'] });
    const select = listen(element, 'selectionchange');
    const toggle = (id: string, checked: boolean) =>
      find(element, `[data-id="${id}"]`).dispatchEvent(new CustomEvent('tick', { detail: { checked } }));
    toggle('2', true);
    toggle('1', false);
    toggle('select-all', true);
    expect(select.mock.calls).toEqual([[{ ids: ['1', '2'] }], [{ ids: [] }], [{ ids: ['1', '2'] }]]);
  });

  test('a touchpoint is planned under its row', async () => {
    const element = await renderIt();
    const plan = listen(element, 'plan');
    const form = await openForm(element, '2');
    expect(form).toMatchObject({ day: '2026-11-25', today: TODAY });
    form.dispatchEvent(new CustomEvent('save', { detail: { day: '2026-12-01' } }));
    expect(plan).toHaveBeenCalledWith({ id: '2', day: '2026-12-01' });
    await expect(element).toBeAccessible();
  });

  test('the form stays with its reason until it is closed, and gives the focus back to its row', async () => {
    const element = await renderIt();
    const form = await openForm(element, '1');
    Object.assign(element, { saveError: { message: 'You may not edit this account' } });
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('The next touchpoint was not saved');
    const focused = jest.spyOn(find(element, '[data-plan="1"]'), 'focus');
    form.dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect(findAll(element, 'c-cs-touchpoint-form')).toHaveLength(0);
    expect(focused).toHaveBeenCalled();
  });

  test('a form that is closed after saving leaves the focus where the user has gone meanwhile', async () => {
    const element = await renderIt();
    await openForm(element, '1');
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    (element as unknown as { closeForm(id: string): void }).closeForm('1');
    await settle();
    expect(findAll(element, 'c-cs-touchpoint-form')).toHaveLength(0);
    expect(document.activeElement).toBe(elsewhere);
  });

  test('a row that leaves the list leaves the focus to the table', async () => {
    const element = await renderIt();
    await openForm(element, '1');
    const focused = jest.spyOn(find(element, '[data-id="frame"]'), 'focus');
    Object.assign(element, { accounts: [PLANNED] });
    (element as unknown as { closeForm(id: string): void }).closeForm('1');
    await settle();
    expect(focused).toHaveBeenCalled();
  });

  test('what was saved for one row closes no form that was opened for another meanwhile', async () => {
    const element = await renderIt();
    await openForm(element, '2');
    const table = element as unknown as { closeForm(id: string): void };
    table.closeForm('1');
    await settle();
    expect(findAll(element, 'c-cs-touchpoint-form')).toHaveLength(1);
    table.closeForm('2');
    await settle();
    expect(findAll(element, 'c-cs-touchpoint-form')).toHaveLength(0);
  });

  test('after a logged call it asks when the next touchpoint is, with the day of the cadence filled in', async () => {
    const element = await renderIt();
    const done = { action: 'logCall', accountId: '1' };
    find(element, 'c-cs-quick-actions').dispatchEvent(new CustomEvent('actiondone', { detail: done }));
    await settle();
    expect(textOf(find(element, '[data-form="1"]'))).toContain('When will you be in touch');
    expect(find(element, 'c-cs-touchpoint-form').day).toBe('2026-12-06');
  });

  test('another action opens no form', async () => {
    const element = await renderIt();
    const done = { action: 'createTask', accountId: '1' };
    find(element, 'c-cs-quick-actions').dispatchEvent(new CustomEvent('actiondone', { detail: done }));
    await settle();
    expect(findAll(element, 'c-cs-touchpoint-form')).toHaveLength(0);
  });

  test('who may not plan is offered nothing to plan with', async () => {
    expect(findAll(await renderIt({ canPlan: false }), '[data-plan]')).toHaveLength(0);
  });
});
