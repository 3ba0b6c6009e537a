import CsWorkloadTable from 'c/csWorkloadTable';
import { find, findAll, render, settle } from 'test/render';

const NUMBERS = { accounts: 10, atRisk: 2, overdueTouches: 0, overdueTasks: 3, renewals: 4, arr: 7_750_000 };
const CSMS = [
  { csmId: '005D', name: 'Dana Reyes', ...NUMBERS, effort: 44 },
  { csmId: '005P', name: 'Priya Nair', ...NUMBERS, effort: 26 },
];

const renderIt = (properties = {}) =>
  render('c-cs-workload-table', CsWorkloadTable, {
    csms: CSMS,
    trends: new Map([['005D', [{ day: '2026-11-22', effort: 44 }]]]),
    team: [{ day: '2026-11-22', effort: 35 }],
    days: ['2026-11-22'],
    teamEffort: 35,
    sorting: { field: 'CS_Effort__c', isDescending: true },
    ...properties,
  });

describe('c-cs-workload-table', () => {
  test('shows every number of a CSM, and how the effort compares with the team', async () => {
    const element = await renderIt();
    const cells = [...findAll(element, '[data-row="005D"] td')].slice(0, 6);
    expect(cells.map((cell) => cell.textContent?.trim())).toEqual(['10', '2', '0', '3', '4', '$7.8M']);
    expect(find(element, '[data-row="005D"] [data-id="effort"]').textContent).toBe('44 h');
    const comparisons = findAll(element, '[data-id="comparison"]').map((each) => each.textContent);
    expect(comparisons).toEqual(['26% above the team', '26% below the team']);
    await expect(element).toBeAccessible();
  });

  test('opens what is behind a number, but nothing behind a zero', async () => {
    const element = await renderIt();
    const opened = jest.fn();
    element.addEventListener('measure', (event) => opened((event as CustomEvent).detail));
    find(element, '[data-row="005D"] [data-measure="atRisk"]').click();
    expect(opened).toHaveBeenCalledWith({ csmId: '005D', measure: 'atRisk' });
    expect(findAll(element, '[data-measure="overdueTouches"]')).toHaveLength(0);
  });

  test('says of a number whose it is and whether its list is open', async () => {
    const element = await renderIt({ shown: { csmId: '005P', measure: 'arr' } });
    const arr = find(element, '[data-row="005P"] [data-measure="arr"]');
    expect(arr.getAttribute('aria-label')).toBe('ARR of Priya Nair: $7.8M');
    expect(arr.title).toBe('$7,750,000');
    expect(arr.getAttribute('aria-expanded')).toBe('true');
    expect(find(element, '[data-row="005D"] [data-measure="arr"]').getAttribute('aria-expanded')).toBe(
      'false',
    );
  });

  test('asks for another order, and tells the present one', async () => {
    const element = await renderIt();
    const sorted = jest.fn();
    element.addEventListener('sort', (event) => sorted((event as CustomEvent).detail));
    find(element, '[data-field="CS_ARR__c"]').click();
    expect(sorted).toHaveBeenCalledWith({ field: 'CS_ARR__c' });
    expect(findAll(element, '[aria-sort="descending"]')).toHaveLength(1);
  });

  test('draws all lines to one scale', async () => {
    const element = await renderIt();
    const tops = findAll(element, 'c-cs-workload-trend').map(({ top }) => top);
    expect(tops).toEqual([44, 44]);
  });

  test('takes the keyboard back to the number that was opened', async () => {
    const element = await renderIt();
    (element as unknown as { focusOn(csmId: string, measure: string): void }).focusOn('005P', 'renewals');
    await settle();
    expect(element.shadowRoot?.activeElement?.getAttribute('data-measure')).toBe('renewals');
  });
});
