import CsNpsInboxItem from 'c/csNpsInboxItem';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';

const ANSWER = {
  score: 4,
  day: '2026-11-20',
  comment: 'Too slow',
  email: 'bob@north.example',
  name: 'Bob North',
  company: 'Northwind',
  survey: 'Q4',
  source: 'Typeform',
  suggestions: [{ accountId: '001A', name: 'Northwind Ltd', why: 'Its website is at north.example.' }],
  accountId: null,
  account: '',
};

async function renderItem(answer: object = {}, properties = {}): Promise<[Rendered, jest.Mock]> {
  const element = await render('c-cs-nps-inbox-item', CsNpsInboxItem, {
    answer: { ...ANSWER, ...answer },
    ...properties,
  });
  const heard = jest.fn();
  for (const name of ['assign', 'dismiss', 'restore'])
    element.addEventListener(name, ((event: CustomEvent) => heard(name, event.detail)) as (
      event: Event,
    ) => void);
  return [element, heard];
}

describe('an answer of the inbox', () => {
  test('says who answered what, where and when', async () => {
    const [element] = await renderItem();
    expect(textOf(element)).toContain(
      '4Bob NorthDetractorbob@north.example · NorthwindNov 20, 2026 · Q4 · by TypeformToo slow',
    );
    await expect(element).toBeAccessible();
  });

  test('is assigned to a suggested account, whose reason stands beside it', async () => {
    const [element, heard] = await renderItem();
    expect(find(element, '[data-id="suggestion"]').textContent).toContain('Its website is at north.example.');
    find(element, '[data-id="001A"]').click();
    expect(heard).toHaveBeenCalledWith('assign', { accountId: '001A', name: 'Northwind Ltd' });
  });

  test('is assigned to another account that is searched for', async () => {
    const [element, heard] = await renderItem({ suggestions: [] });
    expect(textOf(element)).toContain('No account has contacts at this address');
    find(element, '[data-id="pick"]').click();
    await settle();
    expect(find(element, '[data-id="assign"]').disabled).toBe(true);
    find(element, '[data-id="picker"]').dispatchEvent(
      new CustomEvent('change', { detail: { recordId: '001B' } }),
    );
    await settle();
    find(element, '[data-id="assign"]').click();
    expect(heard).toHaveBeenCalledWith('assign', { accountId: '001B', name: '' });
    await expect(element).toBeAccessible();
  });

  test('is dismissed, and shows why something was refused', async () => {
    const [element, heard] = await renderItem({}, { refusal: 'No access to the account' });
    expect(find(element, '[data-id="refusal"]').textContent).toBe('No access to the account');
    find(element, '[data-id="dismiss"]').click();
    expect(heard).toHaveBeenCalledWith('dismiss', null);
  });

  test('that is assigned names its account, also where that is hidden or gone', async () => {
    const [shown] = await renderItem({ accountId: '001A', account: 'Northwind' }, { status: 'Assigned' });
    expect(find(shown, 'c-cs-record-link').label).toBe('Northwind');
    const [hidden] = await renderItem({ accountId: '001A' }, { status: 'Assigned' });
    expect(textOf(hidden)).toContain('an account that you cannot see');
    const [gone] = await renderItem({}, { status: 'Assigned' });
    expect(textOf(gone)).toContain('Its account was deleted');
  });

  test('that was dismissed can be put back', async () => {
    const [element, heard] = await renderItem({}, { status: 'Dismissed' });
    expect(findAll(element, '[data-id="dismiss"]')).toHaveLength(0);
    find(element, '[data-id="restore"]').click();
    expect(heard).toHaveBeenCalledWith('restore', null);
    await expect(element).toBeAccessible();
  });
});
