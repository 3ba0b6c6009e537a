import CsTimelineFilters from 'c/csTimelineFilters';
import { find, findAll, render } from 'test/render';

const NO_FILTER = { kinds: [], person: '', text: '' };

async function renderWith(filter: object) {
  const element = await render('c-cs-timeline-filters', CsTimelineFilters, {
    kinds: [
      { kind: 'call', label: 'Calls', count: 4 },
      { kind: 'note', label: 'Notes', count: 2 },
    ],
    people: ['Dana Reyes'],
    filter,
  });
  const changed = jest.fn();
  element.addEventListener('filterchange', (event) => changed((event as CustomEvent).detail));
  return { element, changed };
}

describe('c-cs-timeline-filters', () => {
  test('offers the kinds that occur, with how often, and everybody who occurs', async () => {
    const { element } = await renderWith(NO_FILTER);
    expect(findAll(element, 'button').map(({ textContent }) => textContent)).toEqual(['Calls 4', 'Notes 2']);
    expect(find(element, '[data-id="person"]').options).toEqual([
      { label: 'Everybody', value: '' },
      { label: 'Dana Reyes', value: 'Dana Reyes' },
    ]);
    expect(findAll(element, '[data-id="clear"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('takes a kind in and out', async () => {
    const { element, changed } = await renderWith({ ...NO_FILTER, kinds: ['note'] });
    expect(find(element, '[data-kind="note"]').getAttribute('aria-pressed')).toBe('true');
    find(element, '[data-kind="call"]').click();
    find(element, '[data-kind="note"]').click();
    expect(changed.mock.calls).toEqual([
      [{ ...NO_FILTER, kinds: ['note', 'call'] }],
      [{ ...NO_FILTER, kinds: [] }],
    ]);
  });

  test('tells the person and the words', async () => {
    const { element, changed } = await renderWith(NO_FILTER);
    find(element, '[data-id="person"]').dispatchEvent(
      new CustomEvent('change', { detail: { value: 'Dana Reyes' } }),
    );
    find(element, '[data-id="text"]').dispatchEvent(new CustomEvent('change', { detail: { value: 'sync' } }));
    expect(changed.mock.calls).toEqual([
      [{ ...NO_FILTER, person: 'Dana Reyes' }],
      [{ ...NO_FILTER, text: 'sync' }],
    ]);
  });

  test('clears all of it', async () => {
    const { element, changed } = await renderWith({ kinds: ['note'], person: 'Dana Reyes', text: 'sync' });
    find(element, '[data-id="clear"]').click();
    expect(changed).toHaveBeenCalledWith(NO_FILTER);
  });
});
