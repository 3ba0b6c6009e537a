import CsPlaybookBuilderEditor from 'c/csPlaybookBuilderEditor';
import type { Draft } from 'c/csPlaybookBuilderDraft';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';

const step = (key: string) => ({
  key,
  id: key,
  name: `Step ${key}`,
  instructions: '',
  action: 'None' as const,
  dueInDays: 1,
});
const PLAYBOOK: Draft = {
  id: 'a0P1',
  name: 'Rescue',
  description: '',
  trigger: 'Risk Band',
  triggerBand: 'At Risk',
  triggerDays: null,
  isActive: true,
  autoStart: false,
  version: 2,
  steps: ['a', 'b', 'c'].map(step),
};

async function renderEditor(properties: object = {}): Promise<[Rendered, Draft[]]> {
  const all = { playbook: PLAYBOOK, running: 1, ...properties };
  const element = await render('c-cs-playbook-builder-editor', CsPlaybookBuilderEditor, all);
  const saved: Draft[] = [];
  element.addEventListener('save', (event) => saved.push((event as CustomEvent<Draft>).detail));
  return [element, saved];
}

const editors = (element: Rendered) => findAll(element, 'c-cs-playbook-builder-step');
const order = (element: Rendered) =>
  editors(element)
    .map(({ dataset }) => dataset.key)
    .join('');
const announced = (element: Rendered) => find(element, '[data-id="announcement"]').textContent;
const statement = (element: Rendered) => find(element, '[data-id="statement"]').textContent;

async function say(target: Rendered, name: string, detail: object): Promise<void> {
  target.dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
}

async function save(element: Rendered): Promise<void> {
  find(element, '[data-id="save"]').click();
  await settle();
}

describe('the steps of a playbook', () => {
  test('are reordered by keyboard, told aloud, and the handle keeps the focus', async () => {
    const [element, saved] = await renderEditor();
    const [first] = editors(element) as [Rendered];
    await say(first, 'stepmove', { key: 'a', by: 1 });
    expect(order(element)).toBe('bac');
    expect(announced(element)).toBe('Step a is now step 2 of 3.');
    const moved = editors(element)[1] as Rendered;
    expect(moved.shadowRoot?.activeElement?.getAttribute('data-id')).toBe('handle');
    await save(element);
    expect(saved[0]?.steps.map(({ key }) => key)).toEqual(['b', 'a', 'c']);
  });

  test('are reordered by drag', async () => {
    const [element] = await renderEditor();
    const [first, , last] = findAll(element, 'li') as [Rendered, Rendered, Rendered];
    const over = new CustomEvent('dragover', { cancelable: true });
    first.dispatchEvent(new CustomEvent('dragstart'));
    last.dispatchEvent(over);
    last.dispatchEvent(new CustomEvent('drop', { cancelable: true }));
    await settle();
    expect(over.defaultPrevented).toBe(true);
    expect(order(element)).toBe('bca');
  });

  test('do not move for what is dragged from elsewhere', async () => {
    const [element] = await renderEditor();
    findAll(element, 'li')[2]?.dispatchEvent(new CustomEvent('drop', { cancelable: true }));
    await settle();
    expect(order(element)).toBe('abc');
  });

  test('are added at the end and removed', async () => {
    const [element, saved] = await renderEditor();
    find(element, '[data-id="add"]').click();
    await settle();
    expect(announced(element)).toBe('Step 4 added.');
    await say(editors(element)[3] as Rendered, 'stepchange', { key: 'new-1', change: { name: 'New' } });
    await say(editors(element)[0] as Rendered, 'stepremove', { key: 'a' });
    expect(announced(element)).toBe('Step 1 removed.');
    await save(element);
    expect(saved[0]?.steps.map(({ id, name }) => [id, name])).toEqual([
      ['b', 'Step b'],
      ['c', 'Step c'],
      [null, 'New'],
    ]);
  });

  test('are at most twelve', async () => {
    const steps = Array.from({ length: 12 }, (_, index) => step(String(index)));
    const [element] = await renderEditor({ playbook: { ...PLAYBOOK, steps } });
    expect(find(element, '[data-id="add"]').disabled).toBe(true);
  });
});

describe('saving', () => {
  test('says what becomes of running ones before it is done', async () => {
    const [element] = await renderEditor();
    expect(statement(element)).toBe('The steps are as they were: it stays version 2.');
    await say(editors(element)[0] as Rendered, 'stepmove', { key: 'a', by: 1 });
    expect(statement(element)).toContain('Saving makes it version 3. 1 running one keeps its version');
  });

  test('waits until the faults are mended, and says them', async () => {
    const [element, saved] = await renderEditor();
    await say(find(element, '[data-field="name"]'), 'change', { value: '' });
    await save(element);
    expect(saved).toEqual([]);
    expect(find(element, '[data-id="problems"]').textContent).toContain('Give the playbook a name.');
    await expect(element).toBeAccessible();
    await say(find(element, '[data-field="name"]'), 'change', { value: 'Rescue 2' });
    expect(findAll(element, '[data-id="problems"]')).toEqual([]);
    await save(element);
    expect(saved).toMatchObject([{ name: 'Rescue 2' }]);
  });

  test('asks for what the trigger needs', async () => {
    const [element, saved] = await renderEditor();
    expect(findAll(element, '[data-field="triggerBand"]')).toHaveLength(1);
    await say(find(element, '[data-id="trigger"]'), 'change', { value: 'Renewal' });
    expect(findAll(element, '[data-field="triggerBand"]')).toEqual([]);
    expect(find(element, '[data-field="triggerDays"]').value).toBe(90);
    await say(find(element, '[data-field="triggerDays"]'), 'change', { value: '45' });
    await say(find(element, '[data-field="autoStart"]'), 'change', { checked: true });
    await save(element);
    expect(saved).toMatchObject([{ triggerBand: null, triggerDays: 45, autoStart: true }]);
  });

  test('can be given up, and is not done twice', async () => {
    const [element, saved] = await renderEditor({ saving: true });
    expect(find(element, '[data-id="save"]').disabled).toBe(true);
    await save(element);
    expect(saved).toEqual([]);
    const cancelled = jest.fn();
    element.addEventListener('cancel', cancelled);
    find(element, '[data-id="cancel"]').click();
    expect(cancelled).toHaveBeenCalled();
  });
});
