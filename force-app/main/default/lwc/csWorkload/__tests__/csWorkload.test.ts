import CsWorkload from 'c/csWorkload';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';
import { dayOf, pageOf, trendOf, workloadNode } from './workloads';

type Config = Record<string, unknown>;

const TODAY = '2026-11-22';
const DANA = workloadNode('005D', 'Dana Reyes', {
  CS_Accounts__c: 10,
  CS_Overdue_Tasks__c: 2,
  CS_Effort__c: 44,
});
const PRIYA = workloadNode('005P', 'Priya Nair', { CS_Accounts__c: 15, CS_Effort__c: 26 });
const ANSWER = pageOf([DANA, PRIYA], { [TODAY]: 35 });
const NO_ACCESS = [
  {
    message:
      "Validation error of type FieldUndefined: Field 'CS_Workload__c' in type 'RecordQuery' is undefined",
  },
];

const asksForDay = (config: Config) => String(config.query).includes('query latestWorkloadDay ');
const asksForWorkload = forQuery('workload');
const asksForTrend = forQuery('workloadTrend');
const refresh = jest.fn(() => Promise.resolve());

async function answer(data: object, asks: (config: Config) => boolean): Promise<void> {
  graphqlWire.emit({ data, refresh }, asks);
  await settle();
}

/** The variables of a query as it was last asked; nothing while it is not asked at all. */
function askedWith(asks: (config: Config) => boolean): Config | undefined {
  let variables: Config | undefined;
  graphqlWire.emit({}, (config) => {
    if (asks(config)) variables = config.variables as Config;
    return false;
  });
  return variables;
}

async function renderWith(page: object = ANSWER): Promise<Rendered> {
  const element = await render('c-cs-workload', CsWorkload);
  await answer(dayOf(TODAY), asksForDay);
  await answer(page, asksForWorkload);
  return element;
}

const table = (element: Rendered) => find(element, 'c-cs-workload-table');

async function openNumber(element: Rendered, measure: string): Promise<void> {
  table(element).dispatchEvent(new CustomEvent('measure', { detail: { csmId: '005D', measure } }));
  await settle();
}

describe('c-cs-workload', () => {
  test('shows the CSMs of the newest day, the most loaded first, with the average of the team', async () => {
    const element = await renderWith();
    expect(askedWith(asksForWorkload)).toMatchObject({
      asOf: TODAY,
      first: 100,
      after: null,
      orderBy: { CS_Effort__c: { order: 'DESC', nulls: 'LAST' } },
    });
    expect((table(element).csms as { name: string }[]).map(({ name }) => name)).toEqual([
      'Dana Reyes',
      'Priya Nair',
    ]);
    expect(find(element, '[data-id="headline"]').textContent).toContain(
      'As of Nov 22, 2026. On average 35 hours a month for a CSM.',
    );
    expect(table(element).teamEffort).toBe(35);
    await expect(element).toBeAccessible();
  });

  test('asks for twelve weeks of those who are shown, and of nobody else', async () => {
    const element = await renderWith();
    const { days, csmIds } = askedWith(asksForTrend) as { days: { value: string }[]; csmIds: string[] };
    expect(csmIds).toEqual(['005D', '005P']);
    expect(days).toHaveLength(12);
    expect([days[0]?.value, days.at(-1)?.value]).toEqual(['2026-09-06', TODAY]);
    await answer(trendOf(['005D', '2026-09-06', 30], ['005D', TODAY, 44]), asksForTrend);
    expect((table(element).trends as Map<string, object[]>).get('005D')).toHaveLength(2);
  });

  test('keeps its place while it loads', async () => {
    const element = await render('c-cs-workload', CsWorkload);
    expect(findAll(element, '.table-stencil lightning-spinner')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  test('says that nothing was counted yet, and lets it be counted', async () => {
    const element = await render('c-cs-workload', CsWorkload);
    await answer(dayOf(null), asksForDay);
    expect(textOf(element)).toContain('has not counted any workload yet');
    expect(find(element, 'c-cs-recalculate').requestType).toBe('Workload');
    expect(findAll(element, '.table-stencil')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('tells who may not see it whom to ask', async () => {
    const element = await render('c-cs-workload', CsWorkload);
    graphqlWire.emit({ data: {}, errors: NO_ACCESS }, asksForDay);
    await settle();
    expect(find(element, '[data-id="no-access"]').textContent).toContain('Customer Success User');
    expect(findAll(element, 'c-cs-error-panel')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('shows why the workload could not be loaded', async () => {
    const element = await render('c-cs-workload', CsWorkload);
    await answer(dayOf(TODAY), asksForDay);
    graphqlWire.emit({ errors: [{ message: 'The org is busy' }] }, asksForWorkload);
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'The org is busy' }]);
    await expect(element).toBeAccessible();
  });

  test('has the org sort, and begins at the first page again', async () => {
    const element = await renderWith(pageOf([DANA], {}, 'cursor-1', 2));
    find(element, '[data-id="more"]').click();
    await settle();
    expect(askedWith(asksForWorkload)).toMatchObject({ after: 'cursor-1' });
    await answer(pageOf([PRIYA], {}, null, 2), asksForWorkload);
    expect(table(element).csms).toHaveLength(2);
    table(element).dispatchEvent(new CustomEvent('sort', { detail: { field: 'CS_At_Risk__c' } }));
    await settle();
    expect(askedWith(asksForWorkload)).toMatchObject({
      after: null,
      orderBy: { CS_At_Risk__c: { order: 'DESC', nulls: 'LAST' } },
    });
  });

  test('opens the accounts behind a number, with whom they could be given to, and closes them', async () => {
    const element = await renderWith();
    await openNumber(element, 'atRisk');
    const accounts = find(element, 'c-cs-workload-accounts');
    expect(accounts).toMatchObject({ measure: 'atRisk', asOf: TODAY, csm: { csmId: '005D' } });
    expect(accounts.candidates).toEqual([{ value: '005P', label: 'Priya Nair (26 h)' }]);
    accounts.dispatchEvent(new CustomEvent('close'));
    await settle();
    expect(findAll(element, 'c-cs-workload-accounts')).toHaveLength(0);
  });

  test('opens the tasks behind the number of tasks', async () => {
    const element = await renderWith();
    await openNumber(element, 'overdueTasks');
    expect(findAll(element, 'c-cs-workload-accounts')).toHaveLength(0);
    expect(find(element, 'c-cs-workload-tasks').csm).toMatchObject({ overdueTasks: 2 });
  });

  test('reads everything again once it has been counted again', async () => {
    const element = await renderWith();
    refresh.mockClear();
    find(element, 'c-cs-recalculate').dispatchEvent(new CustomEvent('recalculated'));
    await settle();
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  test('leaves out a workload whose CSM is no more', async () => {
    const element = await renderWith(pageOf([workloadNode(null, ''), DANA]));
    expect(table(element).csms).toHaveLength(1);
  });
});
