import type { DatabaseSync } from 'node:sqlite';
import { createStatements } from '../store/statements.ts';
import { fold, FOLD_FUNCTION } from './compile-comparison.ts';
import type { Row } from './record-plan.ts';
import type { Sql } from './sql.ts';

/** Runs a compiled statement and answers its rows by position. */
export type RunStatement = (statement: Sql) => Row[];

/**
 * Prepares statements once per text. They are its own, not those of the record store, since these answer
 * arrays.
 */
export function createStatementRunner(database: DatabaseSync): RunStatement {
  database.function(FOLD_FUNCTION, { deterministic: true }, (text) =>
    typeof text === 'string' ? fold(text) : text,
  );
  const statements = createStatements(database);
  return ({ text, params }) => {
    const statement = statements(text);
    statement.setReturnArrays(true);
    // With setReturnArrays the rows are arrays, which the types of node:sqlite do not say.
    return statement.all(...params) as unknown as Row[];
  };
}
