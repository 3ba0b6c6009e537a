import CsUsageFeatures from 'c/csUsageFeatures';
import { find, findAll, render, settle } from 'test/render';

const feature = (name: string, uses: number) => ({
  name,
  uses,
  share: uses / 10,
  since: '2026-09-01',
  until: '2026-10-31',
  isFromStart: false,
});

test('says what is used since when, and what is not any more', async () => {
  const element = await render('c-cs-usage-features', CsUsageFeatures, {
    features: [feature('Search', 10), feature('Exports', 0)],
  });
  expect(find(element, '[data-id="summary"]').textContent).toBe('1 in use, 1 not any more');
  expect(find(element, '[data-feature="Search"]').textContent).toContain('since Sep 1, 2026');
  expect(find(element, '[data-feature="Exports"]').textContent).toContain('not any more, last Oct 31, 2026');
  await expect(element).toBeAccessible();
});

test('shows the first of many, and all on demand', async () => {
  const features = Array.from({ length: 12 }, (_, index) => feature(`Feature ${index}`, 1));
  const element = await render('c-cs-usage-features', CsUsageFeatures, { features });
  expect(findAll(element, '[data-feature]')).toHaveLength(8);
  find(element, '[data-id="more"]').click();
  await settle();
  expect(findAll(element, '[data-feature]')).toHaveLength(12);
});
