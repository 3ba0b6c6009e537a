import CsExecutiveAlerts from 'c/csExecutiveAlerts';
import { ALL_CUSTOMERS } from 'c/csExecutiveMeasures';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';
import { alertsOf } from '../csExecutiveAlertsModel';

const SELECTION = { segment: ALL_CUSTOMERS, asOf: '2026-11-22', isLatest: true, counted: 3 };
const asks = forQuery('executiveAlerts');

function node(Id: string, account: string, severity: string, raised: string): object {
  return {
    Id,
    CS_Account__c: { value: account },
    CS_Account__r: { Name: { value: `Account ${account}` } },
    CS_Severity__c: { value: severity },
    CS_Raised_On__c: { value: `${raised}T08:00:00.000Z` },
  };
}

async function answer(nodes: object[], endCursor: string | null = null): Promise<void> {
  const pageInfo = { hasNextPage: endCursor !== null, endCursor };
  const edges = nodes.map((each) => ({ node: each }));
  graphqlWire.emit({ data: { uiapi: { query: { CS_Alert__c: { edges, pageInfo } } } } }, asks);
  await settle();
}

const list = (element: Rendered) => find(element, 'c-cs-executive-list');
const renderIt = (given: object = {}): Promise<Rendered> =>
  render('c-cs-executive-alerts', CsExecutiveAlerts, { selection: { ...SELECTION, ...given } });

describe('c-cs-executive-alerts', () => {
  test('lists accounts with their alerts, the most severe first, and that they come to the total', async () => {
    const element = await renderIt();
    await answer([
      node('a1', '001A', 'Low', '2026-11-02'),
      node('a2', '001A', 'Medium', '2026-11-01'),
      node('a3', '001B', 'High', '2026-11-20'),
    ]);
    expect(textOf(find(list(element), '[data-id="summary"]'))).toContain('3 alerts of 2 accounts.');
    expect(find(list(element), '[data-id="comparison"]').textContent).toContain('The same as the total');
    const rows = findAll(list(element), 'tbody tr').map((row) =>
      [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
    );
    expect(rows).toEqual([
      ['1', '1', '0', '0', 'Nov 20, 2026'],
      ['2', '0', '1', '1', 'Nov 1, 2026'],
    ]);
    await expect(element).toBeAccessible();
  });

  test('reads every page before it says what they come to', async () => {
    const element = await renderIt();
    await answer([node('a1', '001A', 'Low', '2026-11-02')], 'next');
    expect(findAll(list(element), 'lightning-spinner')).toHaveLength(1);
    await answer([node('a2', '001B', 'Low', '2026-11-02')]);
    expect(findAll(list(element), 'tbody tr')).toHaveLength(2);
  });

  test('offers to count again where alerts were raised or resolved since', async () => {
    const element = await renderIt();
    await answer([node('a1', '001A', 'Low', '2026-11-02')]);
    expect(find(list(element), '[data-id="comparison"]').textContent).toContain(
      'is 3. Alerts were raised or',
    );
    expect(find(list(element), 'c-cs-recalculate').requestType).toBe('Executive');
  });

  test('says that none was open', async () => {
    const element = await renderIt({ counted: 0 });
    await answer([]);
    expect(find(list(element), '[data-id="empty"]').textContent).toContain('No alert that you can see');
    await expect(element).toBeAccessible();
  });
});

describe('which alerts were open', () => {
  test('now: those of customers that nobody resolved', () => {
    expect(alertsOf(ALL_CUSTOMERS, '2026-11-22', true)).toEqual({
      and: [
        { CS_Account__r: { CS_Status__c: { ne: 'Churned' } } },
        { CS_Raised_On__c: { lt: { value: '2026-11-23T00:00:00Z' } } },
        { CS_Resolved_On__c: { eq: null } },
      ],
    });
  });

  test('at the end of a day: those raised by then and not resolved by then', () => {
    const segment = { scope: 'Tier' as const, value: 'Scale', label: 'Scale' };
    const end = { value: '2026-10-02T00:00:00Z' };
    expect(alertsOf(segment, '2026-10-01', false)).toEqual({
      and: [
        { CS_Account__r: { CS_Tier__c: { eq: 'Scale' } } },
        { CS_Raised_On__c: { lt: end } },
        { or: [{ CS_Resolved_On__c: { eq: null } }, { CS_Resolved_On__c: { gte: end } }] },
      ],
    });
  });
});
