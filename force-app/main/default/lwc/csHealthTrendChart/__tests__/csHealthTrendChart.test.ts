import CsHealthTrendChart from 'c/csHealthTrendChart';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { eventOf, pointOf } from './points';

const POINTS = [
  pointOf('2026-11-01', 60, { id: '1' }),
  pointOf('2026-11-11', 45, { id: '2', source: 'Manual', comment: 'The champion left' }),
  pointOf('2026-11-21', 52, { id: '3' }),
];
const EVENTS = [eventOf('2026-11-05')];

const renderIt = (properties: Record<string, unknown> = {}) =>
  render('c-cs-health-trend-chart', CsHealthTrendChart, {
    points: POINTS,
    events: EVENTS,
    from: '2026-11-01',
    to: '2026-11-22',
    description: 'Three scores.',
    ...properties,
  });

const readout = (chart: Rendered) => find(chart, '[data-id="readout"]').textContent;

async function press(chart: Rendered, key: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, cancelable: true });
  find(chart, '[role="slider"]').dispatchEvent(event);
  await settle();
  return event;
}

describe('c-cs-health-trend-chart', () => {
  test('draws scores and events, names the whole and reads out the latest score', async () => {
    const chart = await renderIt();
    expect(findAll(chart, 'svg.drawing .mark')).toHaveLength(3);
    expect(findAll(chart, 'svg.drawing .mark.manual')).toHaveLength(1);
    expect(findAll(chart, 'svg.drawing .event.playbook')).toHaveLength(1);
    expect(find(chart, '[role="slider"]').getAttribute('aria-label')).toBe('Three scores.');
    expect(readout(chart)).toBe('Nov 21, 2026: 52, calculated');
    await expect(chart).toBeAccessible();
  });

  test('explains each shape that it draws, and none that it does not', async () => {
    const chart = await renderIt();
    const labels = () => findAll(chart, '[data-id="legend"]').map(({ textContent }) => textContent.trim());
    expect(labels()).toEqual(['calculated', 'set by hand', 'playbook started']);
    chart.points = [pointOf('2026-11-11', 45, { count: 2 })];
    chart.events = [];
    await settle();
    expect(labels()).toEqual(['calculated, mean']);
  });

  test('goes from score to score and to what happened between by keyboard, and stops at the ends', async () => {
    const chart = await renderIt();
    await press(chart, 'ArrowLeft');
    expect(readout(chart)).toBe('Nov 11, 2026: 45, set by hand – The champion left');
    expect(find(chart, '[role="slider"]').getAttribute('aria-valuetext')).toBe(readout(chart));
    await press(chart, 'ArrowLeft');
    expect(readout(chart)).toBe('Nov 5, 2026: Playbook started: Rescue');
    await press(chart, 'Home');
    await press(chart, 'ArrowLeft');
    expect(readout(chart)).toContain('Nov 1, 2026');
    await press(chart, 'ArrowRight');
    expect(readout(chart)).toContain('Nov 5, 2026');
    await press(chart, 'End');
    await press(chart, 'ArrowRight');
    expect(readout(chart)).toContain('Nov 21, 2026');
  });

  test('reads out the health that stood last, not what was calculated beside it', async () => {
    const beside = pointOf('2026-11-22', 70, { id: '4', isStanding: false });
    const chart = await renderIt({ points: [...POINTS, beside] });
    expect(readout(chart)).toContain('Nov 21, 2026: 52');
  });

  test('leaves other keys to the page', async () => {
    const chart = await renderIt();
    expect((await press(chart, 'Tab')).defaultPrevented).toBe(false);
    expect((await press(chart, 'Home')).defaultPrevented).toBe(true);
  });

  test('reads out what is under the pointer, and the latest score again when it leaves', async () => {
    const chart = await renderIt();
    const drawing = find(chart, 'svg.drawing');
    drawing.getBoundingClientRect = () => ({ left: 100, top: 0, width: 640, height: 250 }) as DOMRect;
    const moveTo = async (clientX: number, clientY: number) => {
      drawing.dispatchEvent(new MouseEvent('pointermove', { clientX, clientY }));
      await settle();
    };
    await moveTo(110, 100);
    expect(readout(chart)).toContain('Nov 1, 2026');
    await moveTo(110, 5);
    expect(readout(chart)).toContain('Playbook started');
    drawing.dispatchEvent(new MouseEvent('pointerleave'));
    await settle();
    expect(readout(chart)).toContain('Nov 21, 2026');
  });

  test('stays at its score when the scores are read again, and goes to the latest when it is gone', async () => {
    const chart = await renderIt();
    await press(chart, 'Home');
    chart.points = [pointOf('2026-10-01', 60, { id: '0' }), ...POINTS];
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
    const chart = await renderIt({ points, events: [] });
    expect(readout(chart)).toBe(expected);
    await expect(chart).toBeAccessible();
  });
});
