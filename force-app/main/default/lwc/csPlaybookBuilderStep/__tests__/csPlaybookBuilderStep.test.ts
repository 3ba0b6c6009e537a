import CsPlaybookBuilderStep from 'c/csPlaybookBuilderStep';
import { find, render } from 'test/render';
import type { Rendered } from 'test/render';

const STEP = { key: 'a', name: 'Call', instructions: '', action: 'Call', dueInDays: 3 };

async function renderStep(): Promise<[Rendered, jest.Mock]> {
  const element = await render('c-cs-playbook-builder-step', CsPlaybookBuilderStep, { step: STEP, place: 2 });
  const heard = jest.fn();
  for (const name of ['stepchange', 'stepmove', 'stepremove']) {
    element.addEventListener(name, (event) => heard(name, (event as CustomEvent).detail));
  }
  return [element, heard];
}

test.each([
  ['ArrowUp', -1],
  ['ArrowDown', 1],
])('%s on the handle moves the step by %i', async (key, by) => {
  const [element, heard] = await renderStep();
  const press = new KeyboardEvent('keydown', { key, cancelable: true });
  find(element, '[data-id="handle"]').dispatchEvent(press);
  expect(heard).toHaveBeenCalledWith('stepmove', { key: 'a', by });
  expect(press.defaultPrevented).toBe(true);
});

test('other keys are left to the browser', async () => {
  const [element, heard] = await renderStep();
  const press = new KeyboardEvent('keydown', { key: 'Tab', cancelable: true });
  find(element, '[data-id="handle"]').dispatchEvent(press);
  expect(heard).not.toHaveBeenCalled();
  expect(press.defaultPrevented).toBe(false);
});

test.each([
  ['name', 'Visit', 'Visit'],
  ['action', 'Email', 'Email'],
  ['dueInDays', '14', 14],
  ['dueInDays', '', Number.NaN],
  ['instructions', 'How', 'How'],
])('%s changed to %j is told as %p', async (field, value, expected) => {
  const [element, heard] = await renderStep();
  find(element, `[data-field="${field}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  expect(heard).toHaveBeenCalledWith('stepchange', { key: 'a', change: { [field]: expected } });
});

test('can be removed, and says which step it is', async () => {
  const [element, heard] = await renderStep();
  expect(find(element, '[data-id="handle"]').getAttribute('aria-label')).toContain('Move step 2, Call');
  find(element, '[data-id="remove"]').click();
  expect(heard).toHaveBeenCalledWith('stepremove', { key: 'a' });
  await expect(element).toBeAccessible();
});
