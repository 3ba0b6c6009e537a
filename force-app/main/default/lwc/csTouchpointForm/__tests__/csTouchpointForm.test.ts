import CsTouchpointForm from 'c/csTouchpointForm';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

interface Pieces {
  form: Rendered;
  input: Rendered & { setCustomValidity: jest.Mock; reportValidity: jest.Mock };
  saved: jest.Mock;
  cancelled: jest.Mock;
}

/** The stub of lightning-input validates nothing: what the form asks of it is what counts. */
async function renderIt(properties: Record<string, unknown> = {}): Promise<Pieces> {
  const form = await render('c-cs-touchpoint-form', CsTouchpointForm, {
    day: '2026-11-25',
    today: '2026-11-22',
    maxDaysAhead: 30,
    shortcuts: [{ label: 'Tomorrow', day: '2026-11-23' }],
    ...properties,
  });
  let problem = '';
  const input = Object.assign(find(form, 'lightning-input'), {
    setCustomValidity: jest.fn((message: string) => {
      problem = message;
    }),
    reportValidity: jest.fn(() => problem === ''),
  });
  const saved = jest.fn();
  const cancelled = jest.fn();
  form.addEventListener('save', saved);
  form.addEventListener('cancel', cancelled);
  return { form, input, saved, cancelled };
}

const press = (form: Rendered, id: string) => find(form, `[data-id="${id}"]`).click();

describe('c-cs-touchpoint-form', () => {
  test('limits the date picker to days that may be planned', async () => {
    const { form, input } = await renderIt();
    expect(input).toMatchObject({ value: '2026-11-25', min: '2026-11-22', max: '2026-12-22' });
    await expect(form).toBeAccessible();
  });

  test.each([
    ['2026-12-01', '2026-12-01'],
    ['', null],
    [null, null],
  ])('saves %p as %p', async (value, day) => {
    const { form, input, saved } = await renderIt();
    input.value = value;
    press(form, 'save');
    expect(saved.mock.calls[0][0].detail).toEqual({ day });
  });

  test('does not save a day that may not be planned, and says why at the field', async () => {
    const { form, input, saved } = await renderIt();
    input.value = '2026-11-01';
    press(form, 'save');
    expect(saved).not.toHaveBeenCalled();
    expect(input.setCustomValidity).toHaveBeenLastCalledWith('This day is over. Pick today or a later day.');

    input.dispatchEvent(new CustomEvent('change'));
    expect(input.setCustomValidity).toHaveBeenLastCalledWith('');
  });

  test('a shortcut fills the field', async () => {
    const { form, input, saved } = await renderIt();
    find(form, '[data-day="2026-11-23"]').click();
    expect(input.value).toBe('2026-11-23');
    press(form, 'save');
    expect(saved.mock.calls[0][0].detail).toEqual({ day: '2026-11-23' });
  });

  test('Enter saves without loading the page anew', async () => {
    const { form, saved } = await renderIt();
    const submit = new CustomEvent('submit', { cancelable: true });
    find(form, 'form').dispatchEvent(submit);
    expect(submit.defaultPrevented).toBe(true);
    expect(saved).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['the button', (form: Rendered) => press(form, 'cancel')],
    [
      'Escape',
      (form: Rendered) => find(form, 'form').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })),
    ],
  ])('cancels by %s', async (_, cancel) => {
    const { form, saved, cancelled } = await renderIt();
    cancel(form);
    expect(cancelled).toHaveBeenCalledTimes(1);
    expect(saved).not.toHaveBeenCalled();
  });

  test('while it is being saved nothing can be pressed', async () => {
    const { form, saved } = await renderIt({ saving: true });
    await settle();
    expect(findAll(form, 'lightning-button').every((button) => button.disabled === true)).toBe(true);
    find(form, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    expect(saved).not.toHaveBeenCalled();
  });
});
