import CsAlertCenterFilters from 'c/csAlertCenterFilters';
import { find, render } from 'test/render';
import type { Rendered } from 'test/render';

async function renderWith() {
  const criteria = { type: '', severity: 'High', search: '', grouping: 'day' };
  const element = await render('c-cs-alert-center-filters', CsAlertCenterFilters, { criteria });
  const change = jest.fn();
  element.addEventListener('criteriachange', (event) => change((event as CustomEvent).detail));
  return { element, change };
}

function choose(element: Rendered, id: string, value: string): void {
  find(element, `[data-id="${id}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

describe('c-cs-alert-center-filters', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  test('shows what is chosen', async () => {
    const { element } = await renderWith();
    expect(find(element, '[data-id="severity"]').value).toBe('High');
    expect(find(element, '[data-id="grouping"]').value).toBe('day');
    expect(find(element, '[data-id="type"]').options).toHaveLength(11);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('tells which criterion changed', async () => {
    const { element, change } = await renderWith();
    choose(element, 'type', 'Detractor');
    choose(element, 'severity', '');
    choose(element, 'grouping', 'severity');
    expect(change.mock.calls).toEqual([
      [{ type: 'Detractor' }],
      [{ severity: '' }],
      [{ grouping: 'severity' }],
    ]);
  });

  test('searches once typing pauses', async () => {
    const { element, change } = await renderWith();
    choose(element, 'search', 'A');
    choose(element, 'search', 'Acme');
    expect(change).not.toHaveBeenCalled();
    jest.runAllTimers();
    expect(change.mock.calls).toEqual([[{ search: 'Acme' }]]);
  });

  test('a search that has not begun is forgotten with the page', async () => {
    const { element, change } = await renderWith();
    choose(element, 'search', 'A');
    element.remove();
    jest.runAllTimers();
    expect(change).not.toHaveBeenCalled();
  });
});
