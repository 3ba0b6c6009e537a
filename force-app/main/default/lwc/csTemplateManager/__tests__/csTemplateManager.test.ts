import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import CsTemplateForm from 'c/csTemplateForm';
import CsTemplateManager from 'c/csTemplateManager';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';

jest.mock('c/csTemplateForm', () => ({ __esModule: true, default: { open: jest.fn() } }));

const openForm = CsTemplateForm.open as jest.Mock;
const update = updateRecord as unknown as jest.Mock;
const rightsWire = getObjectInfo as unknown as { emit(info: object): void };
const value = <Type>(of: Type) => ({ value: of });

function answer(names: string[], { total = names.length, next = null as string | null, active = true } = {}) {
  const edges = names.map((name) => ({
    node: {
      Id: `a0T-${name}`,
      Name: value(name),
      CS_Type__c: value('Email'),
      CS_Subject__c: value(`About ${name}`),
      CS_Body__c: value('<p>Hi</p>'),
      CS_Active__c: value(active),
      LastModifiedDate: value('2026-11-22T20:00:00.000Z'),
    },
  }));
  const pageInfo = { hasNextPage: next !== null, endCursor: next };
  return { data: { uiapi: { query: { CS_Template__c: { edges, totalCount: total, pageInfo } } } } };
}

async function renderWith(
  result: Parameters<typeof graphqlWire.emit>[0],
  rights = { createable: true, updateable: true },
): Promise<Rendered> {
  const element = await render('c-cs-template-manager', CsTemplateManager);
  rightsWire.emit(rights);
  graphqlWire.emit(result);
  await settle();
  return element;
}

function shownNames(element: Rendered): unknown[] {
  return findAll(element, 'th lightning-button').map(({ label }) => label);
}

function choose(element: Rendered, selector: string, chosen: string): void {
  find(element, selector).dispatchEvent(
    new CustomEvent(selector.includes('menu') ? 'select' : 'change', { detail: { value: chosen } }),
  );
}

describe('the list of templates', () => {
  test('shows what is active, of every type', async () => {
    const element = await renderWith(answer(['QBR', 'Renewal']));
    expect(shownNames(element)).toEqual(['QBR', 'Renewal']);
    expect(textOf(element)).toContain('2 templates');
    expect(graphqlWire.getLastConfig().variables).toEqual({
      search: '%%',
      types: ['Email', 'Note'],
      active: true,
      after: null,
    });
    await expect(element).toBeAccessible();
  });

  test('is narrowed by the org, by type and status', async () => {
    const element = await renderWith(answer(['QBR']));
    choose(element, '[data-id="type"]', 'Note');
    choose(element, '[data-id="status"]', 'Inactive');
    await settle();
    expect(graphqlWire.getLastConfig().variables).toMatchObject({ types: ['Note'], active: false });
  });

  test('is searched by name once typing pauses', async () => {
    jest.useFakeTimers();
    const element = await renderWith(answer(['QBR']));
    choose(element, 'lightning-input', 'ren');
    await settle();
    expect(graphqlWire.getLastConfig().variables).toMatchObject({ search: '%%' });
    jest.runOnlyPendingTimers();
    await settle();
    expect(graphqlWire.getLastConfig().variables).toMatchObject({ search: '%ren%' });
    jest.useRealTimers();
  });

  test('goes on where the first page ended, and a page that is read again does not double', async () => {
    const element = await renderWith(answer(['A'], { total: 2, next: 'cursor' }));
    expect(textOf(element)).toContain('2 templates, the first 1 shown');
    find(element, '[data-id="more"]').click();
    await settle();
    expect(graphqlWire.getLastConfig().variables).toMatchObject({ after: 'cursor' });
    graphqlWire.emit(answer(['B'], { total: 2 }));
    graphqlWire.emit(answer(['B'], { total: 2 }));
    await settle();
    expect(shownNames(element)).toEqual(['A', 'B']);
  });

  test('says that there are none', async () => {
    const element = await renderWith(answer([]));
    expect(find(element, '[data-id="empty"]').textContent).toBe('There are no templates yet.');
    await expect(element).toBeAccessible();
  });

  test('says what is loading, and why it failed', async () => {
    const element = await render('c-cs-template-manager', CsTemplateManager);
    expect(find(element, 'lightning-spinner').alternativeText).toBe('Loading templates');
    graphqlWire.emit({ errors: [{ message: 'down' }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'down' }]);
    expect(findAll(element, 'lightning-spinner')).toEqual([]);
  });

  test('tells a user without rights what to ask for', async () => {
    const message =
      "Validation error of type FieldUndefined: Field 'CS_Template__c' in type 'RecordQuery' is undefined";
    const element = await renderWith({ errors: [{ message }] }, { createable: false, updateable: false });
    expect(find(element, '[data-id="no-access"]').textContent).toContain('Customer Success User');
    expect(findAll(element, 'c-cs-error-panel, lightning-input')).toEqual([]);
    await expect(element).toBeAccessible();
  });
});

describe('keeping templates', () => {
  test('is not offered to who may only read', async () => {
    const element = await renderWith(answer(['QBR']), { createable: false, updateable: false });
    expect(findAll(element, '[data-id="new"], lightning-button-menu')).toEqual([]);
    expect(shownNames(element)).toEqual(['QBR']);
  });

  test('a new one is written in a dialog', async () => {
    openForm.mockResolvedValue({ name: 'New' });
    const element = await renderWith(answer(['QBR']));
    find(element, '[data-id="new"]').click();
    expect(openForm).toHaveBeenCalledWith(
      expect.objectContaining({ label: 'New Template', edited: undefined }),
    );
  });

  test('an old one is edited with what it holds', async () => {
    openForm.mockResolvedValue(undefined);
    const element = await renderWith(answer(['QBR']));
    choose(element, 'lightning-button-menu', 'edit');
    expect(openForm).toHaveBeenCalledWith(
      expect.objectContaining({ edited: expect.objectContaining({ id: 'a0T-QBR', subject: 'About QBR' }) }),
    );
  });

  test.each([
    [true, 'Deactivate', false],
    [false, 'Activate', true],
  ])('active %s: %s sets active to %s', async (active, label, expected) => {
    const element = await renderWith(answer(['QBR'], { active }));
    expect(findAll(element, 'lightning-menu-item').map((item) => item.label)).toContain(label);
    choose(element, 'lightning-button-menu', 'toggle');
    await settle();
    expect(update).toHaveBeenCalledWith({ fields: { Id: 'a0T-QBR', CS_Active__c: expected } });
  });

  test('a refusal is told', async () => {
    update.mockRejectedValueOnce({ body: { message: 'no' } });
    const element = await renderWith(answer(['QBR']));
    choose(element, 'lightning-button-menu', 'toggle');
    await settle();
    expect(findAll(element, 'c-cs-error-panel').map((panel) => panel.errors)).toContainEqual({
      body: { message: 'no' },
    });
  });
});

describe('the preview', () => {
  test('opens on a click on the name and closes again', async () => {
    const element = await renderWith(answer(['QBR', 'Renewal']));
    find(element, '[data-id="a0T-Renewal"]').click();
    await settle();
    expect(find(element, 'c-cs-template-preview').source).toMatchObject({ name: 'Renewal' });
    find(element, 'c-cs-template-preview').dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(findAll(element, 'c-cs-template-preview')).toEqual([]);
  });
});
