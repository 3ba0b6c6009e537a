import CsAlertCenter from 'c/csAlertCenter';
import type { Alert } from 'c/csAlertRecord';
import { alertNode } from 'test/alerts';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';

interface Shown {
  alerts?: Partial<Alert>[];
  total?: number;
  open?: number;
  unread?: number;
  snoozed?: number;
  mine?: number;
  team?: number;
  next?: string | null;
}

function answerOf({
  alerts = [],
  total,
  open = 0,
  unread = 0,
  snoozed = 0,
  mine = 0,
  team = 0,
  next = null,
}: Shown) {
  const counted = (totalCount: number) => ({ totalCount });
  const page = {
    edges: alerts.map((alert) => ({ node: alertNode(alert) })),
    pageInfo: { hasNextPage: next !== null, endCursor: next },
    totalCount: total ?? alerts.length,
  };
  const counts = {
    open: counted(open),
    unread: counted(unread),
    snoozed: counted(snoozed),
    mine: counted(mine),
  };
  return { data: { uiapi: { query: { alerts: page, ...counts, team: counted(team) } } } };
}

async function answer(shown: Shown): Promise<void> {
  graphqlWire.emit(answerOf(shown), forQuery('alertCenter'));
  await settle();
}

async function renderWith(shown: Shown = {}, properties: object = {}): Promise<Rendered> {
  const element = await render('c-cs-alert-center', CsAlertCenter, { ...properties });
  await answer(shown);
  return element;
}

const asked = (): Record<string, unknown> => graphqlWire.getLastConfig().variables as Record<string, unknown>;
const listed = (element: Rendered) =>
  (find(element, 'c-cs-alert-center-list').alerts as Alert[]).map(({ id }) => id);

async function fire(element: Rendered, selector: string, type: string, detail: object = {}): Promise<void> {
  find(element, selector).dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

describe('c-cs-alert-center', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: new Date('2026-11-22T15:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] }),
  );
  afterEach(() => jest.useRealTimers());

  test('shows what is open for the user, with the number of what she has not read', async () => {
    const element = await renderWith({ alerts: [{ id: 'a' }, { id: 'b' }], total: 40, open: 40, mine: 3 });
    expect(listed(element)).toEqual(['a', 'b']);
    expect(find(element, '[data-id="badge"]').textContent).toBe('33 unread alerts');
    expect(find(element, '[data-id="shown"]').textContent).toBe('2 of 40 alerts shown');
    expect(find(element, 'c-cs-alert-center-states').counts).toEqual({ open: 40, unread: 0, snoozed: 0 });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('counts up to 99, and shows no badge once all is read', async () => {
    const element = await renderWith({ mine: 1_200 });
    expect(find(element, '[data-id="badge"] [aria-hidden]').textContent).toBe('99+');
    expect(find(element, '[data-id="badge"]').title).toBe('1,200 unread alerts');
    await answer({ mine: 0 });
    expect(findAll(element, '[data-id="badge"]')).toHaveLength(0);
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-alert-center', CsAlertCenter);
    expect(findAll(element, '.list-stencil lightning-spinner')).toHaveLength(1);
    expect(findAll(element, '[data-id="reload"]')).toHaveLength(0);
  });

  test('says what would appear while nothing does, in each state', async () => {
    const element = await renderWith();
    expect(find(element, '[data-id="empty"]').textContent).toContain('Nothing needs you');
    expect(find(element, '[data-id="shown"]').textContent).toBe('');
    await fire(element, 'c-cs-alert-center-states', 'viewchange', { view: 'snoozed' });
    expect(findAll(element, '[data-id="empty"]')).toHaveLength(0);
    await answer({});
    expect(find(element, '[data-id="empty"]').textContent).toContain('Nothing is snoozed');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('says what to do where nothing matches', async () => {
    const element = await renderWith({}, { filtersOpen: true });
    await fire(element, 'c-cs-alert-center-filters', 'criteriachange', { type: 'Renewal' });
    await answer({});
    expect(find(element, '[data-id="empty"]').textContent).toContain('No alert matches');
  });

  test('shows the reason where they could not be loaded, and what was there before', async () => {
    const element = await renderWith({ alerts: [{ id: 'a' }] });
    graphqlWire.emit({ errors: [{ message: 'Server too busy.' }] }, forQuery('alertCenter'));
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('The alerts could not be loaded');
    expect(listed(element)).toEqual(['a']);
  });

  test('tells a user without access whom to ask', async () => {
    const element = await render('c-cs-alert-center', CsAlertCenter);
    const errors = [{ message: "Validation error of type FieldUndefined: Field 'CS_Alert__c' is undefined" }];
    graphqlWire.emit({ data: {}, errors }, forQuery('alertCenter'));
    await settle();
    expect(textOf(element)).toContain('Ask an admin for the permission set Customer Success User.');
    expect(findAll(element, 'c-cs-error-panel')).toHaveLength(0);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('asks the org for another state, scope, type or account, from the first page on', async () => {
    const element = await renderWith({ alerts: [{ id: 'a' }], total: 2, next: 'c1' }, { filtersOpen: true });
    const list = find(element, 'c-cs-alert-center-list') as unknown as { startOver(): void };
    const startOver = jest.spyOn(list, 'startOver');
    await fire(element, '[data-id="more"]', 'click');
    expect(asked().after).toBe('c1');
    await fire(element, 'c-cs-alert-center-states', 'viewchange', { view: 'resolved' });
    expect(asked()).toMatchObject({ after: null, where: { and: [{ CS_Resolved_On__c: { ne: null } }, {}] } });
    await fire(element, '[data-id="scope"]', 'change', { value: 'everyone' });
    await fire(element, 'c-cs-alert-center-filters', 'criteriachange', { search: 'Acme' });
    expect(JSON.stringify(asked().where)).toContain('%Acme%');
    expect(startOver).toHaveBeenCalledTimes(3);
  });

  test('reads on where the page ended', async () => {
    const element = await renderWith({ alerts: [{ id: 'a' }], total: 2, next: 'c1' }, { pageSize: 1 });
    await fire(element, '[data-id="more"]', 'click');
    await answer({ alerts: [{ id: 'b' }], total: 2 });
    expect(listed(element)).toEqual(['a', 'b']);
    expect(findAll(element, '[data-id="more"]')).toHaveLength(0);
    await fire(element, 'c-cs-alert-center-list', 'changed');
    expect(asked()).toMatchObject({ first: 2, after: null });
    await answer({ alerts: [{ id: 'b' }] });
    expect(listed(element)).toEqual(['b']);
  });

  test('a team is offered to those who have one, and its filters to everybody who opens them', async () => {
    const element = await renderWith({ team: 1 });
    const labels = (find(element, '[data-id="scope"]').options as { value: string }[]).map(
      ({ value }) => value,
    );
    expect(labels).toEqual(['mine', 'team', 'everyone']);
    await answer({ team: 0 });
    expect(findAll(element, '[data-id="scope"]')).toHaveLength(0);
    await fire(element, '[data-id="filters"]', 'click');
    expect(findAll(element, '[data-id="scope"], c-cs-alert-center-filters')).toHaveLength(2);
    await fire(element, '[data-id="filters"]', 'click');
    expect(findAll(element, 'c-cs-alert-center-filters')).toHaveLength(0);
  });

  test('looks every minute whether there is anything new, which brings back what was snoozed until then', async () => {
    await renderWith();
    expect(JSON.stringify(asked().open)).toContain('2026-11-22T15:00:00.000Z');
    jest.advanceTimersByTime(60_000);
    await settle();
    expect(JSON.stringify(asked().open)).toContain('2026-11-22T15:01:00.000Z');
  });

  test('a page that nobody looks at does not ask', async () => {
    await renderWith();
    const visibility = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    jest.advanceTimersByTime(120_000);
    await settle();
    expect(JSON.stringify(asked().open)).toContain('2026-11-22T15:00:00.000Z');
    visibility.mockRestore();
  });

  test('nor does one that is closed', async () => {
    const element = await renderWith();
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
  });

  test('marks all as read, or says that it is those shown', async () => {
    const element = await renderWith({ alerts: [{ id: 'a' }] });
    const markAll = jest.spyOn(
      find(element, 'c-cs-alert-center-list') as unknown as { markAllRead(): Promise<void> },
      'markAllRead',
    );
    expect(find(element, '[data-id="mark-all"]').label).toBe('Mark all as read');
    await fire(element, '[data-id="mark-all"]', 'click');
    expect(markAll).toHaveBeenCalledTimes(1);
    await answer({ alerts: [{ id: 'a' }], total: 9, next: 'c1' });
    expect(find(element, '[data-id="mark-all"]').label).toBe('Mark those shown as read');
    await answer({ alerts: [{ id: 'a', readAt: '2026-11-22T14:00:00Z' }] });
    expect(findAll(element, '[data-id="mark-all"]')).toHaveLength(0);
  });

  test('a short list leads to all of them', async () => {
    const element = await renderWith({}, { linksToAll: true });
    expect(find(element, '[data-id="all"]').textContent).toBe('All alerts');
  });
});
