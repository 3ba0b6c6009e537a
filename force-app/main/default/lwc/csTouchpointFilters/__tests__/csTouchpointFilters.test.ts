import CsTouchpointFilters from 'c/csTouchpointFilters';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

const CRITERIA = { csm: 'mine', tier: '', riskBand: '', status: 'customers', signal: '', search: '' };
const TIERS = [{ label: 'Scale', value: 'Scale' }];

const renderIt = (properties = {}) =>
  render('c-cs-touchpoint-filters', CsTouchpointFilters, { criteria: CRITERIA, tiers: TIERS, ...properties });

function listen(element: Rendered): jest.Mock {
  const handler = jest.fn();
  element.addEventListener('criteriachange', (event) => handler((event as CustomEvent).detail));
  return handler;
}

async function choose(element: Rendered, id: string, detail: object): Promise<void> {
  find(element, `[data-id="${id}"]`).dispatchEvent(new CustomEvent('change', { detail }));
  await settle();
}

describe('c-cs-touchpoint-filters', () => {
  test('offers the values of the org and one for all', async () => {
    const element = await renderIt();
    expect(find(element, '[data-id="tier"]').options).toEqual([{ label: 'All tiers', value: '' }, ...TIERS]);
    await expect(element).toBeAccessible();
  });

  test.each([
    ['tier', 'tier', 'Scale'],
    ['band', 'riskBand', 'At Risk'],
    ['status', 'status', ''],
    ['signal', 'signal', 'npsBelow7'],
    ['csm', 'csm', 'everyone'],
  ])('a choice of %s is told as %s', async (id, name, value) => {
    const element = await renderIt();
    const changed = listen(element);
    await choose(element, id, { value });
    expect(changed).toHaveBeenCalledWith({ [name]: value });
  });

  test('someone else is looked up, and told once picked', async () => {
    const element = await renderIt();
    const changed = listen(element);
    await choose(element, 'csm', { value: 'someone' });
    expect(changed).not.toHaveBeenCalled();
    await choose(element, 'person', { recordId: null });
    expect(changed).not.toHaveBeenCalled();
    await choose(element, 'person', { recordId: '005000000000002AAA' });
    expect(changed).toHaveBeenCalledWith({ csm: '005000000000002AAA' });
  });

  test('shows whose accounts are shown', async () => {
    const element = await renderIt({ criteria: { ...CRITERIA, csm: '005000000000002AAA' } });
    expect(find(element, '[data-id="csm"]').value).toBe('someone');
    expect(find(element, '[data-id="person"]').value).toBe('005000000000002AAA');
    expect(findAll(await renderIt(), '[data-id="person"]')).toHaveLength(0);
  });

  test('waits for a pause in typing before it searches', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    const element = await renderIt();
    const changed = listen(element);
    await choose(element, 'search', { value: 'n' });
    await choose(element, 'search', { value: 'nor' });
    jest.advanceTimersByTime(299);
    expect(changed).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(changed.mock.calls).toEqual([[{ search: 'nor' }]]);
    jest.useRealTimers();
  });
});
