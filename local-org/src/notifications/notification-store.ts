import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Statements } from '../store/statements.ts';

/** What one user was told in the bell. */
export interface StoredNotification {
  id: string;
  userId: string;
  typeId: string;
  title: string;
  body: string;
  targetId: string | null;
  targetPageRef: string | null;
  /** ISO 8601. */
  at: string;
  read: boolean;
  seen: boolean;
}

/** Which notifications of a user: those between two times, both left out, or some by id. */
export interface NotificationSpan {
  before?: string | undefined;
  after?: string | undefined;
  ids?: readonly string[] | undefined;
  limit: number;
}

/** The bell of every user. */
export interface NotificationStore {
  add(notification: Omit<StoredNotification, 'id' | 'read' | 'seen'>): void;
  /** The newest first. */
  list(userId: string, span: NotificationSpan): StoredNotification[];
  mark(userId: string, ids: readonly string[], marks: { read?: boolean; seen?: boolean }): void;
  count(userId: string): { unread: number; unseen: number };
  /** The time of the latest one, and of the oldest that is unread or unseen. */
  times(userId: string): { latest: string | null; oldestUnread: string | null; oldestUnseen: string | null };
  /** How many were sent since a time, to whomever. */
  countSince(at: string): number;
}

const COLUMNS = 'id, userId, typeId, title, body, targetId, targetPageRef, at, read, seen';

/** Keeps notifications in the org's database. */
export function createNotificationStore(database: DatabaseSync, statements: Statements): NotificationStore {
  database.exec(
    `CREATE TABLE IF NOT EXISTS _notifications (
       seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, userId TEXT NOT NULL, typeId TEXT NOT NULL,
       title TEXT NOT NULL, body TEXT NOT NULL, targetId TEXT, targetPageRef TEXT, at TEXT NOT NULL,
       read INTEGER NOT NULL DEFAULT 0, seen INTEGER NOT NULL DEFAULT 0) STRICT;
     CREATE INDEX IF NOT EXISTS _notifications_user ON _notifications (userId, at);
     CREATE INDEX IF NOT EXISTS _notifications_at ON _notifications (at)`,
  );
  const one = (sql: string, ...values: (string | number)[]) => statements(sql).get(...values) ?? {};

  return {
    add({ userId, typeId, title, body, targetId, targetPageRef, at }) {
      statements(
        `INSERT INTO _notifications (id, userId, typeId, title, body, targetId, targetPageRef, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(randomUUID().replaceAll('-', ''), userId, typeId, title, body, targetId, targetPageRef, at);
    },

    list(userId, { before, after, ids, limit }) {
      const rows = statements(
        `SELECT ${COLUMNS} FROM _notifications
         WHERE userId = ? AND at < ? AND at > ? AND (? IS NULL OR id IN (SELECT value FROM json_each(?)))
         ORDER BY at DESC, seq DESC LIMIT ?`,
      ).all(userId, before ?? '9999', after ?? '', ids ? 'some' : null, JSON.stringify(ids ?? []), limit);
      return rows.map((row) => ({
        ...(row as unknown as StoredNotification),
        read: row.read === 1,
        seen: row.seen === 1,
      }));
    },

    mark(userId, ids, { read, seen }) {
      statements(
        `UPDATE _notifications SET read = coalesce(?, read), seen = coalesce(?, seen)
         WHERE userId = ? AND id IN (SELECT value FROM json_each(?))`,
      ).run(flag(read), flag(read === true ? true : seen), userId, JSON.stringify(ids));
    },

    count(userId) {
      const row = one(
        `SELECT count(*) FILTER (WHERE read = 0) AS unread, count(*) FILTER (WHERE seen = 0) AS unseen
         FROM _notifications WHERE userId = ?`,
        userId,
      );
      return { unread: Number(row.unread), unseen: Number(row.unseen) };
    },

    times(userId) {
      const row = one(
        `SELECT max(at) AS latest, min(at) FILTER (WHERE read = 0) AS unread, min(at) FILTER (WHERE seen = 0) AS unseen
         FROM _notifications WHERE userId = ?`,
        userId,
      );
      const text = (value: unknown) => (typeof value === 'string' ? value : null);
      return { latest: text(row.latest), oldestUnread: text(row.unread), oldestUnseen: text(row.unseen) };
    },

    countSince: (at) => Number(one('SELECT count(*) AS n FROM _notifications WHERE at >= ?', at).n),
  };
}

const flag = (value: boolean | undefined) => (value === undefined ? null : Number(value));
