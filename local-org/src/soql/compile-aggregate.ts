import type { FieldValue } from '../records/types.ts';
import type { GroupBy, Query, SelectItem } from './ast.ts';
import { AGGREGATE_FUNCTIONS } from './functions.ts';
import { compileCondition, filterConditions } from './compile-condition.ts';
import { compileCall, compileOperand, requireGroupable, type Comparable } from './comparable.ts';
import type { CompileContext } from './compile-context.ts';
import { compileOrder } from './compile-order.ts';
import { limitClause } from './limit-clause.ts';
import { malformed } from './query-faults.ts';
import type { QueryScope } from './query-scope.ts';
import { readValue } from './record-plan.ts';
import { commaSeparated, join, sql, type Sql } from './sql.ts';

/** A query whose rows are groups, not records. */
export interface CompiledAggregate {
  kind: 'aggregate';
  statement: Sql;
  columns: { name: string; read: (raw: unknown) => FieldValue }[];
}

/** Whether a query answers aggregate results rather than records. */
export function isAggregateQuery(query: Query): boolean {
  return (
    query.groupBy !== undefined ||
    query.select.some((item) => item.kind === 'aggregate' && AGGREGATE_FUNCTIONS.has(item.call.name))
  );
}

/** Compiles a query with GROUP BY or aggregates. */
export function compileAggregate(
  context: CompileContext,
  scope: QueryScope,
  query: Query,
): CompiledAggregate {
  const groups = (query.groupBy ?? []).map((by) => compileGroup(context, scope, by));
  const isGrouped = (operand: Comparable) => groups.some(({ value }) => value === operand.value);
  const requireGrouped = (operand: Comparable) => {
    if (operand.aggregate || isGrouped(operand)) return;
    throw malformed(context, operand.place, `Field must be grouped or aggregated: ${operand.name}`);
  };
  if (groups.length === 0) requireNothingButAggregates(context, query);

  const names = new ColumnNames(context);
  const selected = query.select.map((item) => {
    const operand = compileItem(context, scope, query, item);
    requireGrouped(operand);
    return { operand, name: names.next(item, operand) };
  });
  const order = compileOrder(context, scope, query.orderBy ?? [], requireGrouped);
  const having =
    query.having && compileCondition(context, scope, query.having, { kind: 'having', isGrouped });
  const where = join(filterConditions(context, scope, query), ' AND ') ?? sql`1`;
  const statement = [
    sql`SELECT ${selected.map(({ operand }) => operand.value).join(', ')} ${scope.from()} WHERE ${where}`,
    groups.length > 0 ? sql` GROUP BY ${groups.map(({ value }) => value).join(', ')}` : sql``,
    having ? sql` HAVING ${having}` : sql``,
    order.length > 0 ? sql` ORDER BY ${commaSeparated(order)}` : sql``,
    limitClause(query),
  ].reduce((all, clause) => sql`${all}${clause}`);
  return {
    kind: 'aggregate',
    statement,
    columns: selected.map(({ operand, name }) => ({ name, read: readValue(operand.type) })),
  };
}

function compileGroup(context: CompileContext, scope: QueryScope, by: GroupBy): Comparable {
  const operand = Array.isArray(by)
    ? compileOperand(context, scope, { kind: 'field', path: by })
    : compileCall(context, scope, by);
  if (operand.aggregate)
    throw malformed(context, operand.place, `GROUP BY takes no aggregate: ${operand.name}`);
  requireGroupable(context, operand);
  return operand;
}

function compileItem(context: CompileContext, scope: QueryScope, query: Query, item: SelectItem): Comparable {
  switch (item.kind) {
    case 'field':
      return compileOperand(context, scope, item);
    case 'aggregate':
      if (!item.call.arg)
        throw malformed(context, query, 'COUNT() stands alone; in a grouped query use COUNT(Id)');
      return compileCall(context, scope, item.call);
    default:
      throw malformed(context, query, 'A query with aggregates selects fields and functions only');
  }
}

function requireNothingButAggregates(context: CompileContext, query: Query): void {
  const clause = query.orderBy
    ? 'ORDER BY'
    : query.limit !== undefined
      ? 'LIMIT'
      : query.having
        ? 'HAVING'
        : '';
  if (clause) {
    throw malformed(
      context,
      query,
      `Non-grouped query that uses overall aggregate functions cannot also use ${clause}`,
    );
  }
}

/** The keys of a result: an alias, a field's own name, or expr0, expr1, … for functions. */
class ColumnNames {
  readonly #context: CompileContext;
  readonly #taken = new Set<string>();
  #expressions = 0;

  constructor(context: CompileContext) {
    this.#context = context;
  }

  next(item: SelectItem, { resolved, place }: Comparable): string {
    const alias = 'alias' in item ? item.alias : undefined;
    const name = alias ?? resolved?.field.name ?? `expr${this.#expressions++}`;
    if (this.#taken.has(name.toLowerCase()))
      throw malformed(this.#context, place, `duplicate alias: ${name}`);
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
