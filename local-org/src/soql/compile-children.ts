import type { Query } from './ast.ts';
import { ColumnList } from './column-list.ts';
import { filterConditions } from './compile-condition.ts';
import type { CompileContext } from './compile-context.ts';
import { compileOrder } from './compile-order.ts';
import { isAggregateQuery } from './compile-aggregate.ts';
import { malformed, noSuchChildren } from './query-faults.ts';
import { planSelect } from './plan-select.ts';
import { QueryScope } from './query-scope.ts';
import type { ChildPlan } from './record-plan.ts';
import { bind, bindList, commaSeparated, join, sql } from './sql.ts';

/** Compiles `(SELECT … FROM Contacts …)`: one statement for all parents, with LIMIT and OFFSET for each. */
export function compileChildren(context: CompileContext, parent: QueryScope, query: Query): ChildPlan {
  const relationship = context.schema
    .childRelationships(parent.object.name)
    .find((child) => child.name.toLowerCase() === query.from.toLowerCase());
  const object = relationship && context.schema.object(relationship.childObject);
  const field = relationship && object && context.schema.field(object.name, relationship.field);
  if (!object || !field) throw noSuchChildren(context, query);
  const { user } = context;
  if (!user.canObject(object.name, 'read') || !user.canField(object.name, field.name, 'read')) {
    throw noSuchChildren(context, query);
  }
  if (isAggregateQuery(query)) throw malformed(context, query, 'Aggregates are not supported in subqueries');

  const scope = new QueryScope(context, object, query.alias ?? query.from);
  const columns = new ColumnList();
  const plan = planSelect(context, scope, query, columns, compileChildren);
  const parentId = context.fieldSql(object, field, scope.alias);
  const parentColumn = columns.add(parentId);
  const conditions = filterConditions(context, scope, query);
  const order = commaSeparated([...compileOrder(context, scope, query.orderBy ?? []), sql`${scope.root.id}`]);
  const from = scope.from();
  return {
    plan,
    parentColumn,
    statement: (parentIds) => {
      const where = join([sql`${parentId} IN ${bindList(parentIds)}`, ...conditions], ' AND ') ?? sql`1`;
      if (query.limit === undefined && query.offset === undefined) {
        return sql`SELECT ${columns.sql} ${from} WHERE ${where} ORDER BY ${order}`;
      }
      const first = query.offset ?? 0;
      const last = query.limit === undefined ? Number.MAX_SAFE_INTEGER : first + query.limit;
      return sql`SELECT ${columns.names} FROM (SELECT ${columns.named},
        ROW_NUMBER() OVER (PARTITION BY ${parentId} ORDER BY ${order}) AS place ${from} WHERE ${where})
        WHERE place > ${bind(first)} AND place <= ${bind(last)} ORDER BY place`;
    },
  };
}
