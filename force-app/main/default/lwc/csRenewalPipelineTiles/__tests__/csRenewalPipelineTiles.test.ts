import CsRenewalPipelineTiles from 'c/csRenewalPipelineTiles';
import { findAll, render } from 'test/render';

const TILES = [
  { key: 'next', label: 'Next 90 days', arr: '$3M', detail: '4 accounts', needsAttention: false },
  { key: 'overdue', label: 'Overdue', arr: '$40K', detail: '1 account', needsAttention: true },
];

const renderIt = () =>
  render('c-cs-renewal-pipeline-tiles', CsRenewalPipelineTiles, { tiles: TILES, selected: 'next' });

describe('c-cs-renewal-pipeline-tiles', () => {
  test('shows each period with its ARR, the one that is looked at as pressed', async () => {
    const element = await renderIt();
    const buttons = findAll(element, 'button');
    expect(buttons.map((button) => button.textContent)).toEqual([
      'Next 90 days$3M4 accounts',
      'Overdue$40K1 account',
    ]);
    expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual(['true', 'false']);
    await expect(element).toBeAccessible();
  });

  test('asks for the period that was pressed', async () => {
    const element = await renderIt();
    const change = jest.fn();
    element.addEventListener('periodchange', change);
    findAll(element, 'button')[1]?.click();
    expect(change.mock.calls[0][0].detail).toEqual({ period: 'overdue' });
  });
});
