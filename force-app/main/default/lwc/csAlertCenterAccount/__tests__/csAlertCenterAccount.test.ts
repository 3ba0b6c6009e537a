import CsAlertCenterAccount from 'c/csAlertCenterAccount';
import type { Alert } from 'c/csAlertRecord';
import { NOW, alertNode } from 'test/alerts';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { storyOf } from 'test/story';
import { forQuery, graphqlWire } from 'test/wires';

const refresh = jest.fn(() => Promise.resolve());
const LATER = '2026-11-24T13:00:00.000Z';

async function answer(alerts: Partial<Alert>[] | undefined): Promise<void> {
  const story = storyOf({}).data as { uiapi: { query: Record<string, unknown> } };
  if (alerts) {
    story.uiapi.query.alerts = {
      edges: alerts.map((alert) => ({ node: alertNode(alert) })),
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: alerts.length,
    };
  }
  graphqlWire.emit({ data: story, refresh }, forQuery('accountStory'));
  await settle();
}

async function renderWith(alerts: Partial<Alert>[] | undefined, properties: object = {}): Promise<Rendered> {
  const element = await render('c-cs-alert-center-account', CsAlertCenterAccount, {
    recordId: 'acc1',
    ...properties,
  });
  await answer(alerts);
  return element;
}

const listed = (element: Rendered) =>
  (find(element, 'c-cs-alert-center-list').alerts as Alert[]).map(({ id }) => id);

async function click(element: Rendered, id: string): Promise<void> {
  find(element, `[data-id="${id}"]`).click();
  await settle();
}

describe('c-cs-alert-center-account', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  test('shows the open alerts of the account, whoever they are for, and how many', async () => {
    const element = await renderWith([{ id: 'a' }, { id: 'b', recipientId: 'else' }]);
    expect(listed(element)).toEqual(['a', 'b']);
    expect(find(element, 'c-cs-alert-center-list').compact).toBe(true);
    expect(find(element, '[data-id="badge"]').title).toBe('2 open alerts');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('shows the rest when asked', async () => {
    const element = await renderWith([{ id: 'a' }, { id: 'b' }, { id: 'c' }], { alertsShown: 1 });
    expect(listed(element)).toEqual(['a']);
    expect(find(element, '[data-id="more"]').label).toBe('Show 2 more');
    await click(element, 'more');
    expect(listed(element)).toEqual(['a', 'b', 'c']);
  });

  test('shows what is snoozed when asked, and goes back', async () => {
    const element = await renderWith([{ id: 'a' }, { id: 'b', snoozedUntil: LATER }]);
    expect(listed(element)).toEqual(['a']);
    expect(find(element, '[data-id="snoozed"]').label).toBe('Show 1 snoozed');
    await click(element, 'snoozed');
    expect(listed(element)).toEqual(['b']);
    expect(find(element, 'c-cs-alert-center-list').view).toBe('snoozed');
    await click(element, 'snoozed');
    expect(listed(element)).toEqual(['a']);
  });

  test('says that nothing needs anybody', async () => {
    const element = await renderWith([]);
    expect(find(element, '[data-id="empty"]').textContent).toBe('Nothing needs you here.');
    expect(findAll(element, '[data-id="badge"], [data-id="more"], [data-id="snoozed"]')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('reads the story again once something was done', async () => {
    const element = await renderWith([{ id: 'a' }]);
    find(element, 'c-cs-alert-center-list').dispatchEvent(new CustomEvent('changed'));
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-alert-center-account', CsAlertCenterAccount, { recordId: 'acc1' });
    expect(findAll(element, '.card-stencil lightning-spinner')).toHaveLength(1);
  });

  test('shows the reason where they could not be loaded', async () => {
    const element = await render('c-cs-alert-center-account', CsAlertCenterAccount, { recordId: 'acc1' });
    graphqlWire.emit({ errors: [{ message: 'Server too busy.' }] }, forQuery('accountStory'));
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('The alerts could not be loaded');
  });

  test('tells a user who may not read alerts whom to ask', async () => {
    const element = await renderWith(undefined);
    expect(textOf(element)).toContain('Ask an admin for the permission set Customer Success User.');
    expect(findAll(element, 'c-cs-alert-center-list')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
