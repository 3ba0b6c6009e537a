import CsHealthTrendSummary from 'c/csHealthTrendSummary';
import { find, findAll, render } from 'test/render';

const VIEW = {
  health: '26',
  healthDetail: 'Set by hand on Nov 20, 2026; calculated 44',
  word: 'Declining',
  wordDetail: '-12.3 in 30 days (-15 to -9), 97% sure; 5 weeks with a score since Jul 23, 2026',
  iconName: 'utility:arrowdown',
  change30: '-14',
  change90: '-39',
};

describe('c-cs-health-trend-summary', () => {
  test('tells health, trend with how sure it is, and both changes', async () => {
    const summary = await render('c-cs-health-trend-summary', CsHealthTrendSummary, { view: VIEW });
    const terms = findAll(summary, 'dt').map(({ textContent }) => textContent);
    expect(terms).toEqual(['Health', '30 days', '90 days', 'Trend']);
    expect(find(summary, '[data-id="health"]').textContent).toContain(VIEW.healthDetail);
    expect(find(summary, '[data-id="trend"]').textContent).toContain(`Declining${VIEW.wordDetail}`);
    expect(find(summary, '[data-id="change30"] dd').textContent).toBe('-14');
    expect(find(summary, '[data-id="change90"] dd').textContent).toBe('-39');
    await expect(summary).toBeAccessible();
  });

  test('shows nothing while there is nothing to tell', async () => {
    const summary = await render('c-cs-health-trend-summary', CsHealthTrendSummary);
    expect(findAll(summary, 'dl')).toHaveLength(0);
  });
});
