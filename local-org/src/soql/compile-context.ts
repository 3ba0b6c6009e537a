import type { FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import type { FieldPath, Query } from './ast.ts';
import type { Sql } from './sql.ts';

/** What compiling one query needs to know; aliases are counted here, so that nested selects never share one. */
export interface CompileContext {
  schema: Schema;
  user: UserContext;
  /** The current day in UTC, `YYYY-MM-DD`: the zone of the local org's users. */
  today: string;
  /** Deleted records too. */
  allRows: boolean;
  /** The text that was parsed, to point at a fault; a tree built by code has none. */
  source?: { text: string; positions: WeakMap<FieldPath | Query, number> };
  /** Which records of the object the user may see; undefined means all. */
  sharing(object: ObjectDef, alias: string): Sql | undefined;
  /** The SQL of a field's value, a formula's included. */
  fieldSql(object: ObjectDef, field: FieldDef, alias: string): string;
  nextAlias(): string;
}
