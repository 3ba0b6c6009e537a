import CsUsage from 'c/csUsage';
import { ACCOUNT_ID, accountOf } from 'test/records';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, forRecord, graphqlWire, recordWire } from 'test/wires';
import type { UsagePeriod } from 'c/csAccountStory';
import { usageNode, weekOf, weeksUpTo } from './usagePeriods';

const refresh = jest.fn(() => Promise.resolve());
const page = (nodes: object[]) => ({
  edges: nodes.map((node) => ({ node })),
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: nodes.length,
});
const FLAGS = {
  CS_Low_Usage__c: true,
  CS_Usage_Down__c: false,
  CS_Seat_Use__c: 35,
  CS_Usage_Change__c: -12.5,
  CS_Usage_Reason__c:
    'Low: 35% of seats in use (35 of 100), below 40% for Enterprise. Usage is 13% below usual.',
  CS_Usage_As_Of__c: '2026-11-21',
};
const UNKNOWN = { ...FLAGS, CS_Low_Usage__c: false, CS_Seat_Use__c: null, CS_Usage_Change__c: null };

async function answer(periods: UsagePeriod[] | null): Promise<void> {
  const none = page([]);
  const kinds = { scores: none, answers: none, changes: none, runs: none, steps: none, playbooks: none };
  const usage = periods === null ? {} : { usage: page(periods.map(usageNode)) };
  graphqlWire.emit({ data: { uiapi: { query: { ...kinds, ...usage } } }, refresh }, forQuery('accountStory'));
  await settle();
}

async function renderWith(periods: UsagePeriod[] | null, fields: object = FLAGS): Promise<Rendered> {
  const element = await render('c-cs-usage', CsUsage, { recordId: ACCOUNT_ID });
  await answer(periods);
  recordWire.emit(accountOf({ ...fields }), forRecord(ACCOUNT_ID));
  await settle();
  return element;
}

const WEEKS = weeksUpTo(
  '2026-11-22',
  Array.from({ length: 12 }, () => 35),
);
const figuresOf = (element: Rendered) =>
  find(element, 'c-cs-usage-figures').figures as {
    key: string;
    value: string;
    flag: string;
    detail: string;
  }[];

describe('c-cs-usage', () => {
  beforeEach(() => {
    refresh.mockClear();
    jest.useFakeTimers({ now: new Date('2026-11-22T18:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
  });

  afterEach(() => jest.useRealTimers());

  test('shows the figures as the companion wrote them, each flag with it, and the reason', async () => {
    const element = await renderWith(WEEKS);
    expect(figuresOf(element)).toMatchObject([
      { key: 'seats', value: '35%', flag: 'Low usage', detail: 'of 100 licensed' },
      { key: 'change', value: '-12.5%', flag: '' },
      { key: 'last', value: '35' },
    ]);
    expect(find(element, 'c-cs-usage-figures').reason).toBe(FLAGS.CS_Usage_Reason__c);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('shows what is not known as not known, never as no', async () => {
    const element = await renderWith([weekOf('2026-11-09', 35, { seats: null })], UNKNOWN);
    expect(figuresOf(element)).toMatchObject([
      { key: 'seats', value: '–', detail: 'The usage names no licensed seats.' },
      { key: 'change', value: '–', detail: 'Too little history to tell.' },
      { key: 'last', value: '35' },
    ]);
    expect(findAll(element, '[data-id="single"]')).toHaveLength(1);
    expect(findAll(element, '[data-id="no-features"]')).toHaveLength(1);
  });

  test('says that people are not counted, where seats are known and they are not', async () => {
    const element = await renderWith([weekOf('2026-11-09', null, { logins: 70 })], UNKNOWN);
    expect(figuresOf(element)[0]).toMatchObject({ value: '–', detail: 'The usage counts no active users.' });
  });

  test('draws the trend, and shows the same as a table', async () => {
    const element = await renderWith(WEEKS);
    expect(find(element, 'c-cs-usage-chart').points).toHaveLength(12);
    find(element, '[data-id="view"]').click();
    await settle();
    expect(findAll(element, 'c-cs-usage-chart')).toHaveLength(0);
    expect(find(element, 'c-cs-usage-table').points).toHaveLength(12);
  });

  test('lists the features that are used', async () => {
    const element = await renderWith([weekOf('2026-11-09', 35, { features: { Search: 4 } })]);
    expect(find(element, 'c-cs-usage-features').features).toMatchObject([
      { name: 'Search', uses: 4, share: 1 },
    ]);
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-usage', CsUsage, { recordId: ACCOUNT_ID });
    expect(findAll(element, '.card-stencil lightning-spinner')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('says that nothing has been recorded', async () => {
    const element = await renderWith([], {});
    expect(find(element, '[data-id="empty"]').textContent).toContain('No usage has been recorded');
    expect(findAll(element, 'c-cs-usage-chart')).toHaveLength(0);
  });

  test('says that there is no trend where the usage counts nothing', async () => {
    const element = await renderWith([weekOf('2026-11-09', null)], UNKNOWN);
    expect(findAll(element, '[data-id="uncounted"]')).toHaveLength(1);
    expect(findAll(element, '[data-id="view"]')).toHaveLength(0);
  });

  test('tells who may not read usage whom to ask', async () => {
    const element = await renderWith(null);
    expect(find(element, '[data-id="no-access"]').textContent).toContain('permission set');
    expect(findAll(element, 'c-cs-usage-figures')).toHaveLength(0);
  });

  test('shows why the usage could not be loaded', async () => {
    const element = await render('c-cs-usage', CsUsage, { recordId: ACCOUNT_ID });
    graphqlWire.emit({ errors: [{ message: 'The network is down' }] }, forQuery('accountStory'));
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'The network is down' }]);
    expect(findAll(element, '.card-stencil')).toHaveLength(0);
  });

  test('reads the usage again when the companion says something else of it', async () => {
    await renderWith(WEEKS);
    expect(refresh).not.toHaveBeenCalled();
    recordWire.emit(accountOf({ ...FLAGS, CS_Usage_Down__c: true }), forRecord(ACCOUNT_ID));
    await settle();
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
