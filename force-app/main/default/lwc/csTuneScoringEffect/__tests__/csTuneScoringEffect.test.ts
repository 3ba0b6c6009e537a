import CsTuneScoringEffect from 'c/csTuneScoringEffect';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';

const MOVE = {
  ...{ id: '001A', name: 'Acme', from: 'Watch', to: 'At Risk', scoreFrom: 64, scoreTo: 71 },
  reason: 'Support +8.2 points',
};
const EFFECT = {
  v: 1,
  accounts: 10,
  before: { Healthy: 6, Watch: 3, 'At Risk': 1, Unscored: 0 },
  after: { Healthy: 6, Watch: 2, 'At Risk': 2, Unscored: 0 },
  ...{ changed: 1, worse: 1, better: 0, rescored: 4, moves: [MOVE] },
};

const renderIt = (properties = {}) =>
  render('c-cs-tune-scoring-effect', CsTuneScoringEffect, { proposal: '{"v":1}', ...properties });

async function answer(element: Rendered, result: unknown, name = 'recalculated'): Promise<void> {
  const waiter = find(element, 'c-cs-recalculate');
  waiter.dispatchEvent(new CustomEvent('ask'));
  waiter.dispatchEvent(new CustomEvent(name, { detail: { result } }));
  await settle();
}

describe('c-cs-tune-scoring-effect', () => {
  test('asks the companion about the draft as it is', async () => {
    const element = await renderIt({ disabled: true });
    expect(find(element, 'c-cs-recalculate')).toMatchObject({
      ...{ requestType: 'Preview', payload: '{"v":1}', disabled: true },
    });
    expect(findAll(element, '[data-id="effect"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('shows how many accounts would change band, which, and why', async () => {
    const element = await renderIt();
    await answer(element, EFFECT);
    graphqlWire.emit(
      {
        data: {
          uiapi: {
            query: { accounts: { edges: [{ node: { Id: '001A', CS_ARR__c: { value: 250_000 } } }] } },
          },
        },
      },
      forQuery('effectAccounts'),
    );
    await settle();
    expect(find(element, '[data-id="headline"]').textContent).toBe('1 account would change band');
    expect(textOf(element)).toContain('1 for the worse, 4 of 10 scores would be others.');
    const [now, then] = findAll(element, 'svg[role="img"]').map((svg) => svg.getAttribute('aria-label'));
    expect(now).toBe('Now: 6 Healthy, 3 Watch, 1 At Risk, 0 Unscored');
    expect(then).toBe('Then: 6 Healthy, 2 Watch, 2 At Risk, 0 Unscored');
    const cells = findAll(element, 'tbody td').map((cell) => cell.textContent);
    expect(cells).toContain('64 → 71');
    expect(cells).toContain('$250K');
    expect(find(element, 'c-cs-record-link')).toMatchObject({ recordId: '001A', label: 'Acme' });
    expect(find(element, '[data-id="note"]').textContent).toBe('$250K ARR together');
    await expect(element).toBeAccessible();
  });

  test('says how many are not listed', async () => {
    const element = await renderIt();
    await answer(element, { ...EFFECT, changed: 312 });
    expect(find(element, '[data-id="note"]').textContent).toBe('The first 1 of 312 are listed');
  });

  test('says that nothing would change', async () => {
    const element = await renderIt();
    await answer(element, { ...EFFECT, changed: 0, moves: [] });
    expect(find(element, '[data-id="headline"]').textContent).toBe('No account would change band.');
    expect(findAll(element, 'table')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('says which draft was seen, and hides an effect that is of another one', async () => {
    const element = await renderIt();
    const seen = jest.fn();
    element.addEventListener('seen', (event) => seen((event as CustomEvent).detail));
    await answer(element, EFFECT);
    expect(seen).toHaveBeenCalledWith({ proposal: '{"v":1}' });
    element.proposal = '{"v":1,"values":[]}';
    await settle();
    expect(findAll(element, '[data-id="effect"]')).toHaveLength(0);
    expect(findAll(element, '[data-id="outdated"]')).toHaveLength(1);
  });

  test('does not take an answer for one about a draft that changed while the companion worked', async () => {
    const element = await renderIt();
    find(element, 'c-cs-recalculate').dispatchEvent(new CustomEvent('ask'));
    element.proposal = '{"other":1}';
    find(element, 'c-cs-recalculate').dispatchEvent(
      new CustomEvent('recalculated', { detail: { result: EFFECT } }),
    );
    await settle();
    expect(findAll(element, '[data-id="effect"]')).toHaveLength(0);
  });

  test('shows all that the companion does not accept', async () => {
    const element = await renderIt();
    await answer(element, { v: 1, problems: ['The weights add up to 1.2', 'Too near'] }, 'refused');
    expect(findAll(element, '[data-id="problems"] li').map((item) => item.textContent)).toEqual([
      'The weights add up to 1.2',
      'Too near',
    ]);
    await expect(element).toBeAccessible();
  });

  test('shows nothing of an answer that it does not know', async () => {
    const element = await renderIt();
    await answer(element, undefined, 'refused');
    await answer(element, { v: 2 });
    expect(findAll(element, '[data-id="effect"]')).toHaveLength(0);
  });
});
