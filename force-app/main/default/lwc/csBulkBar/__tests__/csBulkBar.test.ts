import CsBulkBar from 'c/csBulkBar';
import { find, findAll, render } from 'test/render';

const renderIt = (properties: object) => render('c-cs-bulk-bar', CsBulkBar, { ...properties });
const actionsOf = (element: Element) =>
  findAll(element, 'lightning-button').map(({ dataset }) => dataset.action);

describe('c-cs-bulk-bar', () => {
  test('is not there while nothing is selected and there is nothing to undo', async () => {
    const element = await renderIt({ total: 10 });
    expect(findAll(element, 'div')).toHaveLength(0);
  });

  test('offers to change what is selected, and to take all that match', async () => {
    const element = await renderIt({ selected: 3, total: 1200 });
    expect(find(element, '[data-id="text"]').textContent).toBe('3 selected');
    expect(find(element, '[data-action="change"]').label).toBe('Change 3 accounts…');
    expect(find(element, '[data-action="selectall"]').label).toBe('Select all 1,200 that match');
    await expect(element).toBeAccessible();
  });

  test('with all selected offers no more', async () => {
    const element = await renderIt({ selected: 50, total: 1200, allSelected: true });
    expect(find(element, '[data-action="change"]').label).toBe('Change 1,200 accounts…');
    expect(actionsOf(element)).toEqual(['change', 'clear']);
  });

  test.each([
    [2000, false],
    [2001, true],
  ])('%d accounts at once are too many: %s', async (total, isTooMany) => {
    const element = await renderIt({ total, allSelected: true });
    expect(find(element, '[data-action="change"]').disabled).toBe(isTooMany);
    expect(findAll(element, '[data-id="too-many"]')).toHaveLength(isTooMany ? 1 : 0);
  });

  test('offers to undo the last operation though nothing is selected', async () => {
    const element = await renderIt({ lastOperation: 'Set tier: Scale (3 accounts)' });
    expect(find(element, '[data-id="last"]').textContent).toBe('Set tier: Scale (3 accounts)');
    const undo = jest.fn();
    element.addEventListener('undo', undo);
    find(element, '[data-action="undo"]').click();
    expect(undo).toHaveBeenCalledTimes(1);
  });
});
