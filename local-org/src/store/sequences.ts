import type { DatabaseSync } from 'node:sqlite';
import type { Statements } from './statements.ts';

/** Counters that never give the same number twice: record Ids by key prefix, auto-numbers by field. */
export interface Sequences {
  /** The next value, starting at 1 or at `start`. */
  next(name: string, start?: number): number;
}

/** Creates the counters, kept in the database beside the records they number. */
export function createSequences(database: DatabaseSync, statements: Statements): Sequences {
  database.exec(
    'CREATE TABLE IF NOT EXISTS _sequences (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT',
  );
  return {
    next(name, start = 1) {
      const row = statements(
        `INSERT INTO _sequences (name, value) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
      ).get(name, start);
      return Number(row?.value);
    },
  };
}
