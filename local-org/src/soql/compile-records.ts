import type { Query } from './ast.ts';
import { ColumnList } from './column-list.ts';
import { compileChildren } from './compile-children.ts';
import { filterConditions } from './compile-condition.ts';
import type { CompileContext } from './compile-context.ts';
import { compileOrder } from './compile-order.ts';
import { limitClause } from './limit-clause.ts';
import { malformed } from './query-faults.ts';
import type { QueryScope } from './query-scope.ts';
import { planSelect } from './plan-select.ts';
import type { RecordPlan } from './record-plan.ts';
import { bindList, commaSeparated, join, sql, type Sql } from './sql.ts';

/** A query for records, as the statements that its pages need. */
export interface CompiledRecords {
  kind: 'records';
  plan: RecordPlan;
  /** The first `most` rows, or all. */
  rows: (most?: number) => Sql;
  /** The Ids of all rows, in order. */
  ids: Sql;
  /** The rows of these Ids, in no order. */
  rowsById: (ids: readonly string[]) => Sql;
}

/** Compiles a query that answers records and no aggregates. */
export function compileRecords(context: CompileContext, scope: QueryScope, query: Query): CompiledRecords {
  if (query.having) throw malformed(context, query, 'HAVING needs GROUP BY');
  const columns = new ColumnList();
  const plan = planSelect(context, scope, query, columns, compileChildren);
  const where = join(filterConditions(context, scope, query), ' AND ') ?? sql`1`;
  // The Id makes the order total, so that every page agrees on it.
  const order = [...compileOrder(context, scope, query.orderBy ?? []), sql`${scope.root.id}`];
  const from = scope.from();
  const rest = sql`${from} WHERE ${where} ORDER BY ${commaSeparated(order)}`;
  return {
    kind: 'records',
    plan,
    rows: (most) => sql`SELECT ${columns.sql} ${rest}${limitClause(query, most)}`,
    ids: sql`SELECT ${scope.root.id} ${rest}${limitClause(query)}`,
    rowsById: (ids) => sql`SELECT ${columns.sql} ${from} WHERE ${scope.root.id} IN ${bindList(ids)}`,
  };
}
