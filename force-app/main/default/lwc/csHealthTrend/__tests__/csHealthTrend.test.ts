import CsHealthTrend from 'c/csHealthTrend';
import { ACCOUNT_ID, accountOf } from 'test/records';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, forRecord, graphqlWire, recordWire } from 'test/wires';
import { pageOf, scoreNode, storyData } from './scores';

const refresh = jest.fn(() => Promise.resolve());
const explanation = (word: string) =>
  JSON.stringify({
    v: 1,
    health: { value: 41, source: 'Calculated', calculated: 41, setOn: null },
    trend: {
      word,
      verdict: 'clear',
      slope: -12,
      low: -15,
      high: -9,
      confidence: 0.97,
      weeks: 5,
      since: '2026-07-23',
      change30: -12,
      change90: -30,
      judgementDays: 30,
    },
  });
const NODES = [scoreNode('2', '2026-11-20', 41), scoreNode('1', '2026-06-01', 60, 'Manual', 'Good call')];

const renderIt = (properties = {}) =>
  render('c-cs-health-trend', CsHealthTrend, { recordId: ACCOUNT_ID, ...properties });

async function answerStory(data: object): Promise<void> {
  graphqlWire.emit({ data, refresh }, forQuery('accountStory'));
  await settle();
}

async function answerAccount(json: string | null): Promise<void> {
  recordWire.emit(accountOf({ CS_Risk_Explanation__c: json }), forRecord(ACCOUNT_ID));
  await settle();
}

async function renderWith(nodes: object[], properties = {}): Promise<Rendered> {
  const element = await renderIt(properties);
  await answerStory(storyData(pageOf(nodes)));
  await answerAccount(explanation('Declining'));
  return element;
}

async function choose(element: Rendered, group: string, value: string): Promise<void> {
  find(element, `[data-id="${group}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
}

const shownIds = (element: Rendered) =>
  (find(element, 'c-cs-health-trend-chart').points as { id: string }[]).map(({ id }) => id);

describe('c-cs-health-trend', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-22T18:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] });
  });

  afterEach(() => jest.useRealTimers());

  test('shows what the companion tells of the trend, and asks for no older scores by itself', async () => {
    const element = await renderWith(NODES);
    expect(find(element, 'c-cs-health-trend-summary').view).toMatchObject({
      health: '41',
      word: 'Declining',
      change90: '-30',
    });
    expect(graphqlWire.getLastConfig().variables).toBeUndefined();
  });

  test('shows the scores in the order of time, over the whole period up to today', async () => {
    const element = await renderWith(NODES);
    const chart = find(element, 'c-cs-health-trend-chart');
    expect(shownIds(element)).toEqual(['1', '2']);
    expect([chart.from, chart.to]).toEqual(['2025-11-22', '2026-11-22']);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('keeps its place while it loads', async () => {
    const element = await renderIt();
    expect(findAll(element, '.card-stencil lightning-spinner')).toHaveLength(1);
    expect(findAll(element, 'c-cs-health-trend-editor')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('says that there is no score yet, and lets one be set', async () => {
    const element = await renderWith([]);
    expect(find(element, '[data-id="empty"]').textContent).toContain(
      'No health score has been recorded yet.',
    );
    expect(findAll(element, 'c-cs-health-trend-chart')).toHaveLength(0);
    expect(findAll(element, 'c-cs-health-trend-editor')).toHaveLength(1);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('shows why the scores could not be loaded', async () => {
    const element = await renderIt();
    graphqlWire.emit({ errors: [{ message: 'The network is down' }] }, forQuery('accountStory'));
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'The network is down' }]);
    expect(findAll(element, '.card-stencil')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('tells who may not read them whom to ask, and offers nothing that would fail', async () => {
    const element = await renderIt();
    const message = "Validation error of type FieldUndefined: Field 'CS_Health_Score__c' is undefined";
    graphqlWire.emit({ data: {}, errors: [{ message }] }, forQuery('accountStory'));
    await settle();
    expect(find(element, '[data-id="no-access"]').textContent).toContain('permission set');
    expect(findAll(element, 'c-cs-error-panel')).toHaveLength(0);
    expect(findAll(element, 'c-cs-health-trend-editor')).toHaveLength(0);
  });

  test('shows the chosen period, and says so where it holds no score', async () => {
    const element = await renderWith(NODES);
    await choose(element, 'range', '90');
    expect(shownIds(element)).toEqual(['2']);
    await answerStory(storyData(pageOf([scoreNode('1', '2025-01-01', 60)])));
    expect(find(element, '[data-id="none-shown"]').textContent).toContain('No health score was recorded');
  });

  test('shows a point for each month where that is chosen, or the admin wants it so', async () => {
    const nodes = [scoreNode('b', '2026-11-20', 40), scoreNode('a', '2026-11-06', 50)];
    const element = await renderWith(nodes);
    expect(shownIds(element)).toHaveLength(2);
    await choose(element, 'grouping', 'month');
    expect(find(element, 'c-cs-health-trend-chart').points).toMatchObject([{ score: 45, count: 2 }]);

    const monthly = await renderWith(nodes, { grouping: 'month' });
    expect(find(monthly, '[data-id="grouping"]').value).toBe('month');
  });

  test('marks what happened in the period', async () => {
    const run = {
      Id: 'r1',
      Name: { value: 'Rescue' },
      CS_Playbook_Version__c: { value: 1 },
      CS_Status__c: { value: 'Active' },
    };
    const runs = [
      { ...run, CS_Started_On__c: { value: '2026-11-02' } },
      { ...run, Id: 'r2', CS_Started_On__c: { value: '2024-11-02' } },
    ];
    const element = await renderIt();
    await answerStory(storyData(pageOf(NODES), { runs: pageOf(runs) }));
    const events = [{ id: 'r1', day: '2026-11-02', kind: 'playbook', text: 'Playbook started: Rescue' }];
    expect(find(element, 'c-cs-health-trend-chart').events).toEqual(events);
  });

  test('shows the same as a table', async () => {
    const element = await renderWith(NODES);
    find(element, '[data-id="view"]').click();
    await settle();
    expect(findAll(element, 'c-cs-health-trend-chart')).toHaveLength(0);
    expect(find(element, 'c-cs-health-trend-table').points).toHaveLength(2);
    expect(find(element, '[data-id="view"]').title).toBe('Show as chart');
  });

  test('loads older scores on demand only, by cursor, and has each once', async () => {
    const older = (page: object) => ({ uiapi: { query: { CS_Health_Score__c: page } } });
    const element = await renderIt({ rangeDays: 0 });
    await answerStory(storyData(pageOf([scoreNode('2', '2026-11-20', 41)], 'story-cursor', 3)));
    expect(graphqlWire.getLastConfig().variables).toBeUndefined();

    find(element, '[data-id="more"]').click();
    await settle();
    const before = '2026-11-20';
    expect(graphqlWire.getLastConfig().variables).toEqual({ accountId: ACCOUNT_ID, before, after: null });
    const first = pageOf([scoreNode('2', before, 41), scoreNode('1', '2021-11-20', 60)], 'c1');
    graphqlWire.emit({ data: older(first) }, forQuery('olderHealthScores'));
    await settle();
    expect(shownIds(element)).toEqual(['1', '2']);

    find(element, '[data-id="more"]').click();
    await settle();
    expect(graphqlWire.getLastConfig().variables).toEqual({ accountId: ACCOUNT_ID, before, after: 'c1' });
    graphqlWire.emit(
      { data: older(pageOf([scoreNode('0', '2020-11-20', 60)])) },
      forQuery('olderHealthScores'),
    );
    await settle();
    expect(shownIds(element)).toEqual(['0', '1', '2']);
    expect(findAll(element, '[data-id="more"]')).toHaveLength(0);
  });

  test('reads the story again when the account was scored anew', async () => {
    await renderWith(NODES);
    await answerAccount(explanation('Declining'));
    expect(refresh).not.toHaveBeenCalled();
    await answerAccount(explanation('Steady'));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test.each(['recorded', 'outdated'])('reads the story again when its editor says %s', async (name) => {
    const element = await renderWith(NODES);
    find(element, 'c-cs-health-trend-editor').dispatchEvent(new CustomEvent(name));
    await settle();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('tells its editor what was set by hand today already, and nothing of other days', async () => {
    const element = await renderWith(NODES);
    expect(find(element, 'c-cs-health-trend-editor').standing).toBeUndefined();
    await answerStory(storyData(pageOf([scoreNode('3', '2026-11-22', 70, 'Manual', 'Back'), ...NODES])));
    expect(find(element, 'c-cs-health-trend-editor').standing).toMatchObject({
      id: '3',
      score: 70,
      by: 'Dana Reyes',
    });
  });
});
