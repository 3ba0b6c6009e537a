import CsPlaybooksStepForm from 'c/csPlaybooksStepForm';
import { closeModal } from 'test/mocks/modal';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

const NOW = { assignedToId: '0051', dueOn: '2026-11-25', outcome: '' };

async function renderForm(isStep = true, isValid = true): Promise<Rendered> {
  const element = await render('c-cs-playbooks-step-form', CsPlaybooksStepForm, { assignment: NOW, isStep });
  for (const input of findAll(element, 'lightning-input, lightning-textarea')) {
    Object.assign(input, { reportValidity: () => isValid });
  }
  return element;
}

function change(element: Rendered, selector: string, detail: object): void {
  find(element, selector).dispatchEvent(new CustomEvent('change', { detail }));
}

afterEach(() => jest.clearAllMocks());

test('closes with what was changed, the rest as it was', async () => {
  const element = await renderForm();
  expect(find(element, 'lightning-input').value).toBe('2026-11-25');
  change(element, 'lightning-record-picker', { recordId: '0059' });
  change(element, 'lightning-input', { value: '' });
  find(element, '[data-id="save"]').click();
  await settle();
  expect(closeModal).toHaveBeenCalledWith({ assignedToId: '0059', dueOn: null, outcome: '' });
});

test('stays open while a day is not one', async () => {
  const element = await renderForm(true, false);
  find(element, '[data-id="save"]').click();
  await settle();
  expect(closeModal).not.toHaveBeenCalled();
});

test('asks of a whole run only who sees it through', async () => {
  const element = await renderForm(false);
  expect(findAll(element, 'lightning-input, lightning-textarea')).toEqual([]);
  find(element, '[data-id="save"]').click();
  await settle();
  expect(closeModal).toHaveBeenCalledWith(NOW);
});
