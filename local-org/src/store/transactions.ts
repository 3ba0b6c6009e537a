import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** Runs work inside nested transactions of one database connection. */
export interface Transactions {
  /** Runs `work` so that a throw undoes everything it changed; nests by savepoints. */
  run<T>(work: () => T): T;
  /** Calls `listener` after anything was rolled back, so that what is cached in memory can be read again. */
  onRollback(listener: () => void): void;
  /** Calls `listener` after the outermost transaction was committed. */
  onCommit(listener: () => void): void;
  /** The name of the outermost transaction under way; every one has its own. */
  key(): string;
}

/** Creates the transaction runner of a database. */
export function createTransactions(database: DatabaseSync): Transactions {
  const listeners: (() => void)[] = [];
  const commitListeners: (() => void)[] = [];
  let depth = 0;
  let key: string | undefined;
  return {
    run<T>(work: () => T): T {
      const savepoint = `level_${depth}`;
      database.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${savepoint}`);
      if (depth === 0) key = undefined;
      depth += 1;
      let result: T;
      try {
        result = work();
        depth -= 1;
        database.exec(depth === 0 ? 'COMMIT' : `RELEASE ${savepoint}`);
      } catch (error) {
        depth = Number(savepoint.slice('level_'.length));
        // SQLite may have rolled the transaction back by itself, on a full disk for one.
        if (database.isTransaction) {
          database.exec(depth === 0 ? 'ROLLBACK' : `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
        }
        for (const listener of listeners) listener();
        throw error;
      }
      if (depth === 0) for (const listener of commitListeners) listener();
      return result;
    },
    onRollback: (listener) => void listeners.push(listener),
    onCommit: (listener) => void commitListeners.push(listener),
    key: () => (key ??= randomUUID()),
  };
}
