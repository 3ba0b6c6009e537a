import type { DatabaseSync } from 'node:sqlite';

/** Runs work inside nested transactions of one database connection. */
export interface Transactions {
  /** Runs `work` so that a throw undoes everything it changed; nests by savepoints. */
  run<T>(work: () => T): T;
  /** Calls `listener` after anything was rolled back, so that what is cached in memory can be read again. */
  onRollback(listener: () => void): void;
}

/** Creates the transaction runner of a database. */
export function createTransactions(database: DatabaseSync): Transactions {
  const listeners: (() => void)[] = [];
  let depth = 0;
  return {
    run<T>(work: () => T): T {
      const savepoint = `level_${depth}`;
      database.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${savepoint}`);
      depth += 1;
      try {
        const result = work();
        depth -= 1;
        database.exec(depth === 0 ? 'COMMIT' : `RELEASE ${savepoint}`);
        return result;
      } catch (error) {
        depth = Number(savepoint.slice('level_'.length));
        // SQLite may have rolled the transaction back by itself, on a full disk for one.
        if (database.isTransaction) {
          database.exec(depth === 0 ? 'ROLLBACK' : `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
        }
        for (const listener of listeners) listener();
        throw error;
      }
    },
    onRollback: (listener) => void listeners.push(listener),
  };
}
