import CsHealthTrend from 'c/csHealthTrend';
import { ACCOUNT_ID, accountOf } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forRecord, graphqlWire, recordWire } from 'test/wires';
import { pageOf, scoreNode } from './scores';

const refresh = jest.fn(() => Promise.resolve());
const ACCOUNT = {
  CS_Health__c: 41,
  CS_Health_Trend__c: 'Declining',
  CS_Health_Change_30d__c: -12,
  CS_Risk_Scored_At__c: '2026-11-22T08:00:00.000Z',
};
const NODES = [scoreNode('2', '2026-11-20', 41), scoreNode('1', '2026-06-01', 60, 'Manual', 'Good call')];

const renderIt = (properties = {}) =>
  render('c-cs-health-trend', CsHealthTrend, { recordId: ACCOUNT_ID, ...properties });

async function answer(data: object): Promise<void> {
  graphqlWire.emit({ data, refresh });
  await settle();
}

async function answerAccount(fields: Record<string, unknown>): Promise<void> {
  recordWire.emit(accountOf(fields), forRecord(ACCOUNT_ID));
  await settle();
}

async function renderWith(nodes: object[], properties = {}): Promise<Rendered> {
  const element = await renderIt(properties);
  await answer(pageOf(nodes));
  await answerAccount(ACCOUNT);
  return element;
}

const shownIds = (element: Rendered) =>
  (find(element, 'c-cs-health-trend-chart').points as { id: string }[]).map(({ id }) => id);

describe('c-cs-health-trend', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T18:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
  });

  afterEach(() => jest.useRealTimers());

  test('asks for the scores of this account in one request, with values as variables', async () => {
    await renderIt();
    expect(graphqlWire.getLastConfig().variables).toEqual({ accountId: ACCOUNT_ID, first: 500, after: null });
  });

  test('shows where health stands, where it is going, and the scores in the order of time', async () => {
    const element = await renderWith(NODES);
    expect(textOf(element)).toMatch(/41\s*Declining\s*-12 in 30 days/);
    expect(shownIds(element)).toEqual(['1', '2']);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('keeps its place while it loads', async () => {
    const element = await renderIt();
    expect(findAll(element, '.card-stencil lightning-spinner')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('says that there is no score yet', async () => {
    const element = await renderWith([]);
    expect(find(element, '[data-id="empty"]').textContent).toContain(
      'No health score has been recorded yet.',
    );
    expect(findAll(element, 'c-cs-health-trend-chart')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('shows why the scores could not be loaded', async () => {
    const element = await renderIt();
    graphqlWire.emit({ errors: [{ message: 'No access to CS_Health_Score__c' }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([
      { message: 'No access to CS_Health_Score__c' },
    ]);
    expect(findAll(element, '.card-stencil')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('shows the chosen period, and says so where it holds no score', async () => {
    const element = await renderWith(NODES);
    find(element, 'lightning-radio-group').dispatchEvent(
      new CustomEvent('change', { detail: { value: '90' } }),
    );
    await settle();
    expect(shownIds(element)).toEqual(['2']);

    await answer(pageOf([scoreNode('1', '2025-01-01', 60)]));
    expect(textOf(element)).toContain('No health score was recorded in this period.');
  });

  test('shows the same scores as a table', async () => {
    const element = await renderWith(NODES);
    find(element, '[data-id="view"]').click();
    await settle();
    expect(findAll(element, 'c-cs-health-trend-chart')).toHaveLength(0);
    expect(find(element, 'c-cs-health-trend-table').points).toHaveLength(2);
    expect(find(element, '[data-id="view"]').title).toBe('Show as chart');
  });

  test('loads older scores by cursor and keeps those it has', async () => {
    const element = await renderIt({ rangeDays: 0 });
    await answer(pageOf([scoreNode('2', '2026-11-20', 41)], 'cursor-1', 2));
    find(element, '[data-id="more"]').click();
    await settle();
    expect(graphqlWire.getLastConfig().variables).toMatchObject({ after: 'cursor-1' });
    await answer(pageOf([scoreNode('1', '2020-11-20', 60)], null, 2));
    expect(shownIds(element)).toEqual(['1', '2']);
    expect(findAll(element, '[data-id="more"]')).toHaveLength(0);
  });

  test('reads the scores again when the account was scored anew', async () => {
    await renderWith(NODES);
    await answerAccount(ACCOUNT);
    expect(refresh).not.toHaveBeenCalled();
    await answerAccount({ ...ACCOUNT, CS_Risk_Scored_At__c: '2026-11-22T09:00:00.000Z' });
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('reads the scores again when a person has set one', async () => {
    const element = await renderWith(NODES);
    find(element, 'c-cs-health-trend-editor').dispatchEvent(new CustomEvent('recorded'));
    await settle();
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
