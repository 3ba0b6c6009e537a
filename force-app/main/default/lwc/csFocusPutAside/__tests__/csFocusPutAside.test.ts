import CsFocusPutAside from 'c/csFocusPutAside';
import { find, render } from 'test/render';
import type { Rendered } from 'test/render';

async function renderIt(): Promise<{
  element: Rendered;
  input: Rendered;
  pick: jest.Mock;
  cancel: jest.Mock;
}> {
  const element = await render('c-cs-focus-put-aside', CsFocusPutAside, {
    from: '2026-11-23',
    accountName: 'Acme',
  });
  const [pick, cancel] = [jest.fn(), jest.fn()];
  element.addEventListener('pick', pick);
  element.addEventListener('cancel', cancel);
  return { element, input: find(element, 'lightning-input'), pick, cancel };
}

describe('c-cs-focus-put-aside', () => {
  test('asks for a day after today', async () => {
    const { element, input } = await renderIt();
    expect(input).toMatchObject({ label: 'Put Acme aside until', min: '2026-11-23', required: true });
    await expect(element).toBeAccessible();
  });

  test('gives the day that was picked', async () => {
    const { element, input, pick } = await renderIt();
    Object.assign(input, { value: '2026-12-01', reportValidity: () => true });
    find(element, '[data-id="pick"]').click();
    expect(pick.mock.calls[0][0].detail).toEqual({ day: '2026-12-01' });
  });

  test('gives nothing while the day is not valid', async () => {
    const { element, input, pick } = await renderIt();
    Object.assign(input, { value: '2026-11-01', reportValidity: () => false });
    find(element, '[data-id="pick"]').click();
    expect(pick).not.toHaveBeenCalled();
  });

  test('is cancelled by its button and by Escape', async () => {
    const { element, input, cancel } = await renderIt();
    find(element, '[data-id="cancel"]').click();
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(cancel).toHaveBeenCalledTimes(2);
  });
});
