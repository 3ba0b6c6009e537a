import CsExecutiveAccounts from 'c/csExecutiveAccounts';
import { ALL_CUSTOMERS } from 'c/csExecutiveMeasures';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';

type Config = Record<string, unknown>;

const SELECTION = {
  measure: 'arr',
  segment: ALL_CUSTOMERS,
  asOf: '2026-11-22',
  isLatest: true,
  isKept: false,
  yearAgoDay: '2025-11-01',
  keptDay: '2026-11-01',
  shares: null,
  counted: 1_490_000,
};

const values = (fields: Config) =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value }]));

function account(Id: string, Name: string, CS_ARR__c: number | null): object {
  const fields = { Name, CS_ARR__c, CS_Risk_Band__c: 'Watch', CS_Health__c: 54, CS_Renewal_Date__c: null };
  return { Id, ...values(fields) };
}

/** A customer of a year ago with what it pays now, as GraphQL answers it. */
function snapshot(
  id: string,
  Name: string,
  then: number,
  now: { arr: number | null; status: string },
): object {
  const own = { CS_Account__c: id, CS_ARR__c: then, CS_ARR_Year_Ago__c: null, CS_Retained_ARR__c: null };
  const rest = { CS_Risk_Band__c: null, CS_Health__c: null, CS_Renewal_Date__c: null };
  const CS_Account__r = values({ Name, CS_ARR__c: now.arr, CS_Status__c: now.status });
  return { Id: `a0S${id}`, ...values({ ...own, ...rest }), CS_Account__r };
}

function pageOf(
  object: string,
  nodes: object[],
  arr: number,
  endCursor: string | null = null,
  total = 2,
): object {
  const sums = (sum: number) => ({ sum: { value: sum }, count: { value: total } });
  const group = {
    ...values({ CS_Risk_Band__c: 'Watch' }),
    Id: { count: { value: total } },
    CS_ARR__c: sums(arr),
    CS_Health__c: sums(54 * total),
  };
  const edges = nodes.map((node) => ({ node }));
  const pageInfo = { hasNextPage: endCursor !== null, endCursor };
  return {
    uiapi: {
      query: { [object]: { edges, pageInfo, totalCount: total } },
      aggregate: { [object]: { edges: total === 0 ? [] : [{ node: { aggregate: group } }] } },
    },
  };
}

const ACCOUNTS = [account('001A', 'Acme', 640_000), account('001B', 'Beacon', 850_000)];

async function answer(query: string, data: object): Promise<void> {
  graphqlWire.emit({ data }, forQuery(query));
  await settle();
}

function askedWith(query: string): Config | undefined {
  let variables: Config | undefined;
  graphqlWire.emit({}, (config) => {
    if (forQuery(query)(config)) variables = config.variables as Config;
    return false;
  });
  return variables;
}

/** The list inside, where everything is drawn. */
const list = (element: Rendered) => find(element, 'c-cs-executive-list');

const renderIt = (given: object = {}): Promise<Rendered> =>
  render('c-cs-executive-accounts', CsExecutiveAccounts, { selection: { ...SELECTION, ...given } });

const comparison = (element: Rendered) => find(list(element), '[data-id="comparison"]').textContent;

describe('c-cs-executive-accounts', () => {
  test('lists the accounts and says that they come to the total', async () => {
    const element = await renderIt();
    expect(askedWith('executiveAccounts')).toMatchObject({ first: 50, after: null });
    await answer('executiveAccounts', pageOf('Account', ACCOUNTS, 1_490_000));
    expect(findAll(list(element), 'tbody tr')).toHaveLength(2);
    expect(textOf(find(list(element), '[data-id="summary"]'))).toContain(
      '2 accounts. Together: $1,490,000 total ARR.',
    );
    expect(comparison(element)).toBe('The same as the total of Nov 22, 2026.');
    expect(findAll(list(element), 'c-cs-recalculate')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('offers to count again where accounts changed since, and passes on that it was done', async () => {
    const element = await renderIt({ counted: 1_000_000 });
    await answer('executiveAccounts', pageOf('Account', ACCOUNTS, 1_490_000));
    expect(comparison(element)).toContain('The total of Nov 22, 2026 is $1,000,000. Accounts have changed');
    const recount = find(list(element), 'c-cs-recalculate');
    expect(recount.requestType).toBe('Executive');
    const told = jest.fn();
    element.addEventListener('recalculated', told);
    recount.dispatchEvent(new CustomEvent('recalculated'));
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('goes on from page to page', async () => {
    const element = await renderIt();
    await answer('executiveAccounts', pageOf('Account', ACCOUNTS.slice(0, 1), 1_490_000, 'next'));
    expect(textOf(find(list(element), '[data-id="summary"]'))).toContain('1 of 2 accounts shown');
    find(list(element), '[data-id="more"]').click();
    await settle();
    expect(askedWith('executiveAccounts')).toMatchObject({ after: 'next' });
    await answer('executiveAccounts', pageOf('Account', ACCOUNTS.slice(1), 1_490_000));
    expect(findAll(list(element), 'tbody tr')).toHaveLength(2);
    expect(findAll(list(element), '[data-id="more"]')).toHaveLength(0);
  });

  test('tells retention from who was a customer a year ago, a churned one with nothing left', async () => {
    const element = await renderIt({ measure: 'grr', counted: 80 });
    const rows = [
      snapshot('001A', 'Acme', 100, { arr: 120, status: 'Active' }),
      snapshot('001B', 'Beacon', 25, { arr: 25, status: 'Churned' }),
    ];
    await answer('executiveSnapshots', pageOf('CS_Account_Snapshot__c', rows, 125));
    expect(comparison(element)).toBe('The same as the total of Nov 22, 2026.');
    expect(findAll(list(element), 'th').map(({ textContent }) => textContent)).not.toContain('Risk');
    await expect(element).toBeAccessible();
  });

  test('compares retention only once all who were customers are shown', async () => {
    const element = await renderIt({ measure: 'nrr', counted: 50 });
    const rows = [snapshot('001A', 'Acme', 100, { arr: 120, status: 'Active' })];
    await answer('executiveSnapshots', pageOf('CS_Account_Snapshot__c', rows, 100, 'next'));
    expect(comparison(element)).toBe('');
  });

  test('says that a day has no list, and offers one that has', async () => {
    const element = await renderIt({ isLatest: false });
    expect(find(list(element), '[data-id="not-kept"]').textContent).toContain('one day of each month');
    expect(askedWith('executiveAccounts')).toBeUndefined();
    const told = jest.fn();
    element.addEventListener('daychange', (event) => told((event as CustomEvent).detail));
    find(list(element), '[data-id="kept-day"]').click();
    expect(told).toHaveBeenCalledWith({ day: '2026-11-01' });
    await expect(element).toBeAccessible();
  });

  test('starts over when another number is opened', async () => {
    const element = await renderIt();
    await answer('executiveAccounts', pageOf('Account', ACCOUNTS, 1_490_000));
    element.selection = { ...SELECTION, measure: 'arrAtRisk' };
    await settle();
    expect(findAll(list(element), 'tbody tr')).toHaveLength(0);
    expect(findAll(list(element), 'lightning-spinner')).toHaveLength(1);
    expect(find(list(element), '[data-id="heading"]').textContent).toBe('ARR at risk: All customers');
  });

  test('says that there is no account', async () => {
    const element = await renderIt({ counted: 0 });
    await answer('executiveAccounts', pageOf('Account', [], 0, null, 0));
    expect(findAll(list(element), '[data-id="empty"]')).toHaveLength(1);
  });

  test('shows why the accounts could not be loaded', async () => {
    const element = await renderIt();
    graphqlWire.emit({ errors: [{ message: 'The org is busy' }] } as never, forQuery('executiveAccounts'));
    await settle();
    expect(find(list(element), 'c-cs-error-panel').errors).toEqual([{ message: 'The org is busy' }]);
  });
});
