import CsUsageTable from 'c/csUsageTable';
import { findAll, render } from 'test/render';

test('lists each period, the latest first, with what was usual and what is not known', async () => {
  const point = { from: '2026-11-01', to: '2026-11-07', value: 12, seats: 40, usual: 20, low: 18, high: 22 };
  const unknown = {
    from: '2026-11-08',
    to: '2026-11-14',
    value: 3,
    seats: null,
    usual: null,
    low: null,
    high: null,
  };
  const element = await render('c-cs-usage-table', CsUsageTable, {
    points: [
      { id: 'a', ...point, isRunning: false },
      { id: 'b', ...unknown, isRunning: true },
    ],
    measure: 'Active users',
  });
  const rows = findAll(element, 'tbody tr').map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
  expect(rows).toEqual([
    ['Nov 8, 2026 – Nov 14, 2026 (not over)', '3', '–', '–'],
    ['Nov 1, 2026 – Nov 7, 2026', '12', '20 (18 – 22)', '40'],
  ]);
  await expect(element).toBeAccessible();
});
