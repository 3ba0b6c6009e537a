import CsHealthTrendTable from 'c/csHealthTrendTable';
import { findAll, render } from 'test/render';

describe('c-cs-health-trend-table', () => {
  test('lists the scores, latest first, with who said so and why', async () => {
    const table = await render('c-cs-health-trend-table', CsHealthTrendTable, {
      points: [
        { id: '1', day: '2026-11-01', score: 60, source: 'Calculated', comment: '' },
        { id: '2', day: '2026-11-02', score: 45, source: 'Manual', comment: 'The champion left' },
      ],
    });
    const rows = findAll(table, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Nov 2, 2026', '45', 'Manual', 'The champion left'],
      ['Nov 1, 2026', '60', 'Calculated', ''],
    ]);
    await expect(table).toBeAccessible();
  });
});
