import CsWorkloadTrend from 'c/csWorkloadTrend';
import { find, findAll, render } from 'test/render';
import { describeTrend, drawLine } from '../csWorkloadTrendModel';

const DAYS = ['2026-11-08', '2026-11-15', '2026-11-22'];
const OWN = DAYS.map((day, index) => ({ day, effort: 20 + 10 * index }));
const TEAM = DAYS.map((day) => ({ day, effort: 30 }));

const renderIt = (properties = {}) =>
  render('c-cs-workload-trend', CsWorkloadTrend, {
    name: 'Dana Reyes',
    points: OWN,
    team: TEAM,
    days: DAYS,
    top: 40,
    ...properties,
  });

describe('c-cs-workload-trend', () => {
  test('tells the line in words', async () => {
    const element = await renderIt();
    expect(find(element, 'svg').getAttribute('aria-label')).toBe(
      "Dana Reyes: from 20 hours on Nov 8, 2026 to 40 hours on Nov 22, 2026, over 3 weeks. The team's average is 30 hours.",
    );
    await expect(element).toBeAccessible();
  });

  test('draws the CSM, the team, and where it stands now', async () => {
    const element = await renderIt();
    expect(find(element, '.own').getAttribute('d')).toBe('M3 16L60 9.5L117 3');
    expect(find(element, '.team').getAttribute('d')).toBe('M3 9.5L60 9.5L117 9.5');
    expect(find(element, '.end').getAttribute('cy')).toBe('3');
  });

  test('marks no present where today is not known', async () => {
    const element = await renderIt({ points: OWN.slice(0, 2) });
    expect(findAll(element, '.end')).toHaveLength(0);
  });
});

test('a day without a number breaks the line', () => {
  const points = [OWN[0], OWN[2]].filter((point) => point !== undefined);
  expect(drawLine(points, DAYS, 40)).toBe('M3 16M117 3');
});

test('nothing and one day are told too', () => {
  expect(describeTrend('Dana', [], TEAM)).toBe('No earlier workload of Dana.');
  expect(describeTrend('Dana', OWN.slice(0, 1), TEAM)).toBe(
    'Dana: 20 hours on Nov 8, 2026, nothing earlier.',
  );
});
