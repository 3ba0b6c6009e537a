import CsRenewalPipelineChart from 'c/csRenewalPipelineChart';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { ROWS } from './rows';

const BANDS = [
  { band: 'At Risk', label: 'At Risk' },
  { band: 'none', label: 'Not scored' },
];

async function renderIt(): Promise<{ element: Rendered; choose: jest.Mock }> {
  const element = await render('c-cs-renewal-pipeline-chart', CsRenewalPipelineChart, {
    rows: ROWS,
    bands: BANDS,
    choice: { period: '2027-01', band: '' },
  });
  const choose = jest.fn();
  element.addEventListener('choose', choose);
  return { element, choose };
}

async function press(element: Rendered, key: string): Promise<void> {
  find(element, '[tabindex="0"]').dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
  await settle();
}

describe('c-cs-renewal-pipeline-chart', () => {
  test('tells every bar and every part in words', async () => {
    const { element } = await renderIt();
    const labels = findAll(element, '[aria-pressed]').map((button) => button.getAttribute('aria-label'));
    expect(labels).toEqual([
      'Dec 2026: all',
      'Dec 2026, At Risk',
      'Dec 2026, Healthy',
      'Jan 2027: none',
      'Feb 2027: little',
      'Feb 2027, Not scored',
    ]);
    await expect(element).toBeAccessible();
  });

  test('a click on a month or on a part chooses it', async () => {
    const { element, choose } = await renderIt();
    find(element, 'button[data-period="2027-02"]').click();
    find(element, 'rect[data-band="Healthy"]').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(choose.mock.calls.map(([{ detail }]) => detail)).toEqual([
      { period: '2027-02', band: '' },
      { period: '2026-12', band: 'Healthy' },
    ]);
  });

  test('the arrow keys walk through months and parts, Enter chooses', async () => {
    const { element, choose } = await renderIt();
    await press(element, 'ArrowDown');
    await press(element, 'ArrowDown');
    await press(element, 'ArrowRight');
    await press(element, 'Enter');
    expect(choose.mock.calls[0][0].detail).toEqual({ period: '2027-02', band: 'none' });
  });

  test('what is pointed at is told below, until the pointer leaves', async () => {
    const { element } = await renderIt();
    find(element, 'rect[data-band="At Risk"]').dispatchEvent(new CustomEvent('pointerenter'));
    await settle();
    expect(find(element, '[data-id="readout"]').textContent).toBe('Dec 2026, At Risk');
    find(element, 'ul[data-id="bars"]').dispatchEvent(new CustomEvent('pointerleave'));
    await settle();
    expect(find(element, '[data-id="readout"]').textContent).toContain('Choose a month');
  });
});
