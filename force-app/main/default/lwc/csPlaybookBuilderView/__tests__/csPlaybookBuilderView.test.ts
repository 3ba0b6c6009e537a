import CsPlaybookBuilderView from 'c/csPlaybookBuilderView';
import { find, render, textOf } from 'test/render';

const step = { id: null, instructions: 'Ask.', action: 'Call' };
const PLAYBOOK = {
  name: 'Rescue',
  description: 'Win back',
  trigger: 'None',
  version: 2,
  steps: [
    { ...step, key: 'a', name: 'Brief', action: 'None', dueInDays: 0 },
    { ...step, key: 'b', name: 'Call', dueInDays: 4 },
  ],
};

test('a playbook can be read by those who may not change it', async () => {
  const element = await render('c-cs-playbook-builder-view', CsPlaybookBuilderView, { playbook: PLAYBOOK });
  expect(find(element, '[data-id="facts"]').textContent).toBe('Started by hand only · version 2');
  expect(textOf(element)).toContain('1. BriefDue on the first dayAsk.');
  expect(textOf(element)).toContain('2. CallDue after 4 days · Log CallAsk.');
  const back = jest.fn();
  element.addEventListener('cancel', back);
  find(element, '[data-id="back"]').click();
  expect(back).toHaveBeenCalled();
  await expect(element).toBeAccessible();
});
