import { SalesforceError } from '../errors.ts';
import type { FieldPath, Query } from './ast.ts';
import { parseQuery } from './parse-query.ts';
import { TokenCursor } from './token-cursor.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_soslsoql.htm */
const MAX_CHARACTERS = 100_000;

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
  if (text.length > MAX_CHARACTERS) {
    throw new SalesforceError(
      'MALFORMED_QUERY',
      `SOQL statements cannot be longer than ${MAX_CHARACTERS} characters.`,
    );
  }
  const cursor = new TokenCursor(text);
  const query = parseQuery(cursor);
  if (cursor.current.kind !== 'end') throw cursor.unexpected('the end of the query');
  return { query, text, positions: cursor.positions };
}
