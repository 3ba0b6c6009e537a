import CsWorkloadAccounts from 'c/csWorkloadAccounts';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';

const CSM = {
  csmId: '005D',
  name: 'Dana Reyes',
  accounts: 2,
  atRisk: 1,
  overdueTouches: 1,
  overdueTasks: 0,
  renewals: 1,
  arr: 300,
  effort: 9,
};

function accountNode(id: string, name: string): object {
  return {
    Id: id,
    Name: { value: name },
    CS_Tier__c: { value: 'Growth' },
    CS_Risk_Band__c: { value: 'At Risk' },
    CS_ARR__c: { value: 150 },
    CS_Touch_Due__c: { value: '2026-11-01' },
    CS_Renewal_Date__c: { value: null },
  };
}

function pageOf(nodes: object[], nextCursor: string | null = null, totalCount = nodes.length): object {
  const sum = { value: 150 * totalCount };
  return {
    uiapi: {
      query: {
        Account: {
          edges: nodes.map((node) => ({ node })),
          pageInfo: { hasNextPage: nextCursor !== null, endCursor: nextCursor },
          totalCount,
        },
      },
      aggregate: { Account: { edges: [{ node: { aggregate: { CS_ARR__c: { sum } } } }] } },
    },
  };
}

const ACCOUNTS = [accountNode('001A', 'Acme'), accountNode('001B', 'Brio')];

async function renderWith(data: object | null, properties = {}, updateable = true): Promise<Rendered> {
  const element = await render('c-cs-workload-accounts', CsWorkloadAccounts, {
    csm: CSM,
    measure: 'accounts',
    asOf: '2026-11-22',
    ...properties,
  });
  const fields = { CS_Manager__c: { updateable } };
  (getObjectInfo as unknown as { emit(value: object): void }).emit({ fields });
  if (data) graphqlWire.emit({ data }, forQuery('workloadAccounts'));
  await settle();
  return element;
}

const select = (element: Rendered, id: string) => {
  const toggled = new CustomEvent('tick', { detail: { checked: true } });
  find(element, `[data-id="${id}"]`).dispatchEvent(toggled);
  return settle();
};

describe('c-cs-workload-accounts', () => {
  test('lists the accounts behind the number, with what they come to', async () => {
    const element = await renderWith(pageOf(ACCOUNTS));
    expect(findAll(element, 'c-cs-record-link').map(({ label }) => label)).toEqual(['Acme', 'Brio']);
    expect(findAll(element, 'c-cs-pin').map(({ accountId }) => accountId)).toEqual(['001A', '001B']);
    expect(textOf(find(element, '[data-id="summary"]'))).toBe('2 accounts, $300 ARR together.');
    expect(element.shadowRoot?.activeElement?.textContent).toBe('Accounts: Dana Reyes');
    await expect(element).toBeAccessible();
  });

  const others: [measure: string, filter: object][] = [
    ['atRisk', { CS_Risk_Band__c: { eq: 'At Risk' } }],
    ['overdueTouches', { CS_Touch_Due__c: { lt: { value: '2026-11-22' } } }],
    ['renewals', { CS_Renewal_Date__c: { gte: { value: '2026-11-22' }, lte: { value: '2027-02-20' } } }],
  ];

  test.each(others)('asks for %s as the companion counts them', async (measure, filter) => {
    await renderWith(null, { measure });
    const { where } = graphqlWire.getLastConfig().variables as { where: { and: object[] } };
    expect(where.and).toContainEqual(filter);
    expect(where.and).toContainEqual({ CS_Status__c: { ne: 'Churned' } });
    expect(JSON.stringify(where)).toContain('"CS_Manager__c":{"eq":"005D"}');
  });

  test('says so when the list differs from what was counted', async () => {
    const element = await renderWith(pageOf(ACCOUNTS.slice(1)));
    expect(find(element, '[data-id="difference"]').textContent).toBe(
      'The count of Nov 22, 2026 was 2. The others have changed since, or are not shared with you.',
    );
  });

  test('hands on what is selected, one or all', async () => {
    const element = await renderWith(pageOf(ACCOUNTS));
    await select(element, '001B');
    expect(find(element, 'c-cs-workload-reassign').accounts).toMatchObject([{ id: '001B', name: 'Brio' }]);
    await select(element, 'select-all');
    expect(find(element, 'c-cs-workload-reassign').accounts).toHaveLength(2);
  });

  test('forgets the selection of accounts that left the list', async () => {
    const element = await renderWith(pageOf(ACCOUNTS));
    await select(element, 'select-all');
    graphqlWire.emit({ data: pageOf(ACCOUNTS.slice(1)) }, forQuery('workloadAccounts'));
    await settle();
    expect(find(element, 'c-cs-workload-reassign').accounts).toHaveLength(1);
  });

  test('tells who may not reassign so, and offers nothing to select', async () => {
    const element = await renderWith(pageOf(ACCOUNTS), {}, false);
    expect(find(element, '[data-id="may-not"]').textContent).toContain('an admin can grant');
    expect(findAll(element, 'c-cs-select-box')).toHaveLength(0);
    expect(findAll(element, 'c-cs-workload-reassign')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('loads more by cursor and keeps what it has', async () => {
    const element = await renderWith(pageOf(ACCOUNTS.slice(0, 1), 'cursor-1', 2));
    expect(textOf(find(element, '[data-id="summary"]'))).toContain('1 of 2 accounts');
    find(element, '[data-id="more"]').click();
    await settle();
    expect(graphqlWire.getLastConfig().variables).toMatchObject({ after: 'cursor-1' });
    graphqlWire.emit({ data: pageOf(ACCOUNTS.slice(1), null, 2) }, forQuery('workloadAccounts'));
    await settle();
    expect(findAll(element, 'tbody tr')).toHaveLength(2);
  });

  test('starts over for another number', async () => {
    const element = await renderWith(pageOf(ACCOUNTS));
    element.measure = 'atRisk';
    await settle();
    expect(findAll(element, '.list-stencil')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('says that nothing counts any more, and why a list could not be loaded', async () => {
    const element = await renderWith(pageOf([]));
    expect(find(element, '[data-id="empty"]').textContent).toContain('No account that you can see');
    graphqlWire.emit({ errors: [{ message: 'The org is busy' }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'The org is busy' }]);
    await expect(element).toBeAccessible();
  });

  test('tells that accounts were reassigned, and that the user is done', async () => {
    const element = await renderWith(pageOf(ACCOUNTS));
    const [reassigned, closed] = [jest.fn(), jest.fn()];
    element.addEventListener('reassigned', reassigned);
    element.addEventListener('close', closed);
    find(element, 'c-cs-workload-reassign').dispatchEvent(new CustomEvent('reassigned'));
    find(element, '[data-id="close"]').click();
    expect([reassigned.mock.calls.length, closed.mock.calls.length]).toEqual([1, 1]);
  });
});
