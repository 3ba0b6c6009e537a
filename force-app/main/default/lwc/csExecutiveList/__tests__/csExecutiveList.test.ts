import CsExecutiveList from 'c/csExecutiveList';
import type { ListView } from 'c/csExecutiveList';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

const VIEW: ListView = {
  heading: 'Total ARR: All customers',
  what: 'accounts',
  summary: '1 account.',
  comparison: 'The same as the total of Nov 22, 2026.',
  canCountAgain: false,
  isLoading: false,
  loadError: undefined,
  emptyText: '',
  columns: [{ label: 'ARR', className: '' }],
  rows: [{ id: '001A', name: 'Acme', texts: ['$100'] }],
};
const renderIt = (given: Partial<ListView> = {}): Promise<Rendered> =>
  render('c-cs-executive-list', CsExecutiveList, { view: { ...VIEW, ...given }, focusKey: 'arr' });

describe('c-cs-executive-list', () => {
  test('shows each account with a text for each column', async () => {
    const element = await renderIt();
    expect(find(element, 'tbody td').textContent).toBe('$100');
    expect(find(element, 'tbody td').dataset).toMatchObject({ label: 'ARR' });
    expect(find(element, 'c-cs-record-link')).toMatchObject({ recordId: '001A', label: 'Acme' });
    await expect(element).toBeAccessible();
  });

  test('takes the focus when it opens and when another number is opened, not when it loads', async () => {
    const element = await renderIt();
    const heading = find(element, '[data-id="heading"]');
    const focused = jest.spyOn(heading, 'focus');
    element.view = { ...VIEW, summary: '2 accounts.' };
    await settle();
    expect(focused).not.toHaveBeenCalled();
    element.focusKey = 'grr';
    await settle();
    expect(focused).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['close', {}, '[data-id="close"]', 'close'],
    ['more', { canLoadMore: true }, '[data-id="more"]', 'more'],
    ['keptday', { notKeptText: 'None.', keptDayLabel: 'Go' }, '[data-id="kept-day"]', 'keptday'],
  ])('passes on that %s is wanted', async (_what, given, selector, event) => {
    const element = await renderIt(given);
    const told = jest.fn();
    element.addEventListener(event, told);
    find(element, selector).click();
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('says what it loads, and why it could not', async () => {
    const loading = await renderIt({ isLoading: true, rows: [], summary: '', comparison: '' });
    expect(find(loading, 'lightning-spinner').alternativeText).toBe('Loading the accounts');
    expect(findAll(loading, 'table')).toHaveLength(0);
    const failed = await renderIt({ loadError: [{ message: 'busy' }] });
    expect(find(failed, 'c-cs-error-panel').heading).toBe('The accounts could not be loaded');
  });
});
