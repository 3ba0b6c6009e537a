import { updateRecord } from 'lightning/uiRecordApi';
import CsTimelineUpcoming from 'c/csTimelineUpcoming';
import { ACCOUNT_ID, accountOf } from 'test/records';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { forRecord, recordWire } from 'test/wires';

jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'UTC' }), { virtual: true });

const NOW = new Date('2026-11-23T10:00:00.000Z');
const MAY_PLAN = { CS_Next_Scheduled__c: null };

const taskOn = (day: string, id = day) => ({
  Id: id,
  Subject: { value: `Task of ${day}` },
  ActivityDate: { value: day },
  TaskSubtype: { value: 'Task' },
});

async function renderWith(
  properties: object,
  account: Record<string, unknown> = MAY_PLAN,
): Promise<Rendered> {
  const element = await render('c-cs-timeline-upcoming', CsTimelineUpcoming, {
    accountId: ACCOUNT_ID,
    now: NOW,
    ...properties,
  });
  recordWire.emit(accountOf(account), forRecord(ACCOUNT_ID));
  await settle();
  return element;
}

async function plan(element: Rendered, day: string | null): Promise<void> {
  find(element, '[data-id="plan"]').click();
  await settle();
  find(element, 'c-cs-touchpoint-form').dispatchEvent(new CustomEvent('save', { detail: { day } }));
  await settle();
}

describe('c-cs-timeline-upcoming', () => {
  test('lists what is coming up, the most urgent first, and marks what is overdue', async () => {
    const account = { CS_Next_Scheduled__c: '2026-11-25', CS_Renewal_Date__c: '2027-01-04' };
    const element = await renderWith({ openTasks: [taskOn('2026-11-17')] }, account);
    expect(
      findAll(element, '[data-id="when"]').map(({ textContent, className }) => [
        textContent,
        className.includes('theme_error'),
      ]),
    ).toEqual([
      ['Overdue by 6 days', true],
      ['Nov 25, 2026', false],
      ['Jan 4, 2027', false],
    ]);
    expect(findAll(element, 'c-cs-record-link').map(({ label }) => label)).toEqual(['Task of 2026-11-17']);
    await expect(element).toBeAccessible();
  });

  test('shows the first, and all of them when asked', async () => {
    const openTasks = ['1', '2', '3', '4', '5', '6'].map((id) => taskOn('2026-12-01', id));
    const element = await renderWith({ openTasks });
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
    expect(findAll(await renderWith({}, {}), '[data-id="plan"]')).toHaveLength(0);
  });
});
