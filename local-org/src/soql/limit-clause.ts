import type { Query } from './ast.ts';
import { bind, sql, type Sql } from './sql.ts';

/** SQLite's word for no limit. */
const UNLIMITED = -1;

/** LIMIT and OFFSET of a query, cut to `most` rows. */
export function limitClause({ limit, offset }: Query, most?: number): Sql {
  const wanted = [limit, most].filter((count) => count !== undefined);
  if (wanted.length === 0 && offset === undefined) return sql``;
  const count = wanted.length === 0 ? UNLIMITED : Math.min(...wanted);
  return sql` LIMIT ${bind(count)} OFFSET ${bind(offset ?? 0)}`;
}
