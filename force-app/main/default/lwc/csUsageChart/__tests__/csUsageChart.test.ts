import CsUsageChart from 'c/csUsageChart';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

const point = (id: string, to: string, value: number, more: object = {}) => ({
  id,
  from: to,
  to,
  value,
  seats: 100,
  usual: 80,
  low: 70,
  high: 90,
  isRunning: false,
  ...more,
});
const POINTS = [
  point('a', '2026-11-01', 80),
  point('b', '2026-11-08', 40),
  point('c', '2026-11-15', 10, { isRunning: true }),
];
const chart = (points: object[] = POINTS, measure = 'Active users') =>
  render('c-cs-usage-chart', CsUsageChart, { points, measure, description: 'Usage' });

async function press(element: Rendered, key: string): Promise<string | null> {
  find(element, '[role="slider"]').dispatchEvent(new KeyboardEvent('keydown', { key }));
  await settle();
  return find(element, '[data-id="readout"]').textContent;
}

describe('c-cs-usage-chart', () => {
  test('marks what lies below its usual ups and downs, and what is not over, by more than colour in words', async () => {
    const element = await chart();
    expect(findAll(element, 'circle.mark.below')).toHaveLength(1);
    expect(findAll(element, 'circle.mark.running')).toHaveLength(1);
    expect(await press(element, 'Home')).toContain('80 active users, 100 licensed seats, usual is 80');
    expect(await press(element, 'ArrowRight')).toContain('below its usual ups and downs');
    expect(await press(element, 'End')).toContain('not over yet');
    await expect(element).toBeAccessible();
  });

  test('draws no line into a period that is not over', async () => {
    const element = await chart();
    expect(find(element, 'path.line').getAttribute('d')?.match(/[ML]/g)).toHaveLength(2);
  });

  test('draws seats beside people only', async () => {
    expect(findAll(await chart(), '[data-id="legend-seats"]')).toHaveLength(1);
    expect(findAll(await chart(POINTS, 'Logins a day'), '[data-id="legend-seats"]')).toHaveLength(0);
  });

  test('stands with a single period and no baseline', async () => {
    const element = await chart([
      point('a', '2026-11-01', 3, { usual: null, low: null, high: null, seats: null }),
    ]);
    expect(findAll(element, '[data-id="legend-usual"]')).toHaveLength(0);
    expect(findAll(element, 'circle.mark')).toHaveLength(2);
  });
});
