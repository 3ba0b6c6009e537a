import CsTouchpointViews from 'c/csTouchpointViews';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';

const FILTERS = { all: {}, overdue: {}, week: {}, month: {}, unplanned: {} };
const counted = (value: number) => ({ edges: [{ node: { aggregate: { Id: { count: { value } } } } }] });

async function renderWith(counts: Record<string, number>): Promise<Rendered> {
  const element = await render('c-cs-touchpoint-views', CsTouchpointViews, {
    filters: FILTERS,
    view: 'overdue',
  });
  const aggregate = Object.fromEntries(Object.entries(counts).map(([view, n]) => [view, counted(n)]));
  graphqlWire.emit({ data: { uiapi: { aggregate } } });
  await settle();
  return element;
}

describe('c-cs-touchpoint-views', () => {
  test('counts all views in one request', async () => {
    await renderWith({});
    expect(graphqlWire.getLastConfig().variables).toEqual(FILTERS);
  });

  test('shows each view with its count, and which one is shown', async () => {
    const element = await renderWith({ all: 1200, overdue: 3, week: 0, month: 7, unplanned: 2 });
    expect(findAll(element, 'button').map((button) => button.textContent)).toEqual([
      '1,200All',
      '3Overdue',
      '0Next 7 days',
      '7Next 30 days',
      '2No plan',
    ]);
    expect(find(element, '[aria-pressed="true"]').dataset.view).toBe('overdue');
    await expect(element).toBeAccessible();
  });

  test('tells which view was clicked', async () => {
    const element = await renderWith({});
    const handler = jest.fn();
    element.addEventListener('viewchange', handler);
    find(element, '[data-view="week"]').click();
    expect(handler.mock.calls[0][0].detail).toEqual({ view: 'week' });
  });

  test('can be clicked although the accounts could not be counted, and says so', async () => {
    const element = await render('c-cs-touchpoint-views', CsTouchpointViews, { filters: FILTERS });
    graphqlWire.emit({ data: {}, errors: [{ message: 'The request failed with status 503.' }] });
    await settle();
    expect(textOf(find(element, '[data-view="all"]'))).toBe('–All');
    expect(find(element, 'c-cs-error-panel').heading).toBe('The accounts could not be counted');
  });
});
