import CsRiskBand from 'c/csRiskBand';
import { find, findAll, render, textOf } from 'test/render';

describe('c-cs-risk-band', () => {
  test.each([
    ['Healthy', 'slds-theme_success', 'utility:success'],
    ['Watch', 'slds-theme_warning', 'utility:warning'],
    ['At Risk', 'slds-theme_error', 'utility:error'],
  ])('%s is told by words, colour and icon', async (band, theme, icon) => {
    const badge = await render('c-cs-risk-band', CsRiskBand, { band });
    expect(textOf(badge)).toBe(band);
    expect(find(badge, '.slds-badge').classList).toContain(theme);
    expect(find(badge, 'lightning-icon').iconName).toBe(icon);
    await expect(badge).toBeAccessible();
  });

  test('a band of the admin is shown without a colour that would guess at its meaning', async () => {
    const badge = await render('c-cs-risk-band', CsRiskBand, { band: 'Critical' });
    expect(textOf(badge)).toBe('Critical');
    expect(find(badge, '.slds-badge').className).toBe('slds-badge');
    expect(findAll(badge, 'lightning-icon')).toHaveLength(0);
  });

  test('without a band there is no badge', async () => {
    const badge = await render('c-cs-risk-band', CsRiskBand, { band: null });
    expect(findAll(badge, '.slds-badge')).toHaveLength(0);
  });
});
