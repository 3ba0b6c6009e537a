import { updateRecord } from 'lightning/uiRecordApi';
import CsTimelineUpcoming from 'c/csTimelineUpcoming';
import { ACCOUNT_ID } from 'test/records';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

const item = (id: string, properties: object = {}) => ({
  id,
  day: '2026-11-25',
  icon: 'standard:task',
  kindLabel: 'Task',
  title: `Task ${id}`,
  when: 'Nov 25, 2026',
  isOverdue: false,
  person: 'Dana Reyes',
  recordId: id,
  objectApiName: 'Task',
  ...properties,
});

function renderWith(properties: object): Promise<Rendered> {
  return render('c-cs-timeline-upcoming', CsTimelineUpcoming, {
    accountId: ACCOUNT_ID,
    canPlan: true,
    today: '2026-11-23',
    ...properties,
  });
}

async function plan(element: Rendered, day: string | null): Promise<void> {
  find(element, '[data-id="plan"]').click();
  await settle();
  find(element, 'c-cs-touchpoint-form').dispatchEvent(new CustomEvent('save', { detail: { day } }));
  await settle();
}

describe('c-cs-timeline-upcoming', () => {
  test('lists what is coming up, and marks what is overdue', async () => {
    const overdue = item('2', { when: 'Overdue by 6 days', isOverdue: true });
    const element = await renderWith({ items: [overdue, item('1', { recordId: null })] });
    expect(findAll(element, '[data-id="when"]').map(({ className }) => className.includes('theme_error'))).toEqual([
      true,
      false,
    ]);
    expect(findAll(element, 'c-cs-record-link').map(({ label }) => label)).toEqual(['Task 2']);
    await expect(element).toBeAccessible();
  });

  test('shows the first, and all of them when asked', async () => {
    const element = await renderWith({ items: ['1', '2', '3', '4', '5', '6'].map((id) => item(id)) });
    expect(findAll(element, 'li')).toHaveLength(4);
    find(element, '[data-id="all"]').click();
    await settle();
    expect(findAll(element, 'li')).toHaveLength(6);
    expect(findAll(element, '[data-id="all"]')).toHaveLength(0);
  });

  test('says so when nothing is planned', async () => {
    expect(find(await renderWith({}), '[data-id="none"]').textContent).toBe('Nothing is planned.');
  });

  test('plans the next touchpoint', async () => {
    const element = await renderWith({});
    await plan(element, '2026-12-01');
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: ACCOUNT_ID, CS_Next_Scheduled__c: '2026-12-01' },
    });
    expect(findAll(element, 'c-cs-touchpoint-form')).toHaveLength(0);
  });

  test('keeps the form open with the reason when it was not saved', async () => {
    (updateRecord as jest.Mock).mockRejectedValueOnce({ body: { message: 'Locked' } });
    const element = await renderWith({});
    await plan(element, '2026-12-01');
    expect(find(element, 'c-cs-error-panel').errors).toEqual({ body: { message: 'Locked' } });
    expect(findAll(element, 'c-cs-touchpoint-form')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('offers no planning to who may not see the touchpoint', async () => {
    expect(findAll(await renderWith({ canPlan: false }), '[data-id="plan"]')).toHaveLength(0);
  });
});
