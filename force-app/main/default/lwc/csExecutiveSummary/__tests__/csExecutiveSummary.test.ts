import CsExecutiveSummary from 'c/csExecutiveSummary';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';
import { bookAnswer, dayAnswer, pastAnswer, totals, totalsAnswer } from './executive';

type Config = Record<string, unknown>;

const TODAY = totals();
const QUARTER = totals({ asOf: '2026-09-01', arr: 10_800_000 });
const SEGMENTS: [string, string][] = [
  ['Tier', 'Growth'],
  ['Tier', 'Enterprise'],
  ['CSM', '005D'],
];
const ANSWER = totalsAnswer([TODAY, totals({ asOf: '2026-11-20' }), QUARTER], SEGMENTS);
const refusal = (type: string) => [
  { message: `Validation error of type FieldUndefined: Field '${type}' in type 'RecordQuery' is undefined` },
];
const refresh = jest.fn(() => Promise.resolve());

async function answer(query: string, data: object): Promise<void> {
  graphqlWire.emit({ data, refresh }, forQuery(query));
  await settle();
}

async function refuse(query: string, errors: object[]): Promise<void> {
  graphqlWire.emit({ data: {}, errors } as never, forQuery(query));
  await settle();
}

function askedWith(query: string): Config | undefined {
  let variables: Config | undefined;
  graphqlWire.emit({}, (config) => {
    if (forQuery(query)(config)) variables = config.variables as Config;
    return false;
  });
  return variables;
}

async function renderWith(data: object = ANSWER): Promise<Rendered> {
  const element = await render('c-cs-executive-summary', CsExecutiveSummary);
  await answer('executiveTotals', data);
  await answer('executiveDay', dayAnswer());
  return element;
}

async function renderBook(book: object): Promise<Rendered> {
  const element = await render('c-cs-executive-summary', CsExecutiveSummary);
  await refuse('executiveTotals', refusal('CS_Executive_Snapshot__c'));
  await answer('executiveBook', book);
  return element;
}

async function fire(target: Rendered, type: string, detail: object): Promise<void> {
  target.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

const filters = (element: Rendered) => find(element, 'c-cs-executive-filters');
const tile = (element: Rendered, key: string) => find(element, `c-cs-executive-tile[data-key="${key}"]`);

describe('c-cs-executive-summary', () => {
  test('shows the newest totals against those of a quarter before, in two requests', async () => {
    const element = await renderWith();
    expect(find(element, '[data-id="headline"]').textContent).toBe(
      'Nov 22, 2026: All customers, compared with Sep 1, 2026.',
    );
    expect(tile(element, 'arr').tile).toMatchObject({ value: '$11,900,000', change: { tone: 'better' } });
    expect(askedWith('executiveDay')).toMatchObject({ csmIds: ['005D'] });
    expect(askedWith('executivePast')).toBeUndefined();
    expect(askedWith('executiveBook')).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  test('shows bands, health, movers and workload', async () => {
    const element = await renderWith();
    const [bands, health] = findAll(element, 'c-cs-executive-split');
    expect((bands?.parts as { count: number }[]).map(({ count }) => count)).toEqual([28, 5, 5, 1]);
    expect((health?.parts as { count: number }[]).map(({ count }) => count)).toEqual([5, 6, 9, 17]);
    expect(find(element, 'c-cs-executive-movers').fallers).toMatchObject([{ name: 'Northwind Logistics' }]);
    expect(find(element, 'c-cs-executive-load').csms).toHaveLength(2);
  });

  test('opens the accounts behind a tile and comes back to it', async () => {
    const element = await renderWith();
    await fire(tile(element, 'arrAtRisk'), 'open', { measure: 'arrAtRisk' });
    const list = find(element, 'c-cs-executive-accounts');
    expect(list.selection).toMatchObject({
      measure: 'arrAtRisk',
      asOf: '2026-11-22',
      isLatest: true,
      yearAgoDay: '2025-11-01',
      counted: 1_700_000,
    });
    expect(tile(element, 'arrAtRisk').isOpen).toBe(true);
    await fire(list, 'close', {});
    expect(findAll(element, 'c-cs-executive-accounts')).toHaveLength(0);
  });

  test('opens the answers behind NPS, and from a sentence the accounts of a CSM', async () => {
    const element = await renderWith();
    await fire(tile(element, 'nps'), 'open', { measure: 'nps' });
    expect(find(element, 'c-cs-executive-answers').selection).toMatchObject({ counted: 30 });
    await fire(find(element, 'c-cs-executive-story'), 'open', { measure: 'accounts', csmId: '005D' });
    expect(find(element, 'c-cs-executive-accounts').selection).toMatchObject({
      segment: { scope: 'CSM', value: '005D', label: 'Dana Reyes' },
      counted: 10,
    });
  });

  test('narrows everything to a segment', async () => {
    const element = await renderWith();
    await fire(filters(element), 'scopechange', { scope: 'Tier' });
    expect(askedWith('executiveTotals')?.where).toEqual({
      CS_Scope__c: { eq: 'Tier' },
      CS_Scope_Value__c: { eq: 'Enterprise' },
    });
    await answer('executiveTotals', totalsAnswer([totals({ arr: 500 })], SEGMENTS));
    expect(tile(element, 'arr').tile).toMatchObject({ value: '$500' });
    await fire(filters(element), 'segmentchange', { value: 'Growth' });
    expect(askedWith('executiveTotals')?.where).toMatchObject({ CS_Scope_Value__c: { eq: 'Growth' } });
    await fire(filters(element), 'scopechange', { scope: 'All' });
    expect(askedWith('executiveTotals')?.where).toEqual({ CS_Scope__c: { eq: 'All' } });
  });

  test('names the CSMs that can be chosen', async () => {
    const element = await renderWith();
    await fire(filters(element), 'scopechange', { scope: 'CSM' });
    await answer('executiveTotals', ANSWER);
    expect(filters(element).values).toEqual([{ label: 'Dana Reyes', value: '005D' }]);
  });

  test('goes back to a day of which accounts are kept, and tells how health was spread then', async () => {
    const element = await renderWith();
    await fire(filters(element), 'daychange', { day: '2026-09-01' });
    await answer('executiveDay', dayAnswer());
    await answer('executivePast', pastAnswer());
    expect(tile(element, 'arr').tile).toMatchObject({ value: '$10,800,000', change: null });
    expect(findAll(element, 'c-cs-executive-split')).toHaveLength(2);
    expect(find(element, '[data-id="no-movers"]').textContent).toContain('not recorded on this day');
    await fire(tile(element, 'arr'), 'open', { measure: 'arr' });
    expect(find(element, 'c-cs-executive-accounts').selection).toMatchObject({
      isLatest: false,
      isKept: true,
    });
    await expect(element).toBeAccessible();
  });

  test('names who moved on a day of the past, and leaves out whom the user may not see', async () => {
    const element = await render('c-cs-executive-summary', CsExecutiveSummary);
    const movers = {
      v: 1,
      risers: [{ id: '001Y', change: 9, health: 80, arr: 500 }],
      fallers: [{ id: '001X', change: -4, health: 20, arr: null }],
    };
    const past = { ...totals({ asOf: '2026-11-20' }), movers: JSON.stringify(movers) };
    await answer('executiveTotals', totalsAnswer([totals(), past]));
    await fire(filters(element), 'daychange', { day: '2026-11-20' });
    await answer('executiveDay', dayAnswer());
    expect(askedWith('executivePast')).toMatchObject({ movers: ['001Y', '001X'] });
    await answer('executivePast', pastAnswer([['001Y', 'Yarrow Consulting']]));
    expect(find(element, 'c-cs-executive-movers')).toMatchObject({
      risers: [{ id: '001Y', name: 'Yarrow Consulting', change: 9 }],
      fallers: [],
    });
  });

  test('asks for the workload of the day and of the quarter before, and lists the alerts behind their number', async () => {
    const element = await render('c-cs-executive-summary', CsExecutiveSummary);
    const before = totals({ asOf: '2026-09-01' });
    await answer('executiveTotals', totalsAnswer([totals({ openAlerts: 3 }), before]));
    expect(askedWith('executiveDay')).toMatchObject({
      workload: { CS_As_Of__c: { eq: { value: '2026-11-22' } } },
      workloadBefore: { CS_As_Of__c: { eq: { value: '2026-09-01' } } },
    });
    await answer('executiveDay', dayAnswer());
    expect(find(element, 'c-cs-executive-load')).toMatchObject({
      before: '2026-09-01',
      csms: [{ csmId: '005D', effort: 44, effortBefore: 50 }, { effortBefore: null }],
    });
    await fire(tile(element, 'openAlerts'), 'open', { measure: 'openAlerts' });
    expect(find(element, 'c-cs-executive-alerts').selection).toMatchObject({ counted: 3, isLatest: true });
    expect(findAll(element, 'c-cs-executive-accounts')).toHaveLength(0);
  });

  test('says of a day without a list where there is one, and goes there', async () => {
    const element = await renderWith();
    await fire(filters(element), 'daychange', { day: '2026-11-20' });
    await answer('executiveDay', dayAnswer());
    expect(find(element, '[data-id="no-health"]').textContent).toContain('accounts are kept');
    await fire(tile(element, 'arr'), 'open', { measure: 'arr' });
    const list = find(element, 'c-cs-executive-accounts');
    expect(list.selection).toMatchObject({ isKept: false, keptDay: '2026-11-01' });
    await fire(list, 'daychange', { day: '2026-09-01' });
    expect(find(element, '[data-id="headline"]').textContent).toContain('Sep 1, 2026');
  });

  test('reads the totals again when they were counted again', async () => {
    const element = await renderWith();
    await fire(tile(element, 'arr'), 'open', { measure: 'arr' });
    refresh.mockClear();
    await fire(find(element, 'c-cs-executive-accounts'), 'recalculated', {});
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  test('prints', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    const element = await renderWith();
    find(element, '[data-id="print"]').click();
    expect(print).toHaveBeenCalledTimes(1);
    print.mockRestore();
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-executive-summary', CsExecutiveSummary);
    expect(findAll(element, '.page-stencil lightning-spinner')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('says when the first totals are written, and lets them be counted', async () => {
    const element = await render('c-cs-executive-summary', CsExecutiveSummary);
    await answer('executiveTotals', totalsAnswer([]));
    expect(textOf(element)).toContain('The companion writes them with every run');
    expect(find(element, 'c-cs-recalculate').requestType).toBe('Executive');
    await expect(element).toBeAccessible();
  });

  test('shows why the totals could not be loaded', async () => {
    const element = await render('c-cs-executive-summary', CsExecutiveSummary);
    await refuse('executiveTotals', [{ message: 'The org is busy' }]);
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'The org is busy' }]);
    expect(findAll(element, '.page-stencil')).toHaveLength(0);
  });
});

describe('who may not read the totals of all customers', () => {
  test('sees her own book, added up, and is told so', async () => {
    const element = await renderBook(
      bookAnswer(
        [
          ['Healthy', 2, 900, 170],
          ['At Risk', 1, 100, 20],
        ],
        [['At Risk', 1, 100, 20]],
      ),
    );
    expect(find(element, '[data-id="book"]').textContent).toContain('the accounts that you look after');
    expect(findAll(element, 'c-cs-executive-filters')).toHaveLength(0);
    const shown = findAll(element, 'c-cs-executive-tile').map(
      ({ tile: view }) => (view as { value: string }).value,
    );
    expect(shown).toEqual(['$1,000', '$100', '$100', '63.3']);
    await fire(tile(element, 'arr'), 'open', { measure: 'arr' });
    expect(find(element, 'c-cs-executive-accounts').selection).toMatchObject({
      segment: { scope: 'CSM' },
      isLatest: true,
      counted: 1_000,
    });
    await expect(element).toBeAccessible();
  });

  test('is told that there is nothing to add up when she looks after no account', async () => {
    const element = await renderBook(bookAnswer([]));
    expect(find(element, '[data-id="empty-book"]').textContent).toContain('You look after no account yet');
    expect(findAll(element, 'c-cs-executive-tile')).toHaveLength(0);
  });

  test('is told whom to ask when she may not read accounts either', async () => {
    const element = await render('c-cs-executive-summary', CsExecutiveSummary);
    await refuse('executiveTotals', refusal('CS_Executive_Snapshot__c'));
    await refuse('executiveBook', refusal('Account'));
    expect(find(element, '[data-id="no-access"]').textContent).toContain('Customer Success Manager');
    expect(findAll(element, 'c-cs-error-panel')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
