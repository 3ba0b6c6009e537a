import CsPlaybooksLink from 'c/csPlaybooksLink';
import { closeModal } from 'test/mocks/modal';
import { find, findAll, render, settle } from 'test/render';

const CANDIDATES = [
  { id: '00T2', subject: 'Second call', createdAt: '2026-11-23T12:00:00.000Z' },
  { id: '00T1', subject: 'First call', createdAt: '2026-11-23T11:00:00.000Z' },
];

const renderLink = (candidates: object[]) => render('c-cs-playbooks-link', CsPlaybooksLink, { candidates });

afterEach(() => jest.clearAllMocks());

test('offers the newest first, and closes with what was chosen', async () => {
  const element = await renderLink(CANDIDATES);
  const group = find(element, 'lightning-radio-group');
  expect(group.value).toBe('00T2');
  group.dispatchEvent(new CustomEvent('change', { detail: { value: '00T1' } }));
  find(element, '[data-id="link"]').click();
  await settle();
  expect(closeModal).toHaveBeenCalledWith('00T1');
});

test('says so where there is nothing to link', async () => {
  const element = await renderLink([]);
  expect(find(element, '[data-id="empty"]').textContent).toContain('no activity');
  expect(findAll(element, 'lightning-radio-group')).toEqual([]);
  expect(find(element, '[data-id="link"]').disabled).toBe(true);
});
