import type { DatabaseSync } from 'node:sqlite';
import type { Row } from '../records/row.ts';
import type { ObjectDef } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import type { Statements } from '../store/statements.ts';
import type { Transactions } from '../store/transactions.ts';
import { changeOrigin } from './change-origin.ts';
import { changedValues, fieldsAtCreation } from './changed-values.ts';
import type { ChannelMembers } from './channel-members.ts';

/** How long an org keeps change events. */
export const RETENTION_MS = 72 * 3_600_000;

export type ChangeType = 'CREATE' | 'UPDATE' | 'DELETE';

/** One change of one record, as the transaction left it. */
export interface StoredChange {
  replayId: number;
  /** When it was committed, in milliseconds. */
  at: number;
  /** One for all changes of a transaction, and greater than that of any transaction before. */
  commitNumber: number;
  transactionKey: string;
  /** The place within the transaction, from 1. */
  sequence: number;
  objectName: string;
  recordId: string;
  type: ChangeType;
  origin: string;
  userId: string;
  /** All values of a new record that are not empty, the changed ones of an update, none of a deleted record. */
  values: Row;
}

/** What the record service tells of. */
export type Change = { user: UserContext } & (
  | { type: 'CREATE'; after: Row }
  | { type: 'UPDATE'; before: Row; after: Row }
  | { type: 'DELETE'; before: Row }
);

export interface ChangeRecorder {
  /** Notes a change of a selected object; with the transaction it stands or falls. */
  note(object: ObjectDef, change: Change): void;
}

export interface ChangeLog extends ChangeRecorder {
  /** The changes after a replay id, the oldest first. */
  after(replayId: number, limit: number): StoredChange[];
  /** The replay id of the latest change; 0 before the first. */
  newest(): number;
  /** Whether a replay id is that of a change which is still kept. */
  holds(replayId: number): boolean;
  /** Calls `listener` when changes have been committed, until the answered function is called. */
  onChanges(listener: () => void): () => void;
}

interface Parts {
  database: DatabaseSync;
  statements: Statements;
  transactions: Transactions;
  channels: ChannelMembers;
  now: () => Date;
}

const COLUMNS =
  'replay_id AS replayId, at, commit_number AS commitNumber, transaction_key AS transactionKey, sequence, ' +
  'object_name AS objectName, record_id AS recordId, type, origin, user_id AS userId, field_values AS "values"';

/** Keeps change events in the org's own database, so that a rolled-back write leaves none. */
export function createChangeLog({ database, statements, transactions, channels, now }: Parts): ChangeLog {
  database.exec(
    `CREATE TABLE IF NOT EXISTS _changes (
       replay_id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, commit_number INTEGER NOT NULL,
       transaction_key TEXT NOT NULL, sequence INTEGER NOT NULL, object_name TEXT NOT NULL, record_id TEXT NOT NULL,
       type TEXT NOT NULL, origin TEXT NOT NULL, user_id TEXT NOT NULL, field_values TEXT NOT NULL) STRICT;
     CREATE INDEX IF NOT EXISTS _changes_record ON _changes (transaction_key, record_id);
     CREATE INDEX IF NOT EXISTS _changes_at ON _changes (at)`,
  );
  const listeners = new Set<() => void>();
  let hasNews = false;
  transactions.onCommit(() => {
    if (!hasNews) return;
    hasNews = false;
    for (const listener of listeners) listener();
  });
  const oldestKept = () => now().getTime() - RETENTION_MS;

  /** Several changes of a record in one transaction are one event, of the kind of the first. */
  function mergeInto(earlier: StoredChange, type: ChangeType, values: Row): void {
    if (type !== 'DELETE') {
      const merged = JSON.stringify({ ...earlier.values, ...values });
      statements('UPDATE _changes SET field_values = ? WHERE replay_id = ?').run(merged, earlier.replayId);
    } else if (earlier.type === 'CREATE') {
      statements('DELETE FROM _changes WHERE replay_id = ?').run(earlier.replayId);
    } else {
      const sql = `UPDATE _changes SET type = 'DELETE', field_values = '{}' WHERE replay_id = ?`;
      statements(sql).run(earlier.replayId);
    }
  }

  function placeIn(transactionKey: string): { commitNumber: number; sequence: number } {
    const last = statements(
      'SELECT commit_number AS n, max(sequence) AS sequence FROM _changes WHERE transaction_key = ?',
    ).get(transactionKey);
    if (last?.n != null) return { commitNumber: Number(last.n), sequence: Number(last.sequence) + 1 };
    statements('DELETE FROM _changes WHERE at < ?').run(oldestKept());
    return { commitNumber: newest() + 1, sequence: 1 };
  }

  // The sequence of SQLite outlives the rows: a replay id is never dealt out twice.
  const newest = () =>
    Number(statements(`SELECT seq FROM sqlite_sequence WHERE name = '_changes'`).get()?.seq ?? 0);

  return {
    note(object, change) {
      if (!channels.isSelected(object.name)) return;
      hasNews = true;
      const { type, user } = change;
      const recordId = String((type === 'DELETE' ? change.before : change.after).Id);
      const values =
        type === 'CREATE'
          ? fieldsAtCreation(object, change.after)
          : type === 'UPDATE'
            ? changedValues(object, change.before, change.after)
            : {};
      const transactionKey = transactions.key();
      const earlier = statements(
        `SELECT ${COLUMNS} FROM _changes WHERE transaction_key = ? AND record_id = ?`,
      ).get(transactionKey, recordId);
      if (earlier) return mergeInto(toChange(earlier), type, values);
      const { commitNumber, sequence } = placeIn(transactionKey);
      statements(
        `INSERT INTO _changes (at, commit_number, transaction_key, sequence, object_name, record_id, type, origin,
           user_id, field_values) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        ...[now().getTime(), commitNumber, transactionKey, sequence, object.name, recordId],
        ...[type, changeOrigin(), user.userId, JSON.stringify(values)],
      );
    },

    after: (replayId, limit) =>
      statements(`SELECT ${COLUMNS} FROM _changes WHERE replay_id > ? AND at >= ? ORDER BY replay_id LIMIT ?`)
        .all(replayId, oldestKept(), limit)
        .map(toChange),

    newest,

    holds: (replayId) =>
      statements('SELECT 1 FROM _changes WHERE replay_id = ? AND at >= ?').get(replayId, oldestKept()) !==
      undefined,

    onChanges(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function toChange(row: Record<string, unknown>): StoredChange {
  return { ...(row as unknown as StoredChange), values: JSON.parse(String(row.values)) as Row };
}
