import { describe, expect, test } from '@jest/globals';
import { QueryCursors, type QueryCursor } from './query-cursors.ts';
import { sql } from './sql.ts';

const HOUR_MS = 60 * 60 * 1000;
const cursor: QueryCursor = {
  userId: '005000000000001AAA',
  ids: ['001000000000001AAA', '001000000000002AAA'],
  batchSize: 1,
  records: {
    kind: 'records',
    plan: { idColumn: 0, typeOf: () => 'Account', entries: new Map() },
    rows: () => sql``,
    ids: sql``,
    rowsById: () => sql``,
  },
};

describe('QueryCursors', () => {
  test('keeps a cursor for two days', () => {
    let now = Date.parse('2026-11-22T10:00:00Z');
    const cursors = new QueryCursors(() => new Date(now));
    const id = cursors.open(cursor);
    now += 48 * HOUR_MS - 1;
    expect(cursors.find(cursor.userId, `${id}-1`)).toEqual({ id, cursor, offset: 1 });
    now += 1;
    expect(() => cursors.find(cursor.userId, `${id}-1`)).toThrow(/invalid query locator/);
  });

  test('refuses an offset beyond the last record', () => {
    const cursors = new QueryCursors(() => new Date(0));
    const id = cursors.open(cursor);
    expect(cursors.find(cursor.userId, `${id}-2`).offset).toBe(2);
    expect(() => cursors.find(cursor.userId, `${id}-3`)).toThrow(/invalid query locator/);
  });
});
