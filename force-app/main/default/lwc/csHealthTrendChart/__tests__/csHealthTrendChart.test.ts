import CsHealthTrendChart from 'c/csHealthTrendChart';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

const POINTS = [
  { id: '1', day: '2026-11-01', score: 60, source: 'Calculated', comment: '' },
  { id: '2', day: '2026-11-11', score: 45, source: 'Manual', comment: 'The champion left' },
  { id: '3', day: '2026-11-21', score: 52, source: 'Calculated', comment: '' },
];

const renderIt = (points: unknown[] = POINTS) =>
  render('c-cs-health-trend-chart', CsHealthTrendChart, { points, description: 'Three scores.' });

const readout = (chart: Rendered) => find(chart, '[data-id="readout"]').textContent;

async function press(chart: Rendered, key: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, cancelable: true });
  find(chart, '[role="slider"]').dispatchEvent(event);
  await settle();
  return event;
}

describe('c-cs-health-trend-chart', () => {
  test('draws every score, names the whole and reads out the latest', async () => {
    const chart = await renderIt();
    expect(findAll(chart, '.marker')).toHaveLength(3);
    expect(findAll(chart, '.marker.manual')).toHaveLength(1);
    expect(find(chart, '[role="slider"]').getAttribute('aria-label')).toBe('Three scores.');
    expect(readout(chart)).toBe('Nov 21, 2026: 52, calculated');
    await expect(chart).toBeAccessible();
  });

  test('goes from score to score by keyboard and stops at the ends', async () => {
    const chart = await renderIt();
    await press(chart, 'ArrowLeft');
    expect(readout(chart)).toBe('Nov 11, 2026: 45, set by hand – The champion left');
    expect(find(chart, '[role="slider"]').getAttribute('aria-valuetext')).toBe(readout(chart));
    await press(chart, 'Home');
    await press(chart, 'ArrowLeft');
    expect(readout(chart)).toContain('Nov 1, 2026');
    await press(chart, 'ArrowRight');
    expect(readout(chart)).toContain('Nov 11, 2026');
    await press(chart, 'End');
    await press(chart, 'ArrowRight');
    expect(readout(chart)).toContain('Nov 21, 2026');
  });

  test('leaves other keys to the page', async () => {
    const chart = await renderIt();
    expect((await press(chart, 'Tab')).defaultPrevented).toBe(false);
    expect((await press(chart, 'Home')).defaultPrevented).toBe(true);
  });

  test('reads out the score under the pointer, and the latest again when it leaves', async () => {
    const chart = await renderIt();
    const drawing = find(chart, 'svg');
    drawing.getBoundingClientRect = () => ({ left: 100, width: 640 }) as DOMRect;
    drawing.dispatchEvent(new MouseEvent('pointermove', { clientX: 110 }));
    await settle();
    expect(readout(chart)).toContain('Nov 1, 2026');
    drawing.dispatchEvent(new MouseEvent('pointerleave'));
    await settle();
    expect(readout(chart)).toContain('Nov 21, 2026');
  });

  test('stays at its score when the scores are read again, and goes to the latest when it is gone', async () => {
    const chart = await renderIt();
    await press(chart, 'Home');
    chart.points = [{ ...POINTS[0], id: '0', day: '2026-10-01' }, ...POINTS];
    await settle();
    expect(readout(chart)).toContain('Nov 1, 2026');
    chart.points = POINTS.slice(1);
    await settle();
    expect(readout(chart)).toContain('Nov 21, 2026');
  });

  test.each([
    ['none', [], ''],
    ['one', POINTS.slice(0, 1), 'Nov 1, 2026: 60, calculated'],
  ])('with %s it says nothing false', async (_, points, expected) => {
    const chart = await renderIt(points);
    expect(readout(chart)).toBe(expected);
    await expect(chart).toBeAccessible();
  });
});
