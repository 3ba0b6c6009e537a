import CsExecutiveLoad from 'c/csExecutiveLoad';
import { find, findAll, render } from 'test/render';

const CSMS = [
  { csmId: '005D', name: 'Dana Reyes', accounts: 10, atRisk: 2, effort: 44, effortBefore: 50 },
  { csmId: '005P', name: 'Priya Nair', accounts: 15, atRisk: 1, effort: 26, effortBefore: null },
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

  test('says how the spread was a quarter before, and how each moved since', async () => {
    const csms = [CSMS[0], { ...CSMS[1], effortBefore: 20 }];
    const properties = { csms, before: '2026-08-23' };
    const element = await render('c-cs-executive-load', CsExecutiveLoad, properties);
    expect(find(element, '[data-id="comparison"]').textContent).toBe(
      'On Aug 23, 2026: 20 to 50 hours, 35 on average.',
    );
    const changes = findAll(element, '[data-id="change"]').map(({ textContent }) => textContent);
    expect(changes).toEqual(['-6 h since Aug 23, 2026', '+6 h since Aug 23, 2026']);
    await expect(element).toBeAccessible();
  });

  test('says that there is nothing to compare with', async () => {
    const element = await render('c-cs-executive-load', CsExecutiveLoad, { csms: CSMS });
    expect(find(element, '[data-id="comparison"]').textContent).toContain('No workload of a quarter before');
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
