import CsExecutiveTile from 'c/csExecutiveTile';
import { find, findAll, render } from 'test/render';

const TILE = {
  key: 'arrAtRisk',
  label: 'ARR at risk',
  value: '$1,700,000',
  details: ['5 accounts'],
  change: { direction: 'up', tone: 'worse', text: 'Up $100K since Aug 23, 2026: worse' },
  noChange: '',
  points: [
    { day: '2026-08-23', value: 1_600_000 },
    { day: '2026-11-22', value: 1_700_000 },
  ],
  trend: 'ARR at risk: from $1,600,000 to $1,700,000.',
  canOpen: true,
};

const renderIt = (given: object = {}) =>
  render('c-cs-executive-tile', CsExecutiveTile, { tile: { ...TILE, ...given } });

describe('c-cs-executive-tile', () => {
  test('shows the number, how it moved in words and by icon, and its trend', async () => {
    const element = await renderIt();
    expect(find(element, '[data-id="value"]').textContent).toBe('$1,700,000');
    expect(find(element, '[data-id="change"]').textContent).toContain('Up $100K since Aug 23, 2026: worse');
    expect(find(element, 'lightning-icon')).toMatchObject({ iconName: 'utility:arrowup', variant: 'error' });
    expect(find(element, 'c-cs-executive-trend').points).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  test('opens its accounts', async () => {
    const element = await renderIt();
    const opened = jest.fn();
    element.addEventListener('open', (event) => opened((event as CustomEvent).detail));
    find(element, 'button').click();
    expect(opened).toHaveBeenCalledWith({ measure: 'arrAtRisk' });
  });

  test('says that its accounts are shown', async () => {
    const element = await render('c-cs-executive-tile', CsExecutiveTile, { tile: TILE, isOpen: true });
    expect(find(element, 'button').getAttribute('aria-expanded')).toBe('true');
  });

  test('without accounts or a past is a number and why', async () => {
    const element = await renderIt({ canOpen: false, change: null, noChange: 'Nothing earlier', points: [] });
    expect(findAll(element, 'button')).toHaveLength(0);
    expect(findAll(element, 'c-cs-executive-trend')).toHaveLength(0);
    expect(find(element, '[data-id="change"]').textContent).toBe('Nothing earlier');
    await expect(element).toBeAccessible();
  });
});
