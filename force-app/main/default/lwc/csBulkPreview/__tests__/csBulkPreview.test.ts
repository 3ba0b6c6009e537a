import CsBulkPreview from 'c/csBulkPreview';
import { find, findAll, render, settle } from 'test/render';

const change = (id: number) => ({
  id: String(id),
  name: `Account ${id}`,
  fromLabel: 'Growth',
  toLabel: 'Scale',
});
const planOf = (count: number, rest: object = {}) => ({
  changes: Array.from({ length: count }, (_, i) => change(i)),
  skipped: [],
  unchanged: 0,
  ...rest,
});
const renderIt = (plan: object) => render('c-cs-bulk-preview', CsBulkPreview, { plan });

describe('c-cs-bulk-preview', () => {
  test('shows each account from what to what, and first those left alone with the reason', async () => {
    const skipped = [{ id: 's', name: 'Account s', reason: 'Someone has changed it since.' }];
    const element = await renderIt(planOf(1, { skipped, unchanged: 2 }));
    expect(find(element, '[data-id="summary"]').textContent).toBe(
      '1 account will change, 2 accounts already so, 1 account left alone',
    );
    expect(findAll(element, 'tbody tr').map((row) => row.textContent)).toEqual([
      'Account sSomeone has changed it since.',
      'Account 0GrowthScale',
    ]);
    await expect(element).toBeAccessible();
  });

  test('shows the first fifty, and all when asked to', async () => {
    const element = await renderIt(planOf(60));
    expect(findAll(element, 'tbody tr')).toHaveLength(50);
    find(element, '[data-id="all"]').click();
    await settle();
    expect(findAll(element, 'tbody tr')).toHaveLength(60);
    expect(findAll(element, '[data-id="all"]')).toHaveLength(0);
  });

  test('has no table where nothing would change', async () => {
    const element = await renderIt(planOf(0, { unchanged: 3 }));
    expect(find(element, '[data-id="summary"]').textContent).toBe(
      '0 accounts will change, 3 accounts already so',
    );
    expect(findAll(element, 'table')).toHaveLength(0);
  });
});
