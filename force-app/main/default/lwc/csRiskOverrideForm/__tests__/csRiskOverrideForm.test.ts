import CsRiskOverrideForm from 'c/csRiskOverrideForm';
import { find, render } from 'test/render';
import type { Rendered } from 'test/render';

async function renderIt(reason: string, isValid = true): Promise<{ form: Rendered; saved: jest.Mock }> {
  const form = await render('c-cs-risk-override-form', CsRiskOverrideForm);
  const reportValidity = () => isValid;
  Object.assign(find(form, '[data-name="band"]'), { value: 'Watch', reportValidity });
  Object.assign(find(form, '[data-name="reason"]'), { value: reason, reportValidity });
  Object.assign(find(form, '[data-name="expiresOn"]'), { reportValidity });
  const saved = jest.fn();
  form.addEventListener('save', saved);
  return { form, saved };
}

describe('c-cs-risk-override-form', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z'), doNotFake: ['queueMicrotask', 'nextTick'] }),
  );
  afterEach(() => jest.useRealTimers());

  test('offers a month and allows half a year', async () => {
    const { form } = await renderIt('');
    expect(find(form, '[data-name="expiresOn"]')).toMatchObject({
      value: '2026-12-22',
      min: '2026-11-22',
      max: '2027-05-21',
    });
    jest.useRealTimers();
    await expect(form).toBeAccessible();
  });

  test('hands over band, reason and last day', async () => {
    const { form, saved } = await renderIt('  The renewal is signed ');
    find(form, '[data-id="save"]').click();
    expect(saved.mock.calls[0][0].detail).toEqual({
      band: 'Watch',
      reason: 'The renewal is signed',
      expiresOn: '2026-12-22',
    });
  });

  test('hands over nothing that is not valid', async () => {
    const { form, saved } = await renderIt('', false);
    find(form, '[data-id="save"]').click();
    expect(saved).not.toHaveBeenCalled();
  });

  test('is left with Escape', async () => {
    const { form } = await renderIt('');
    const cancelled = jest.fn();
    form.addEventListener('cancel', cancelled);
    find(form, '[data-name="reason"]').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
    );
    expect(cancelled).toHaveBeenCalledTimes(1);
  });
});
