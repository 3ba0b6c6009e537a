import CsBulkResult from 'c/csBulkResult';
import { find, findAll, render, textOf } from 'test/render';

const FAILURES = [{ id: '1', name: 'Account 1', reason: 'You may not edit it' }];
const renderIt = (failures: object[]) => render('c-cs-bulk-result', CsBulkResult, { changed: 12, failures });

describe('c-cs-bulk-result', () => {
  test('says how many were changed, and offers no retry where none failed', async () => {
    const element = await renderIt([]);
    expect(textOf(element)).toBe('12 accounts changed');
    expect(findAll(element, '[data-id="retry"]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  test('names each that failed with its reason, and asks to try them again', async () => {
    const element = await renderIt(FAILURES);
    expect(find(element, 'tbody tr').textContent).toBe('Account 1You may not edit it');
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    find(element, '[data-id="retry"]').click();
    expect(retry).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
