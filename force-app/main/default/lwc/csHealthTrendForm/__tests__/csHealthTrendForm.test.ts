import CsHealthTrendForm from 'c/csHealthTrendForm';
import { find, render } from 'test/render';
import type { Rendered } from 'test/render';

interface Pieces {
  form: Rendered;
  saved: jest.Mock;
  cancelled: jest.Mock;
}

/** Fills the stubs of the two fields; `valid` is what they answer when asked. */
async function renderIt(values: { score: string; comment?: string }, valid = true): Promise<Pieces> {
  const form = await render('c-cs-health-trend-form', CsHealthTrendForm);
  const reportValidity = jest.fn(() => valid);
  Object.assign(find(form, '[data-name="score"]'), { value: values.score, reportValidity });
  Object.assign(find(form, '[data-name="comment"]'), { value: values.comment, reportValidity: () => true });
  const saved = jest.fn();
  const cancelled = jest.fn();
  form.addEventListener('save', saved);
  form.addEventListener('cancel', cancelled);
  return { form, saved, cancelled };
}

/** Presses a key in the first field. */
function press(form: Rendered, key: string): void {
  find(form, '[data-name="score"]').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

describe('c-cs-health-trend-form', () => {
  test.each([
    [
      { score: '45', comment: ' The champion left ' },
      { score: 45, comment: 'The champion left' },
    ],
    [{ score: '0' }, { score: 0, comment: '' }],
  ])('hands over %p as %p', async (values, detail) => {
    const { form, saved } = await renderIt(values);
    find(form, '[data-id="save"]').click();
    expect(saved.mock.calls[0][0].detail).toEqual(detail);
    await expect(form).toBeAccessible();
  });

  test('does not hand over what is not valid', async () => {
    const { form, saved } = await renderIt({ score: '101' }, false);
    find(form, '[data-id="save"]').click();
    expect(saved).not.toHaveBeenCalled();
  });

  test('asks for a whole number from 0 to 100', async () => {
    const { form } = await renderIt({ score: '' });
    expect(find(form, '[data-name="score"]')).toMatchObject({
      min: '0',
      max: '100',
      step: '1',
      required: true,
    });
  });

  test('Enter in a field hands over, other keys do not', async () => {
    const { form, saved } = await renderIt({ score: '45' });
    press(form, '4');
    expect(saved).not.toHaveBeenCalled();
    press(form, 'Enter');
    expect(saved).toHaveBeenCalledTimes(1);
  });

  test('Escape cancels', async () => {
    const { form, saved, cancelled } = await renderIt({ score: '45' });
    press(form, 'Escape');
    expect(cancelled).toHaveBeenCalledTimes(1);
    expect(saved).not.toHaveBeenCalled();
  });

  test('while it is being saved nothing is handed over twice', async () => {
    const { form, saved } = await renderIt({ score: '45' });
    form.saving = true;
    await Promise.resolve();
    press(form, 'Enter');
    expect(saved).not.toHaveBeenCalled();
  });

  test('reads out what is to be known before saving', async () => {
    const { form } = await renderIt({ score: '45' });
    form.notice = 'Marcus set health to 45 today.';
    await Promise.resolve();
    expect(find(form, '[data-id="notice"]').textContent).toBe('Marcus set health to 45 today.');
    expect(find(form, '[data-id="notice"]').getAttribute('role')).toBe('status');
  });
});
