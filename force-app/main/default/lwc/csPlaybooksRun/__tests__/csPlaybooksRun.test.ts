import CsPlaybooksRun from 'c/csPlaybooksRun';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const TODAY = '2026-11-23';
const step = (id: string, status: string, dueOn: string | null) => ({ id, status, dueOn });
const RUN = {
  id: 'a0R1',
  name: 'At-risk rescue',
  playbookId: 'a0P1',
  version: 2,
  status: 'Active',
  startedOn: '2026-11-14',
  completedOn: null,
  assignedToId: '005',
  assignedTo: 'Dana Reyes',
  reason: 'Suggested because the risk band is At Risk.',
  steps: [
    step('s1', 'Done', '2026-11-15'),
    step('s2', 'Skipped', '2026-11-16'),
    step('s3', 'Open', '2026-11-22'),
    step('s4', 'Open', null),
  ],
};

const renderRun = (run: object, properties: object = {}): Promise<Rendered> =>
  render('c-cs-playbooks-run', CsPlaybooksRun, { run, today: TODAY, ...properties });

describe('a playbook that was started', () => {
  test('says how far it is, what is due next and what is late', async () => {
    const element = await renderRun(RUN, { opened: true });
    expect(textOf(find(element, '[data-id="progress"]'))).toBe(
      '2 of 4 steps, next due Nov 22, 2026 1 overdue',
    );
    expect(find(element, '[role="progressbar"]').getAttribute('aria-valuenow')).toBe('50');
    expect(find(element, '[data-id="facts"]').textContent).toBe(
      'Started Nov 14, 2026 · Dana Reyes · version 2',
    );
    expect(find(element, '[data-id="reason"]').textContent).toBe(RUN.reason);
    expect(findAll(element, 'c-cs-playbooks-step')).toHaveLength(4);
    await expect(element).toBeAccessible();
  });

  test('opens and closes', async () => {
    const element = await renderRun(RUN);
    expect(findAll(element, 'c-cs-playbooks-step')).toEqual([]);
    find(element, '[data-id="toggle"]').click();
    await settle();
    expect(findAll(element, 'c-cs-playbooks-step')).toHaveLength(4);
    expect(find(element, '[data-id="toggle"]').getAttribute('aria-expanded')).toBe('true');
  });

  test('shows which step is being saved', async () => {
    const element = await renderRun(RUN, { opened: true, savingIds: ['s3'] });
    expect(findAll(element, 'c-cs-playbooks-step').map(({ saving }) => saving)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  test('that has no steps yet says that they come', async () => {
    const element = await renderRun({ ...RUN, steps: [] }, { opened: true });
    expect(find(element, '[data-id="empty"]').textContent).toContain('on their way');
    expect(textOf(find(element, '[data-id="progress"]'))).toBe('0 of 0 steps');
  });

  test('that was stopped says when, is never late, and locks its steps', async () => {
    const element = await renderRun({ ...RUN, status: 'Stopped', completedOn: TODAY }, { opened: true });
    expect(textOf(find(element, '[data-id="progress"]'))).toBe('2 of 4 steps, stopped Nov 23, 2026');
    expect(findAll(element, 'lightning-button-menu, [data-id="overdue"]')).toEqual([]);
    expect(find(element, 'c-cs-playbooks-step').locked).toBe(true);
  });

  test('that was completed lets its steps be opened again', async () => {
    const element = await renderRun({ ...RUN, status: 'Completed' }, { opened: true });
    expect(find(element, 'c-cs-playbooks-step').locked).toBe(false);
  });

  test.each(['assign', 'stop'])('tells that someone wants to %s it', async (wish) => {
    const element = await renderRun(RUN);
    const heard = jest.fn();
    element.addEventListener('runwish', (event) => heard((event as CustomEvent).detail));
    find(element, 'lightning-button-menu').dispatchEvent(
      new CustomEvent('select', { detail: { value: wish } }),
    );
    expect(heard).toHaveBeenCalledWith({ runId: 'a0R1', wish });
  });
});
