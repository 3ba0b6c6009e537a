import CsUsageFigures from 'c/csUsageFigures';
import { find, findAll, render } from 'test/render';

test('shows each figure with its flag, a bar where it has one, and the reason once', async () => {
  const figure = { label: 'Seats in use', value: '35%', detail: 'of 100 licensed' };
  const element = await render('c-cs-usage-figures', CsUsageFigures, {
    figures: [
      { key: 'seats', ...figure, flag: 'Low usage', filled: 35 },
      { key: 'change', ...figure, flag: '', filled: null },
    ],
    reason: 'Low: 35% of seats in use.',
    asOf: 'Usage to Nov 21, 2026.',
  });
  expect(findAll(element, '[data-id="flag"]').map(({ textContent }) => textContent)).toEqual(['Low usage']);
  expect(findAll(element, 'lightning-progress-bar')).toHaveLength(1);
  expect(find(element, '[data-id="reason"]').textContent).toContain('Low: 35% of seats in use.');
  await expect(element).toBeAccessible();
});
