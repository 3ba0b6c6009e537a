import CsExecutiveFilters from 'c/csExecutiveFilters';
import { find, findAll, render } from 'test/render';

const options = (...values: string[]) => values.map((value) => ({ label: value, value }));
const renderIt = (scope: string) =>
  render('c-cs-executive-filters', CsExecutiveFilters, {
    scopes: options('All', 'Tier'),
    scope,
    values: options('Enterprise', 'Growth'),
    value: 'Growth',
    days: options('2026-11-22'),
    day: '2026-11-22',
  });

describe('c-cs-executive-filters', () => {
  test('asks for a segment only where a kind of segment is chosen', async () => {
    expect(findAll(await renderIt('All'), '[data-id="value"]')).toHaveLength(0);
    const element = await renderIt('Tier');
    expect(find(element, '[data-id="value"]')).toMatchObject({ label: 'Tier', value: 'Growth' });
    await expect(element).toBeAccessible();
  });

  test.each([
    ['scope', 'scopechange', { scope: 'X' }],
    ['value', 'segmentchange', { value: 'X' }],
    ['day', 'daychange', { day: 'X' }],
  ])('tells of another %s', async (field, type, detail) => {
    const element = await renderIt('Tier');
    const told = jest.fn();
    element.addEventListener(type, (event) => told((event as CustomEvent).detail));
    find(element, `[data-id="${field}"]`).dispatchEvent(
      new CustomEvent('change', { detail: { value: 'X' } }),
    );
    expect(told).toHaveBeenCalledWith(detail);
  });
});
