import CsAlertCenterStates from 'c/csAlertCenterStates';
import { find, findAll, render } from 'test/render';

describe('c-cs-alert-center-states', () => {
  test('counts what somebody may still have to look at, and says which is shown', async () => {
    const element = await render('c-cs-alert-center-states', CsAlertCenterStates, {
      view: 'unread',
      counts: { open: 10_000, unread: 4, snoozed: 0 },
    });
    const buttons = findAll(element, 'button');
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      'Open(10,000)',
      'Unread(4)',
      'Snoozed(0)',
      'Resolved',
    ]);
    expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual([
      'false',
      'true',
      'false',
      'false',
    ]);
    await expect(element).toBeAccessible();
  });

  test('asks for another state', async () => {
    const element = await render('c-cs-alert-center-states', CsAlertCenterStates);
    const onView = jest.fn();
    element.addEventListener('viewchange', (event) => onView((event as CustomEvent).detail));
    find(element, '[data-view="snoozed"]').click();
    expect(onView).toHaveBeenCalledWith({ view: 'snoozed' });
  });
});
