import CsAlertCenterBulk from 'c/csAlertCenterBulk';
import { find, findAll, render, textOf } from 'test/render';

async function renderIn(view: string) {
  const element = await render('c-cs-alert-center-bulk', CsAlertCenterBulk, { count: 3, view });
  const act = jest.fn();
  element.addEventListener('bulkaction', (event) => act((event as CustomEvent).detail.action));
  return { element, act };
}

describe('c-cs-alert-center-bulk', () => {
  test.each([
    ['open', ['resolve', 'read']],
    ['unread', ['resolve', 'read']],
    ['snoozed', ['resolve', 'read', 'wake']],
    ['resolved', ['reopen']],
  ])('offers for %s alerts what can be done about them', async (view, actions) => {
    const { element, act } = await renderIn(view);
    expect(textOf(element)).toContain('3 alerts selected');
    for (const button of findAll(element, '[data-action]')) button.click();
    expect(act.mock.calls).toEqual(actions.map((name) => [{ name }]));
    await expect(element).toBeAccessible();
  });

  test('snoozes all of them, or lets them go', async () => {
    const { element, act } = await renderIn('open');
    const clear = jest.fn();
    element.addEventListener('clear', clear);
    const snooze = find(element, 'c-cs-alert-center-snooze');
    expect(snooze.label).toBe('Snooze 3 alerts');
    snooze.dispatchEvent(new CustomEvent('snooze', { detail: { until: 'then' } }));
    expect(act).toHaveBeenCalledWith({ name: 'snooze', until: 'then' });
    find(element, '[data-id="clear"]').click();
    expect(clear).toHaveBeenCalledTimes(1);
  });
});
