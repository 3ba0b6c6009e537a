import type { FieldPath, Query } from './ast.ts';
import { parseQuery } from './parse-query.ts';
import { TokenCursor } from './token-cursor.ts';

/** A query with what is needed to point at a fault in its text. */
export interface ParsedSoql {
  query: Query;
  text: string;
  positions: WeakMap<FieldPath | Query, number>;
}

/**
 * Reads one SOQL text into a query tree; names are not looked up yet.
 *
 * @throws SalesforceError MALFORMED_QUERY with row, column and what was expected there
 */
export function parseSoql(text: string): ParsedSoql {
  const cursor = new TokenCursor(text);
  const query = parseQuery(cursor);
  if (cursor.current.kind !== 'end') throw cursor.unexpected('the end of the query');
  return { query, text, positions: cursor.positions };
}
