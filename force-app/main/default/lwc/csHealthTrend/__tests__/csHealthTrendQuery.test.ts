import { HEALTH_SCORES, readPage } from '../csHealthTrendQuery';
import type { HealthScoresData } from '../csHealthTrendQuery';
import { pageOf, scoreNode } from './scores';

const read = (data: object) => readPage(data as HealthScoresData);

test('every value is a variable of the query', () => {
  expect(String(HEALTH_SCORES)).toContain('eq: $accountId');
  expect(String(HEALTH_SCORES)).not.toContain('"');
});

test('reads points, the cursor of the next page and the total', () => {
  const page = read(pageOf([scoreNode('1', '2026-11-22', 45, 'Manual', 'Why')], 'cursor-1', 501));
  expect(page).toEqual({
    points: [{ id: '1', day: '2026-11-22', score: 45, source: 'Manual', comment: 'Why' }],
    nextCursor: 'cursor-1',
    total: 501,
  });
});

test('the last page has no next one', () => {
  expect(read(pageOf([])).nextCursor).toBeNull();
});

test('a comment that the user may not read is empty', () => {
  const node = { ...scoreNode('1', '2026-11-22', 45), CS_Comment__c: undefined };
  expect(read(pageOf([node])).points[0]?.comment).toBe('');
});
