import CsRiskGauge from 'c/csRiskGauge';
import { find, findAll, render } from 'test/render';

const gauge = { score: 72, band: 'At Risk', watchFrom: 40, atRiskFrom: 70 };

describe('c-cs-risk-gauge', () => {
  test('draws the bands where they begin, and the score on them', async () => {
    const element = await render('c-cs-risk-gauge', CsRiskGauge, { gauge });
    const zones = findAll(element, 'rect').map((zone) => [
      zone.getAttribute('x'),
      zone.getAttribute('width'),
    ]);
    expect(zones).toEqual([
      ['0%', '40%'],
      ['40%', '30%'],
      ['70%', '30%'],
    ]);
    expect(find(element, '.marker').getAttribute('x')).toBe('72%');
    expect(find(element, '.zone_current').classList).toContain('zone_at-risk');
    expect(findAll(element, 'text').map((label) => label.textContent)).toEqual([
      'Healthy',
      'Watch from 40',
      'At Risk from 70',
    ]);
    await expect(element).toBeAccessible();
  });

  test('says in words what it shows', async () => {
    const element = await render('c-cs-risk-gauge', CsRiskGauge, { gauge });
    expect(find(element, 'svg').getAttribute('aria-label')).toBe(
      'Risk 72 on a scale from 0 to 100: At Risk. Watch begins at 40, At Risk at 70.',
    );
  });

  test('draws nothing without a score', async () => {
    const element = await render('c-cs-risk-gauge', CsRiskGauge);
    expect(findAll(element, 'svg')).toHaveLength(0);
  });
});
