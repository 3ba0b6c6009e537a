import CsRiskContribution from 'c/csRiskContribution';
import type { ContributionView } from 'c/csRiskContribution';
import { find, findAll, render, textOf } from 'test/render';

const SUPPORT: ContributionView = {
  key: 'support',
  label: 'Support',
  points: '+18.4',
  lowers: false,
  share: 100,
  detail: '6 open cases, the oldest 24 days',
  measure: '35 of 100',
  records: [{ objectApiName: 'Case', recordId: '500000000000001AAA', label: '00001234' }],
  more: '',
};

describe('c-cs-risk-contribution', () => {
  test('shows label, points, detail and a link to each record', async () => {
    const row = await render('c-cs-risk-contribution', CsRiskContribution, { contribution: SUPPORT });
    expect(textOf(row)).toContain('Support+18.4 points');
    expect(textOf(row)).toContain('6 open cases, the oldest 24 days · measured 35 of 100');
    expect(find(row, 'c-cs-record-link')).toMatchObject({
      objectApiName: 'Case',
      recordId: '500000000000001AAA',
      label: '00001234',
    });
    await expect(row).toBeAccessible();
  });

  test.each([
    [false, 'bar_raises'],
    [true, 'bar_lowers'],
  ])('the bar tells what lowers the risk from what raises it: %s', async (lowers, className) => {
    const contribution = { ...SUPPORT, lowers, share: 40 };
    const row = await render('c-cs-risk-contribution', CsRiskContribution, { contribution });
    const bar = find(row, '.slds-progress-bar__value');
    expect(bar.classList).toContain(className);
    expect(bar.style.width).toBe('40%');
  });

  test('says how many records it does not link', async () => {
    const contribution = { ...SUPPORT, more: 'and 3 more' };
    const row = await render('c-cs-risk-contribution', CsRiskContribution, { contribution });
    expect(textOf(row)).toContain('and 3 more');
  });

  test('without records there are no links', async () => {
    const contribution = { ...SUPPORT, records: [] };
    const row = await render('c-cs-risk-contribution', CsRiskContribution, { contribution });
    expect(findAll(row, 'c-cs-record-link')).toHaveLength(0);
  });
});
