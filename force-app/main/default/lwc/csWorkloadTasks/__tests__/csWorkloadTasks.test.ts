import CsWorkloadTasks from 'c/csWorkloadTasks';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { graphqlWire } from 'test/wires';

const CSM = { csmId: '005D', name: 'Dana Reyes', overdueTasks: 1 };

function pageOf(ids: string[], nextCursor: string | null = null, totalCount = ids.length): object {
  const edges = ids.map((id) => ({
    node: {
      Id: id,
      Subject: { value: `Task ${id}` },
      ActivityDate: { value: '2026-11-12' },
      AccountId: { value: '001A' },
      Account: { Name: { value: 'Acme' } },
    },
  }));
  const pageInfo = { hasNextPage: nextCursor !== null, endCursor: nextCursor };
  return { uiapi: { query: { Task: { edges, pageInfo, totalCount } } } };
}

async function renderWith(data: object | null): Promise<Rendered> {
  const element = await render('c-cs-workload-tasks', CsWorkloadTasks, { csm: CSM, asOf: '2026-11-22' });
  if (data) graphqlWire.emit({ data });
  await settle();
  return element;
}

describe('c-cs-workload-tasks', () => {
  test('asks for the open tasks of the CSM that were due before the day of the count', async () => {
    const element = await renderWith(null);
    expect(graphqlWire.getLastConfig().variables).toEqual({
      csmId: '005D',
      asOf: '2026-11-22',
      first: 50,
      after: null,
    });
    expect(findAll(element, '.list-stencil')).toHaveLength(1);
  });

  test('lists them with their account and how late they are', async () => {
    const element = await renderWith(pageOf(['1']));
    expect(textOf(find(element, '[data-id="summary"]'))).toBe('1 task.');
    const row = find(element, '[data-row="1"]');
    expect(row.textContent).toContain('10 days');
    expect(findAll(element, 'c-cs-record-link').map(({ label }) => label)).toEqual(['Task 1', 'Acme']);
    await expect(element).toBeAccessible();
  });

  test('says so when there are fewer than were counted', async () => {
    const element = await renderWith(pageOf([]));
    expect(find(element, '[data-id="difference"]').textContent).toBe(
      'The count of Nov 22, 2026 was 1. The others are done by now, or not shared with you.',
    );
    await expect(element).toBeAccessible();
  });

  test('has each task once, also where a page of them is read again', async () => {
    const element = await renderWith(pageOf(['1'], 'cursor-1', 2));
    find(element, '[data-id="more"]').click();
    await settle();
    graphqlWire.emit({ data: pageOf(['2'], null, 2) });
    graphqlWire.emit({ data: pageOf(['2'], null, 2) });
    await settle();
    expect(findAll(element, '[data-row]')).toHaveLength(2);
  });

  test('loads more by cursor', async () => {
    const element = await renderWith(pageOf(['1'], 'cursor-1', 2));
    find(element, '[data-id="more"]').click();
    await settle();
    expect(graphqlWire.getLastConfig().variables).toMatchObject({ after: 'cursor-1' });
    graphqlWire.emit({ data: pageOf(['2'], null, 2) });
    await settle();
    expect(findAll(element, 'tbody tr')).toHaveLength(2);
  });

  test('shows why they could not be loaded', async () => {
    const element = await renderWith(null);
    graphqlWire.emit({ errors: [{ message: 'The org is busy' }] });
    await settle();
    expect(find(element, 'c-cs-error-panel').errors).toEqual([{ message: 'The org is busy' }]);
    await expect(element).toBeAccessible();
  });
});
