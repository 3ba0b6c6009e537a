import CsTuneScoringHistory from 'c/csTuneScoringHistory';
import type { HistoryRow } from 'c/csTuneScoringHistory';
import { find, findAll, render } from 'test/render';

const row = (more: Partial<HistoryRow>): HistoryRow => ({
  ...{ id: 'a0C2', version: 'v2', isActive: true, at: '2026-11-20T10:00:00.000Z', by: 'Omar Haddad' },
  ...{ reason: 'Too many alarms', changes: ['Margin: 2 → 3'], canGoBack: false, ...more },
});
const ROWS = [
  row({}),
  row({
    id: 'a0C1',
    version: 'starter-1',
    isActive: false,
    by: 'Came with Tenure',
    changes: [],
    canGoBack: true,
  }),
];

test('every version is told with when, who, why and what changed', async () => {
  const element = await render('c-cs-tune-scoring-history', CsTuneScoringHistory, { rows: ROWS });
  const [active, past] = findAll(element, 'tbody tr').map((each) => each.textContent);
  for (const part of ['v2', 'Active', 'Nov 20, 2026', 'Omar Haddad', 'Too many alarms', 'Margin: 2 → 3'])
    expect(active).toContain(part);
  expect(past).toContain('No value');
  await expect(element).toBeAccessible();
});

test('only a version of the past can be gone back to', async () => {
  const element = await render('c-cs-tune-scoring-history', CsTuneScoringHistory, { rows: ROWS });
  const goback = jest.fn();
  element.addEventListener('goback', (event) => goback((event as CustomEvent).detail));
  expect(findAll(element, 'lightning-button')).toHaveLength(1);
  find(element, 'lightning-button').click();
  expect(goback).toHaveBeenCalledWith({ id: 'a0C1' });
});
