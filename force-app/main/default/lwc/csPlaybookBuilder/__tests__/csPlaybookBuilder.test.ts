import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import CsPlaybookBuilder from 'c/csPlaybookBuilder';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { nodeOf } from 'test/story';
import { graphqlWire } from 'test/wires';
import { savePlaybook } from '../savePlaybook';

jest.mock('../savePlaybook', () => ({ savePlaybook: jest.fn() }));

const save = savePlaybook as jest.Mock;
const update = updateRecord as unknown as jest.Mock;
const rightsWire = getObjectInfo as unknown as { emit(info: object): void };

const RESCUE = {
  Id: 'a0P1',
  Name: 'Rescue',
  CS_Trigger__c: 'Risk Band',
  CS_Trigger_Band__c: 'At Risk',
  CS_Active__c: true,
  CS_Auto_Start__c: true,
  CS_Version__c: 2,
  LastModifiedDate: '2026-11-20T08:00:00.000Z',
};
const QUIET = { ...RESCUE, Id: 'a0P2', Name: 'Quiet', CS_Trigger__c: 'None', CS_Active__c: false };
const step = (Id: string, order: number) => ({
  Id,
  Name: `Step ${Id}`,
  CS_Playbook__c: 'a0P1',
  CS_Order__c: order,
  CS_Action__c: 'Call',
  CS_Due_In_Days__c: 3,
});

let current: object;
const refresh: jest.Mock<Promise<void>> = jest.fn(async () =>
  graphqlWire.emit({ data: current, refresh } as never),
);

function libraryOf(playbooks: object[] = [QUIET, RESCUE]): object {
  const edges = (nodes: object[]) => ({ edges: nodes.map((node) => ({ node: nodeOf(node as never) })) });
  const steps = [step('spare', 0), step('s1', 1), step('s2', 2)];
  const runs = [{ Id: 'a0R1', CS_Playbook__c: 'a0P1' }];
  return { uiapi: { query: { playbooks: edges(playbooks), steps: edges(steps), runs: edges(runs) } } };
}

async function renderWith(library = libraryOf(), canEdit = true): Promise<Rendered> {
  const element = await render('c-cs-playbook-builder', CsPlaybookBuilder);
  current = library;
  await refresh();
  rightsWire.emit({ createable: canEdit, updateable: canEdit });
  await settle();
  return element;
}

async function choose(element: Rendered, id: string, value: string): Promise<void> {
  const menu = find(element, `lightning-button-menu[data-id="${id}"]`);
  menu.dispatchEvent(new CustomEvent('select', { detail: { value } }));
  await settle();
}

const editor = (element: Rendered) => find(element, 'c-cs-playbook-builder-editor');
const errorsOf = (element: Rendered) =>
  findAll(element, 'c-cs-error-panel').flatMap(({ errors }) => (errors ? [errors] : []));

afterEach(() => jest.clearAllMocks());

describe('the list of playbooks', () => {
  test('says when each is suggested, what runs and whether it starts by itself', async () => {
    const element = await renderWith();
    const [quiet, rescue] = findAll(element, 'tbody tr').map((row) => row.textContent);
    expect(quiet).toBe('Started by hand only0 stepsVersion 20 runningInactive');
    expect(rescue).toBe('When the risk band is At Risk2 stepsVersion 21 runningActive, starts by itself');
    await expect(element).toBeAccessible();
  });

  test('is read only for those who may not change them', async () => {
    const element = await renderWith(libraryOf(), false);
    expect(find(element, '[data-id="read-only"]').textContent).toContain('Managers and admins');
    expect(findAll(element, '[data-id="new"], lightning-button-menu')).toEqual([]);
    find(element, '[data-id="a0P1"]').click();
    await settle();
    expect(find(element, 'c-cs-playbook-builder-view').playbook).toMatchObject({ name: 'Rescue' });
  });

  test('says that there are none, that they are loading, and why they failed', async () => {
    const element = await render('c-cs-playbook-builder', CsPlaybookBuilder);
    expect(find(element, 'lightning-spinner').alternativeText).toBe('Loading the playbooks');
    graphqlWire.emit({ data: {}, errors: [{ message: 'down' }] });
    await settle();
    expect(errorsOf(element)).toEqual([[{ message: 'down' }]]);
    const message = "Validation error of type FieldUndefined: Field 'CS_Playbook__c' is undefined";
    graphqlWire.emit({ data: {}, errors: [{ message }] });
    await settle();
    expect(textOf(element)).toContain('Customer Success User');
    const empty = await renderWith(libraryOf([]));
    expect(find(empty, '[data-id="empty"]').textContent).toContain('There are no playbooks yet');
  });

  test.each([
    ['a0P1', false],
    ['a0P2', true],
  ])('%s is switched to active: %s', async (id, expected) => {
    const element = await renderWith();
    update.mockResolvedValueOnce({});
    await choose(element, id, 'toggle');
    expect(update).toHaveBeenCalledWith({ fields: { Id: id, CS_Active__c: expected } });
  });
});

describe('building', () => {
  test('edits a playbook with the steps in use, and knows what runs', async () => {
    const element = await renderWith();
    await choose(element, 'a0P1', 'edit');
    expect(editor(element)).toMatchObject({
      running: 1,
      playbook: { id: 'a0P1', steps: [{ id: 's1' }, { id: 's2' }] },
    });
  });

  test('clones a playbook as an inactive one with steps of its own', async () => {
    const element = await renderWith();
    await choose(element, 'a0P1', 'clone');
    expect(editor(element).playbook).toMatchObject({
      id: null,
      name: 'Copy of Rescue',
      isActive: false,
      autoStart: false,
      steps: [{ id: null }, { id: null }],
    });
  });

  test('saves against the playbook as it is now, and goes back to the list', async () => {
    save.mockResolvedValueOnce(3);
    const element = await renderWith();
    await choose(element, 'a0P1', 'edit');
    const draft = { name: 'Rescue' };
    editor(element).dispatchEvent(new CustomEvent('save', { detail: draft }));
    await settle();
    expect(save).toHaveBeenCalledWith(draft, expect.objectContaining({ id: 'a0P1', spareIds: ['spare'] }));
    expect(findAll(element, 'c-cs-playbook-builder-editor')).toEqual([]);
    expect(findAll(element, 'tbody tr')).toHaveLength(2);
  });

  test('overwrites nothing that someone else has changed meanwhile', async () => {
    const element = await renderWith();
    await choose(element, 'a0P1', 'edit');
    current = libraryOf([{ ...RESCUE, LastModifiedDate: '2026-11-23T08:00:00.000Z' }]);
    editor(element).dispatchEvent(new CustomEvent('save', { detail: { name: 'Rescue' } }));
    await settle();
    expect(save).not.toHaveBeenCalled();
    expect(String(editor(element).errors)).toContain('Someone else has changed this playbook');
  });

  test('keeps what was written when the org refuses it, and begins anew when it is given up', async () => {
    save.mockRejectedValueOnce(new Error('no'));
    const element = await renderWith();
    find(element, '[data-id="new"]').click();
    await settle();
    editor(element).dispatchEvent(new CustomEvent('save', { detail: { name: 'Mine' } }));
    await settle();
    expect(editor(element)).toMatchObject({ errors: new Error('no'), saving: false });
    editor(element).dispatchEvent(new CustomEvent('cancel'));
    await settle();
    expect(findAll(element, 'c-cs-playbook-builder-editor')).toEqual([]);
  });
});
