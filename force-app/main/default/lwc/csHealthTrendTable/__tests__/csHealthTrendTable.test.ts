import CsHealthTrendTable from 'c/csHealthTrendTable';
import { findAll, render } from 'test/render';

const point = (id: string, day: string, score: number, more: object = {}) => ({
  id,
  score,
  source: 'Calculated',
  count: 1,
  low: score,
  high: score,
  from: day,
  to: day,
  comment: '',
  by: '',
  gapDays: null,
  ...more,
});

describe('c-cs-health-trend-table', () => {
  test('lists scores, means, gaps and what happened, latest first', async () => {
    const table = await render('c-cs-health-trend-table', CsHealthTrendTable, {
      points: [
        point('1', '2026-08-01', 60),
        point('2', '2026-11-02', 45, {
          source: 'Manual',
          by: 'Dana Reyes',
          comment: 'The champion left',
          gapDays: 93,
        }),
        point('3', '2026-11-09', 50.5, { count: 2, low: 48, high: 53, to: '2026-11-12' }),
      ],
      events: [{ id: 'e', day: '2026-11-02', text: 'Playbook started: Rescue' }],
    });
    const rows = findAll(table, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Nov 9, 2026 – Nov 12, 2026', '50.5', 'Calculated, mean of 2 scores, 48 to 53', ''],
      ['Nov 2, 2026', '45', 'Set by hand by Dana Reyes', 'The champion left'],
      ['', '', 'No score for 93 days', ''],
      ['Nov 2, 2026', '', 'Event', 'Playbook started: Rescue'],
      ['Aug 1, 2026', '60', 'Calculated', ''],
    ]);
    await expect(table).toBeAccessible();
  });
});
