import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Prepared statements by their text; beyond the limit the oldest is prepared again when needed. */
export type Statements = (sql: string) => StatementSync;

const LIMIT = 500;

/** Creates the statement cache of a database. */
export function createStatements(database: DatabaseSync): Statements {
  const cache = new Map<string, StatementSync>();
  return (sql) => {
    const known = cache.get(sql);
    if (known) return known;
    if (cache.size >= LIMIT) cache.delete(cache.keys().next().value ?? '');
    const statement = database.prepare(sql);
    cache.set(sql, statement);
    return statement;
  };
}
