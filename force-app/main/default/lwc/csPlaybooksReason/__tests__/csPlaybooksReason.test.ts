import CsPlaybooksReason from 'c/csPlaybooksReason';
import { closeModal } from 'test/mocks/modal';
import { find, render, settle } from 'test/render';

async function answer(reason: string): Promise<jest.Mock> {
  const element = await render('c-cs-playbooks-reason', CsPlaybooksReason, { action: 'Skip' });
  const input = find(element, 'lightning-textarea');
  const reportValidity = jest.fn();
  Object.assign(input, { reportValidity });
  input.dispatchEvent(new CustomEvent('change', { detail: { value: reason } }));
  find(element, '[data-id="save"]').click();
  await settle();
  return reportValidity;
}

afterEach(() => jest.clearAllMocks());

test('a reason closes the dialog', async () => {
  await answer(' They asked us to wait ');
  expect(closeModal).toHaveBeenCalledWith('They asked us to wait');
});

test('spaces are no reason', async () => {
  expect(await answer('   ')).toHaveBeenCalled();
  expect(closeModal).not.toHaveBeenCalled();
});
