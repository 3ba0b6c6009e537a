import CsExecutiveLoad from 'c/csExecutiveLoad';
import { find, render } from 'test/render';

const CSMS = [
  { csmId: '005D', name: 'Dana Reyes', accounts: 10, atRisk: 2, effort: 44 },
  { csmId: '005P', name: 'Priya Nair', accounts: 15, atRisk: 1, effort: 26 },
];

describe('c-cs-executive-load', () => {
  test('says how far the workload is spread, and draws the average through it', async () => {
    const element = await render('c-cs-executive-load', CsExecutiveLoad, { csms: CSMS });
    expect(find(element, '[data-id="summary"]').textContent).toBe(
      '2 CSMs, 26 to 44 hours a month, 35 on average.',
    );
    expect(Number(find(element, 'line').getAttribute('x1'))).toBeCloseTo(79.5, 1);
    await expect(element).toBeAccessible();
  });

  test('of one CSM says her hours', async () => {
    const element = await render('c-cs-executive-load', CsExecutiveLoad, { csms: CSMS.slice(0, 1) });
    expect(find(element, '[data-id="summary"]').textContent).toBe('44 hours a month.');
  });

  test('opens the accounts of a CSM', async () => {
    const element = await render('c-cs-executive-load', CsExecutiveLoad, { csms: CSMS });
    const opened = jest.fn();
    element.addEventListener('open', (event) => opened((event as CustomEvent).detail));
    find(element, 'li[data-csm="005P"] button').click();
    expect(opened).toHaveBeenCalledWith({ measure: 'accounts', csmId: '005P' });
  });
});
