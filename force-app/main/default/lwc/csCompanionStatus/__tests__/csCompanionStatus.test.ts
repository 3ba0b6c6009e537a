import CsCompanionStatus from 'c/csCompanionStatus';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';

const FAILURE = {
  ...{ object: 'CS_Alert__c', key: 'k1', parentId: '001000000000001AAA', attempts: 5 },
  ...{ at: '2026-11-22T08:00:00.000Z', error: 'REQUIRED_FIELD_MISSING: Subject' },
};
const FIELDS = {
  CS_Last_Run_On__c: '2026-11-22T09:00:00.000Z',
  CS_Last_Run_Ended__c: '2026-11-22T09:00:04.000Z',
  CS_Last_Run_Outcome__c: 'succeeded',
  CS_Next_Run_On__c: '2026-11-22T09:15:00.000Z',
  CS_Data_As_Of__c: '2026-11-22T09:00:00.000Z',
  ...{ CS_API_Used__c: 1_500, CS_API_Limit__c: 15_000, CS_API_Share__c: 50 },
  ...{ CS_Failed_Records__c: 1, CS_Accounts__c: 30, CS_Stale_Accounts__c: 0 },
  CS_Runs__c: JSON.stringify([
    {
      startedAt: '2026-11-22T09:00:00.000Z',
      seconds: 4,
      state: 'succeeded',
      scored: 3,
      pushed: 2,
      failed: 0,
    },
    { startedAt: '2026-11-22T08:45:00.000Z', seconds: 1, state: 'failed', error: 'The org is away' },
  ]),
  CS_Failures__c: JSON.stringify([FAILURE]),
  CS_Problems__c: JSON.stringify(['CS_Alert_Rule__c "Odd": expected an hour']),
  CS_Findings__c: JSON.stringify([
    { name: 'Clock', level: 'warn', detail: 'It is late.', remedy: 'Set it.' },
    { name: 'Node', level: 'ok', detail: 'Fine', remedy: null },
  ]),
};
const refresh = jest.fn(() => Promise.resolve());

async function renderWith(fields: Record<string, unknown> | null = {}): Promise<Rendered> {
  const element = await render('c-cs-companion-status', CsCompanionStatus);
  const all = { CS_Reported_On__c: new Date().toISOString(), ...FIELDS, ...fields };
  const node = {
    Id: 'a0S1',
    ...Object.fromEntries(Object.entries(all).map(([name, value]) => [name, { value }])),
  };
  const edges = fields === null ? [] : [{ node }];
  graphqlWire.emit(
    { data: { uiapi: { query: { statuses: { edges } } } }, refresh },
    forQuery('companionStatus'),
  );
  await settle();
  return element;
}

const tile = (element: Rendered, key: string) => find(element, `[data-tile="${key}"]`).textContent ?? '';

describe('c-cs-companion-status', () => {
  test('shows the last runs, the age of the data, the calls, and what needs a look', async () => {
    const element = await renderWith();
    expect(find(element, '[data-id="reported"]').textContent).toBe('Reported just now');
    expect(tile(element, 'api')).toContain('10%');
    expect(tile(element, 'api')).toContain('1,500 of 15,000 in 24 hours');
    expect(tile(element, 'failed')).toContain('1');
    const runs = findAll(element, 'table[aria-label="Last runs"] tbody tr').map(
      ({ textContent }) => textContent,
    );
    expect(runs[0]).toContain('3 scored, 2 written');
    expect(runs[1]).toContain('The org is away');
    expect(find(element, '[data-id="problems"]').textContent).toContain('expected an hour');
    expect(textOf(element)).toContain('Clock: It is late. Set it.');
    expect(textOf(element)).not.toContain('Fine');
    await expect(element).toBeAccessible();
  });

  test('shows a refused record in the org’s own words, with the account to open, and tries it again', async () => {
    const element = await renderWith();
    const row = find(element, '[data-failure="CS_Alert__c k1"]');
    expect(row.textContent).toContain('REQUIRED_FIELD_MISSING: Subject');
    expect(find(element, 'c-cs-record-link').recordId).toBe('001000000000001AAA');
    const waiter = find(element, 'c-cs-recalculate');
    const start = jest.fn(() => Promise.resolve());
    Object.defineProperty(waiter, 'start', { value: start });
    find(element, 'button[data-payload]').click();
    await settle();
    expect(JSON.parse(String(waiter.payload))).toEqual({ object: 'CS_Alert__c', key: 'k1' });
    find(element, '[data-id="retry-all"]').click();
    await settle();
    expect(JSON.parse(String(waiter.payload))).toEqual({ all: true });
    expect(start).toHaveBeenCalledTimes(2);
    waiter.dispatchEvent(new CustomEvent('refused', { detail: {} }));
    await settle();
    expect(refresh).toHaveBeenCalled();
  });

  test('says that all is well', async () => {
    const element = await renderWith({ CS_Failed_Records__c: 0, CS_Failures__c: '[]', CS_Problems__c: null });
    expect(findAll(element, '[data-id="no-failures"]')).toHaveLength(1);
    expect(findAll(element, '[data-id="problems"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('says that nothing was heard of it for hours, and what that can mean', async () => {
    const element = await renderWith({ CS_Reported_On__c: '2026-11-22T09:00:00.000Z' });
    expect(find(element, '[data-id="silent"]').textContent).toContain('read-only');
  });

  test('says that it has not reported yet', async () => {
    const element = await renderWith(null);
    expect(find(element, '[data-id="empty"]').textContent).toContain('read-only');
    await expect(element).toBeAccessible();
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-companion-status', CsCompanionStatus);
    expect(findAll(element, '.stencil lightning-spinner')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('tells who may not see it whom to ask, and others what failed', async () => {
    const element = await render('c-cs-companion-status', CsCompanionStatus);
    const message = "Validation error of type FieldUndefined: Field 'CS_Companion_Status__c' is undefined";
    graphqlWire.emit({ data: {}, errors: [{ message }] }, forQuery('companionStatus'));
    await settle();
    expect(findAll(element, '[data-id="no-access"]')).toHaveLength(1);
    graphqlWire.emit({ errors: [{ message: 'The org is busy' }] }, forQuery('companionStatus'));
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'The org is busy' }]);
    await expect(element).toBeAccessible();
  });

  test('tells nothing of a list that somebody edited by hand', async () => {
    const element = await renderWith({ CS_Runs__c: '{', CS_Failures__c: '{}' });
    expect(findAll(element, 'table[aria-label="Last runs"] tbody tr')).toHaveLength(0);
  });
});
