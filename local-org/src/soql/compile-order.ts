import type { OrderBy } from './ast.ts';
import { compileOperand, type Comparable } from './comparable.ts';
import type { CompileContext } from './compile-context.ts';
import { invalidField } from './query-faults.ts';
import type { QueryScope } from './query-scope.ts';
import { bind, sql, type Sql } from './sql.ts';

/**
 * The terms of ORDER BY. Records without a value come first unless the query says otherwise, text sorts
 * without case, and picklists sort by the order of their values.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_orderby.htm
 */
export function compileOrder(
  context: CompileContext,
  scope: QueryScope,
  orderBy: readonly OrderBy[],
  check: (operand: Comparable) => void = () => undefined,
): Sql[] {
  return orderBy.map((order) => {
    const operand = compileOperand(context, scope, order.by);
    const { resolved, name, place } = operand;
    if (resolved && (resolved.field.longText || resolved.field.type === 'multipicklist')) {
      throw invalidField(context, place, `field '${name}' can not be sorted in a query call`);
    }
    check(operand);
    return sql`${sortValue(operand)} ${order.direction}${nullsClause(order)}`;
  });
}

/** SQLite sorts nulls first when ascending and last when descending: said only where that differs. */
function nullsClause({ direction, nulls = 'FIRST' }: OrderBy): string {
  const natural = direction === 'ASC' ? 'FIRST' : 'LAST';
  return nulls === natural ? '' : ` NULLS ${nulls}`;
}

function sortValue({ value, resolved }: Comparable): Sql {
  const values = resolved?.field.type === 'picklist' ? (resolved.field.picklist?.values ?? []) : [];
  if (values.length === 0) return sql`${value}`;
  const ranks = values.reduce(
    (cases, { value: option }, rank) => sql`${cases} WHEN ${value} = ${bind(option)} THEN ${String(rank)}`,
    sql`WHEN ${value} IS NULL THEN NULL`,
  );
  return sql`CASE ${ranks} ELSE ${String(values.length)} END`;
}
