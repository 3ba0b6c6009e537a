import { OLDER_SCORES, readOlderScores } from '../olderScoresQuery';
import type { OlderScoresData } from '../olderScoresQuery';
import { pageOf, scoreNode } from './scores';

const read = (nodes: object[], endCursor: string | null = null) =>
  readOlderScores({
    uiapi: { query: { CS_Health_Score__c: pageOf(nodes, endCursor) } },
  } as unknown as OlderScoresData);

test('every value is a variable of the query', () => {
  expect(String(OLDER_SCORES)).toContain('eq: $accountId');
  expect(String(OLDER_SCORES)).toContain('value: $before');
  expect(String(OLDER_SCORES)).not.toContain('"');
});

test('reads scores and the cursor of the next page; who set one is told, of a calculated one nobody', () => {
  const page = read(
    [scoreNode('2', '2026-11-22', 45, 'Manual', 'Why'), scoreNode('1', '2026-11-21', 50)],
    'cursor-1',
  );
  expect(page).toEqual({
    scores: [
      { id: '2', day: '2026-11-22', score: 45, source: 'Manual', comment: 'Why', by: 'Dana Reyes' },
      { id: '1', day: '2026-11-21', score: 50, source: 'Calculated', comment: '', by: '' },
    ],
    nextCursor: 'cursor-1',
  });
});

test('the last page has no next one', () => {
  expect(read([]).nextCursor).toBeNull();
});

test('what the user may not read is empty', () => {
  const node = {
    ...scoreNode('1', '2026-11-22', 45, 'Manual'),
    CS_Comment__c: undefined,
    LastModifiedBy: undefined,
  };
  expect(read([node]).scores[0]).toMatchObject({ comment: '', by: '' });
});
