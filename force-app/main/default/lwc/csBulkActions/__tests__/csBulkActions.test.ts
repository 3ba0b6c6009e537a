import CsBulkActions from 'c/csBulkActions';
import { runChanges } from 'c/csBulkRun';
import { closeModal } from 'test/mocks/modal';
import { find, findAll, render, settle } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';
import { choiceOf } from '../../csBulkPlan/__tests__/targets';

jest.mock('c/csBulkRun', () => ({ runChanges: jest.fn() }));

const run = jest.mocked(runChanges);
const WHERE = { Id: { in: ['1', '2'] } };
const SCALE = choiceOf('tier', 'Scale');

const value = (of: unknown) => ({ value: of });
const node = (id: string, tier: string) => ({
  Id: id,
  Name: value(`Account ${id}`),
  ...Object.fromEntries(
    ['Manager', 'Account_Manager', 'Solution_Engineer', 'Status', 'Tags', 'Next_Scheduled', 'Health'].map(
      (name) => [`CS_${name}__c`, value(null)],
    ),
  ),
  CS_Tier__c: value(tier),
});
const answerOf = (...tiers: string[]) => ({
  uiapi: { query: { Account: { edges: tiers.map((tier, i) => ({ node: node(String(i + 1), tier) })) } } },
});

/** What the org holds whenever it is asked again. */
let stored: object;
const refresh: () => Promise<void> = async () => graphqlWire.emit({ data: stored, refresh });

async function renderWith(tiers: string[], properties = {}): Promise<Rendered> {
  const element = await render('c-cs-bulk-actions', CsBulkActions, {
    where: WHERE,
    today: '2026-11-22',
    ...properties,
  });
  stored = answerOf(...tiers);
  await refresh();
  await settle();
  return element;
}

async function choose(element: Rendered, choice: object | undefined): Promise<void> {
  find(element, 'c-cs-bulk-choice').dispatchEvent(new CustomEvent('choose', { detail: { choice } }));
  await settle();
}

async function click(element: Rendered, id: string): Promise<void> {
  find(element, `[data-id="${id}"]`).click();
  await settle();
}

const succeed = (...refused: string[]) =>
  run.mockImplementation(async (_, changes) =>
    changes.map(({ id }) => ({
      id,
      recordId: null,
      error: refused.includes(id) ? 'You may not edit it' : null,
    })),
  );

describe('c-cs-bulk-actions', () => {
  beforeEach(() => succeed());

  test('reads the accounts that it was given, as many as one query may hold', async () => {
    await renderWith(['Growth']);
    expect(graphqlWire.getLastConfig().variables).toEqual({ where: WHERE, first: 2000 });
  });

  test('shows what will change before anything does', async () => {
    const element = await renderWith(['Growth', 'Scale']);
    expect(find(element, '[data-id="apply"]').disabled).toBe(true);
    await choose(element, SCALE);
    expect(find(element, 'c-cs-bulk-preview').plan).toMatchObject({ changes: [{ id: '1' }], unchanged: 1 });
    expect(find(element, '[data-id="apply"]').label).toBe('Change 1 account');
    expect(run).not.toHaveBeenCalled();
    await choose(element, undefined);
    expect(findAll(element, 'c-cs-bulk-preview')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('tells where health was set by hand today already, so that it is changed and not added to', async () => {
    const element = await renderWith(['Growth', 'Growth', 'Growth']);
    const scored = (id: string, day: string) => ({
      ...node(id, 'Growth'),
      CS_Health_Scores__r: {
        edges: [{ node: { Id: `score-${id}`, CS_Scored_On__c: value(day), CS_Score__c: value(70) } }],
      },
    });
    const edges = [scored('1', '2026-11-22'), scored('2', '2026-11-21'), node('3', 'Growth')];
    stored = { uiapi: { query: { Account: { edges: edges.map((each) => ({ node: each })) } } } };
    await refresh();
    await choose(element, choiceOf('health', 40));
    await click(element, 'apply');
    expect(run.mock.calls[0]?.[2].scoresOfToday).toEqual(new Map([['1', 'score-1']]));
  });

  test('says what became of it, and tells who opened it', async () => {
    const element = await renderWith(['Growth', 'Growth']);
    const changed = jest.fn();
    element.addEventListener('changed', (event) => changed((event as CustomEvent).detail));
    await choose(element, SCALE);
    await click(element, 'apply');
    expect(find(element, 'c-cs-bulk-result')).toMatchObject({ changed: 2, failures: [] });
    expect(changed).toHaveBeenCalledWith({
      choice: SCALE,
      changes: [expect.objectContaining({ id: '1', from: 'Growth' }), expect.objectContaining({ id: '2' })],
    });
    await click(element, 'close');
    expect(closeModal).toHaveBeenCalled();
  });

  test('tries those that failed again, and only those', async () => {
    succeed('2');
    const element = await renderWith(['Growth', 'Growth']);
    await choose(element, SCALE);
    await click(element, 'apply');
    const result = find(element, 'c-cs-bulk-result');
    expect(result).toMatchObject({ changed: 1, failures: [{ id: '2', reason: 'You may not edit it' }] });

    succeed();
    stored = answerOf('Scale', 'Growth');
    result.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(run.mock.calls.at(-1)?.[1].map(({ id }) => id)).toEqual(['2']);
    expect(find(element, 'c-cs-bulk-result')).toMatchObject({ changed: 2, failures: [] });
  });

  test('tries them again once, however often that is asked for', async () => {
    succeed('1');
    const element = await renderWith(['Growth']);
    await choose(element, SCALE);
    await click(element, 'apply');
    const result = find(element, 'c-cs-bulk-result');
    result.dispatchEvent(new CustomEvent('retry'));
    result.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('changes nothing where the dialog was left while it was looking for changes of others', async () => {
    const element = await renderWith(['Growth']);
    await choose(element, SCALE);
    find(element, '[data-id="apply"]').click();
    element.remove();
    await settle();
    expect(run).not.toHaveBeenCalled();
  });

  test('does not overwrite what others changed while the preview was looked at', async () => {
    const element = await renderWith(['Growth', 'Growth', 'Growth']);
    await choose(element, SCALE);
    stored = answerOf('Growth', 'Strategic');
    await click(element, 'apply');
    expect(run.mock.calls[0]?.[1].map(({ id }) => id)).toEqual(['1']);
    expect(find(element, 'c-cs-bulk-result').failures).toEqual([
      { id: '3', name: 'Account 3', reason: 'It is gone, or you no longer see it.' },
      { id: '2', name: 'Account 2', reason: 'Changed to Strategic since the preview.' },
    ]);
  });

  test('undoes what is still as the operation left it', async () => {
    const changes = ['1', '2'].map((id) => ({
      id,
      name: `Account ${id}`,
      ...{ from: 'Growth', to: 'Scale', fromLabel: 'Growth', toLabel: 'Scale', recordId: null },
    }));
    const element = await renderWith(['Scale', 'Strategic'], { undo: { choice: SCALE, changes } });
    expect(findAll(element, 'c-cs-bulk-choice')).toHaveLength(0);
    expect(find(element, 'c-cs-bulk-preview').plan).toMatchObject({ skipped: [{ id: '2' }] });
    expect(find(element, '[data-id="apply"]').label).toBe('Undo for 1 account');
    await click(element, 'apply');
    expect(run.mock.calls[0]?.[1]).toMatchObject([{ id: '1', from: 'Scale', to: 'Growth' }]);
  });

  test('shows how far it is, reads nothing meanwhile, and cannot be closed', async () => {
    let finish = () => {};
    run.mockImplementation((_, changes, { onProgress }) => {
      onProgress(1);
      return new Promise((resolve) => {
        finish = () => resolve(changes.map(({ id }) => ({ id, error: null, recordId: null })));
      });
    });
    const element = await renderWith(['Growth', 'Growth']);
    await choose(element, SCALE);
    await click(element, 'apply');
    expect(find(element, '[data-id="progress"]').textContent).toBe('1 of 2 accounts done…');
    expect(find(element, 'lightning-progress-bar').value).toBe(50);
    expect(find(element, '[data-id="close"]').disabled).toBe(true);
    expect(graphqlWire.getLastConfig().variables).toBeUndefined();
    finish();
    await settle();
    expect(findAll(element, 'c-cs-bulk-result')).toHaveLength(1);
  });

  test('shows why the accounts could not be loaded', async () => {
    const element = await render('c-cs-bulk-actions', CsBulkActions, { where: WHERE });
    expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
    graphqlWire.emit({ errors: [{ message: 'The request failed with status 503.' }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').heading).toBe('The accounts could not be loaded');
    expect(find(element, '[data-id="apply"]').disabled).toBe(true);
  });
});
