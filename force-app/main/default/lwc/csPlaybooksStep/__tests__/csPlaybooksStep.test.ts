import CsPlaybooksStep from 'c/csPlaybooksStep';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const OPEN = {
  id: 'a0S1',
  runId: 'a0R1',
  name: 'Call the decision maker',
  order: 3,
  instructions: 'Listen first.\nPromise nothing.',
  action: 'Call',
  status: 'Open',
  dueOn: '2026-11-18',
  assignedToId: '005',
  assignedTo: 'Dana Reyes',
  completedAt: null,
  completedBy: '',
  outcome: '',
  relatedId: null,
};
const DONE = {
  ...OPEN,
  status: 'Done',
  completedAt: '2026-11-20T10:00:00.000Z',
  completedBy: 'Marcus Lindqvist',
  outcome: 'They want a date',
  relatedId: '00T000000000001',
};

async function renderStep(step: object, properties: object = {}): Promise<[Rendered, unknown[]]> {
  const all = { step, today: '2026-11-23', ...properties };
  const element = await render('c-cs-playbooks-step', CsPlaybooksStep, all);
  const wishes: unknown[] = [];
  element.addEventListener('stepwish', (event) => wishes.push((event as CustomEvent).detail.wish));
  return [element, wishes];
}

const menuOf = (element: Rendered) => findAll(element, 'lightning-menu-item').map(({ value }) => value);

describe('an open step', () => {
  test('says who does it by when, how late it is, and what it opens', async () => {
    const [element] = await renderStep(OPEN);
    expect(textOf(find(element, '[data-id="facts"]'))).toBe(
      'Due Nov 18, 2026 · Dana Reyes · Overdue by 5 days',
    );
    expect(find(element, '[data-id="act"]').label).toBe('Log Call');
    expect(find(element, '[data-id="tick"]').label).toBe('Done: Call the decision maker');
    expect(menuOf(element)).toEqual(['skip', 'edit', 'link']);
    await expect(element).toBeAccessible();
  });

  test('is not late on its own day, and may have none', async () => {
    const [element] = await renderStep({ ...OPEN, dueOn: '2026-11-23' });
    expect(findAll(element, '[data-id="overdue"]')).toEqual([]);
    Object.assign(element, { step: { ...OPEN, dueOn: null, assignedTo: '' } });
    await settle();
    expect(textOf(find(element, '[data-id="facts"]'))).toBe('No due date');
  });

  test('shows how it is done when asked', async () => {
    const [element] = await renderStep(OPEN);
    const how = find(element, '[data-id="how"]');
    expect(how.getAttribute('aria-expanded')).toBe('false');
    how.click();
    await settle();
    expect(how.getAttribute('aria-expanded')).toBe('true');
    expect(element.shadowRoot?.querySelector('.how')?.textContent).toBe(OPEN.instructions);
  });

  test('asks to be ticked, and stays as it is until the org has answered', async () => {
    const [element, wishes] = await renderStep(OPEN);
    const box = find(element, '[data-id="tick"]');
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    find(element, '[data-id="act"]').click();
    expect(wishes).toEqual(['tick', 'act']);
    expect(box.checked).toBe(false);
  });

  test('opens nothing where it has no action', async () => {
    const [element] = await renderStep({ ...OPEN, action: 'None' });
    expect(findAll(element, '[data-id="act"]')).toEqual([]);
  });

  test('cannot be changed while it is saved', async () => {
    const [element] = await renderStep(OPEN, { saving: true });
    expect(find(element, '[data-id="tick"]').disabled).toBe(true);
    expect(find(element, 'lightning-button-menu').disabled).toBe(true);
  });
});

describe('a step that is over', () => {
  test('says whose work it is, what came of it, and links it', async () => {
    const [element, wishes] = await renderStep(DONE);
    expect(textOf(find(element, '[data-id="facts"]'))).toBe('Done by Marcus Lindqvist on Nov 20, 2026');
    expect(find(element, '[data-id="outcome"]').textContent).toBe('They want a date');
    expect(find(element, 'c-cs-record-link')).toMatchObject({
      objectApiName: 'Task',
      recordId: '00T000000000001',
    });
    expect(menuOf(element)).toEqual(['reopen', 'edit', 'unlink']);
    const box = find(element, '[data-id="tick"]');
    box.checked = false;
    box.dispatchEvent(new CustomEvent('change'));
    expect(wishes).toEqual(['reopen']);
    await expect(element).toBeAccessible();
  });

  test.each([
    ['a0N000000000001', 'CS_Note__c'],
    ['02s000000000001', 'EmailMessage'],
  ])('links %s as a %s', async (relatedId, objectApiName) => {
    const [element] = await renderStep({ ...DONE, relatedId });
    expect(find(element, 'c-cs-record-link').objectApiName).toBe(objectApiName);
  });

  test('is marked as skipped, not as done', async () => {
    const [element] = await renderStep({ ...DONE, status: 'Skipped' });
    expect(find(element, 'lightning-icon').alternativeText).toBe('Skipped');
    expect(findAll(element, '[data-id="tick"]')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  test('of a stopped playbook can only be looked at', async () => {
    const [element] = await renderStep(OPEN, { locked: true });
    expect(find(element, '[data-id="tick"]').disabled).toBe(true);
    expect(findAll(element, 'lightning-button-menu, [data-id="act"], [data-id="overdue"]')).toEqual([]);
  });
});
