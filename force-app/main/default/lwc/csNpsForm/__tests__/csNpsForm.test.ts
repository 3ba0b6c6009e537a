import CsNpsForm from 'c/csNpsForm';
import { ACCOUNT_ID } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const TODAY = '2026-11-22';

interface Pieces {
  form: Rendered;
  day: Rendered;
  saved: jest.Mock;
  cancelled: jest.Mock;
}

/** Fills the stubs of the fields; `valid` is what they answer when asked. */
async function renderIt(values: { day?: string; survey?: string; comment?: string } = {}, valid = true) {
  const form = await render('c-cs-nps-form', CsNpsForm, { accountId: ACCOUNT_ID, today: TODAY });
  const fill = (name: string, value: string | undefined) =>
    Object.assign(find(form, `[data-name="${name}"]`), {
      value,
      reportValidity: () => valid,
      setCustomValidity: jest.fn(),
    }) as Rendered;
  const day = fill('day', values.day ?? TODAY);
  fill('survey', values.survey);
  fill('comment', values.comment);
  const pieces: Pieces = { form, day, saved: jest.fn(), cancelled: jest.fn() };
  form.addEventListener('save', (event) => pieces.saved((event as CustomEvent).detail));
  form.addEventListener('cancel', pieces.cancelled);
  return pieces;
}

async function choose(form: Rendered, score: number): Promise<void> {
  const radio = findAll(form, 'input[type="radio"]')[score] as unknown as HTMLInputElement;
  radio.checked = true;
  radio.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  await settle();
}

const save = (form: Rendered) => find(form, '[data-id="save"]').click();

describe('the form of an NPS answer', () => {
  test('asks for one of eleven steps as a group of radios, and starts with today', async () => {
    const { form, day } = await renderIt();
    const radios = findAll(form, 'fieldset input[type="radio"]') as unknown as HTMLInputElement[];
    expect(radios.map(({ value, name }) => [value, name])).toEqual(
      Array.from({ length: 11 }, (_, score) => [String(score), 'score']),
    );
    expect(day).toMatchObject({ value: TODAY, max: TODAY, required: true });
    await expect(form).toBeAccessible();
  });

  test('hands over what was answered, by whom, when, where and why', async () => {
    const { form, saved } = await renderIt({ day: '2026-11-02', survey: ' Q4 ', comment: ' Works. ' });
    await choose(form, 0);
    find(form, 'c-cs-contact-picker').dispatchEvent(
      new CustomEvent('change', { detail: { contactId: '003A' } }),
    );
    save(form);
    expect(saved).toHaveBeenCalledWith({
      score: 0,
      contactId: '003A',
      day: '2026-11-02',
      survey: 'Q4',
      comment: 'Works.',
    });
  });

  test('needs nothing but a step and a day', async () => {
    const { form, saved } = await renderIt();
    await choose(form, 9);
    save(form);
    expect(saved).toHaveBeenCalledWith({ score: 9, contactId: null, day: TODAY, survey: '', comment: '' });
  });

  test('without a step says so at the scale, until one is chosen', async () => {
    const { form, saved } = await renderIt();
    save(form);
    await settle();
    expect(saved).not.toHaveBeenCalled();
    expect(textOf(form)).toContain('Choose the answer, 0 to 10.');
    await expect(form).toBeAccessible();
    await choose(form, 7);
    expect(textOf(form)).not.toContain('Choose the answer');
  });

  test.each([
    ['2026-11-23', 'This day lies ahead. Pick today or an earlier day.'],
    ['', 'Pick the day on which the customer answered.'],
    [TODAY, ''],
  ])('tells of the day %j: %j', async (value, message) => {
    const { form, day } = await renderIt({ day: value });
    if (value === '') day.value = '';
    await choose(form, 7);
    save(form);
    expect(day.setCustomValidity).toHaveBeenLastCalledWith(message);
  });

  test('hands over nothing while a field complains, or while it is being saved', async () => {
    const invalid = await renderIt({}, false);
    await choose(invalid.form, 7);
    save(invalid.form);
    expect(invalid.saved).not.toHaveBeenCalled();

    const busy = await renderIt();
    await choose(busy.form, 7);
    busy.form.saving = true;
    await settle();
    save(busy.form);
    expect(busy.saved).not.toHaveBeenCalled();
  });

  test('Escape cancels', async () => {
    const { form, cancelled } = await renderIt();
    find(form, 'fieldset').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(cancelled).toHaveBeenCalledTimes(1);
  });
});
