import CsAlertCenterSnooze from 'c/csAlertCenterSnooze';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { snoozeChoices } from '../snoozeChoices';

jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'America/New_York' }), {
  virtual: true,
});

async function renderOpen() {
  const element = await render('c-cs-alert-center-snooze', CsAlertCenterSnooze, { label: 'Snooze: Acme' });
  const snooze = jest.fn();
  element.addEventListener('snooze', (event) => snooze((event as CustomEvent).detail.until));
  return { element, snooze };
}

async function select(element: Rendered, value: string): Promise<void> {
  find(element, 'lightning-button-menu').dispatchEvent(new CustomEvent('select', { detail: { value } }));
  await settle();
}

describe('c-cs-alert-center-snooze', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: new Date('2026-11-22T15:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] }),
  );
  afterEach(() => jest.useRealTimers());

  test.each([
    ['2026-11-22', ['2026-11-23', '2026-11-25']],
    ['2026-11-23', ['2026-11-24', '2026-11-26', '2026-11-30']],
    ['2026-11-28', ['2026-11-29', '2026-12-01', '2026-11-30']],
  ])('on %s it offers tomorrow, three days and the next Monday, each day once', (today, days) => {
    expect(snoozeChoices(today).map(({ day }) => day)).toEqual(days);
  });

  test('snoozes until eight in the morning of the user', async () => {
    const { element, snooze } = await renderOpen();
    await select(element, '2026-11-25');
    expect(snooze).toHaveBeenCalledWith('2026-11-25T13:00:00.000Z');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('takes a day of the user’s choice, once it is valid', async () => {
    const { element, snooze } = await renderOpen();
    await select(element, 'pick');
    const input = find(element, 'lightning-input');
    expect(input.min).toBe('2026-11-23');
    const reportValidity = jest.fn(() => false);
    Object.assign(input, { value: '2026-12-24', reportValidity });
    find(element, '[data-id="pick"]').click();
    expect(snooze).not.toHaveBeenCalled();
    reportValidity.mockReturnValue(true);
    find(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    await settle();
    expect(snooze).toHaveBeenCalledWith('2026-12-24T13:00:00.000Z');
    expect(findAll(element, 'form')).toHaveLength(0);
  });

  test.each([
    ['the button', (element: Rendered) => find(element, '[data-id="cancel"]').click()],
    [
      'Escape',
      (element: Rendered) =>
        find(element, 'form').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })),
    ],
  ])('%s changes nothing and gives the keyboard back to the menu', async (_, cancel) => {
    const { element, snooze } = await renderOpen();
    await select(element, 'pick');
    const focus = jest.spyOn(find(element, 'lightning-button-menu'), 'focus');
    cancel(element);
    await settle();
    expect(findAll(element, 'form')).toHaveLength(0);
    expect(focus).toHaveBeenCalled();
    expect(snooze).not.toHaveBeenCalled();
  });
});
