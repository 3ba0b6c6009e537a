import CsExecutiveSplit from 'c/csExecutiveSplit';
import { find, findAll, render, textOf } from 'test/render';

const PARTS = [
  { key: 'healthy', label: 'Healthy', count: 30, measure: 'healthy', tone: 'success' },
  { key: 'low', label: 'Below 40', count: 10, tone: 'brand' },
];

describe('c-cs-executive-split', () => {
  test('shows each part with its number, its share and a bar against the longest', async () => {
    const element = await render('c-cs-executive-split', CsExecutiveSplit, { label: 'Bands', parts: PARTS });
    expect(textOf(element)).toContain('75%');
    expect(findAll(element, 'rect').map((bar) => Math.round(Number(bar.getAttribute('width'))))).toEqual([
      100, 33,
    ]);
    await expect(element).toBeAccessible();
  });

  test('opens the parts behind which there are accounts', async () => {
    const element = await render('c-cs-executive-split', CsExecutiveSplit, { label: 'Bands', parts: PARTS });
    const opened = jest.fn();
    element.addEventListener('open', (event) => opened((event as CustomEvent).detail));
    expect(findAll(element, 'button')).toHaveLength(1);
    find(element, 'button').click();
    expect(opened).toHaveBeenCalledWith({ measure: 'healthy' });
  });

  test('of nothing has no shares', async () => {
    const parts = PARTS.map((part) => ({ ...part, count: 0 }));
    const element = await render('c-cs-executive-split', CsExecutiveSplit, { label: 'Bands', parts });
    expect(textOf(element)).not.toContain('%');
  });
});
