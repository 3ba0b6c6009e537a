import CsRiskChange from 'c/csRiskChange';
import type { ChangeView } from 'c/csRiskChange';
import { find, findAll, render, textOf } from 'test/render';

const OPENED: ChangeView = {
  key: 'support',
  label: 'Support',
  points: '+6.2',
  raises: true,
  cause: 'Case 00001234 was opened',
  records: [{ objectApiName: 'Case', recordId: '500000000000001AAA', label: '00001234' }],
};

describe('c-cs-risk-change', () => {
  test('shows by how much, what moved it, and a link to the record', async () => {
    const element = await render('c-cs-risk-change', CsRiskChange, { change: OPENED });
    expect(textOf(element)).toBe('+6.2 points, Support: Case 00001234 was opened');
    expect(find(element, 'c-cs-record-link')).toMatchObject({ recordId: '500000000000001AAA' });
    await expect(element).toBeAccessible();
  });

  test.each([
    [true, 'slds-text-color_error'],
    [false, 'slds-text-color_success'],
  ])('tells what raised the risk from what lowered it: %s', async (raises, className) => {
    const element = await render('c-cs-risk-change', CsRiskChange, { change: { ...OPENED, raises } });
    expect(find(element, 'strong').classList).toContain(className);
  });

  test('without a cause and records there is the factor alone', async () => {
    const change = { ...OPENED, cause: '', records: [] };
    const element = await render('c-cs-risk-change', CsRiskChange, { change });
    expect(textOf(element)).toBe('+6.2 points, Support');
    expect(findAll(element, 'c-cs-record-link')).toHaveLength(0);
  });
});
