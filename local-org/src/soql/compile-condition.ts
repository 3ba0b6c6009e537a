import type { Condition, Query } from './ast.ts';
import { compileComparison } from './compile-comparison.ts';
import type { CompileContext } from './compile-context.ts';
import { compileOperand, type Comparable } from './comparable.ts';
import { isIdType } from './filter-value.ts';
import { invalidField, invalidType, malformed } from './query-faults.ts';
import { QueryScope } from './query-scope.ts';
import { requireSemiJoinRules, semiJoinField } from './semi-join-rules.ts';
import { join, sql, type Sql } from './sql.ts';

/** Which side of GROUP BY a condition stands on. */
export type Clause = { kind: 'where' } | { kind: 'having'; isGrouped: (operand: Comparable) => boolean };

/** What every select filters by: its own WHERE, deletion, and which records the user may see. */
export function filterConditions(context: CompileContext, scope: QueryScope, query: Query): Sql[] {
  requireSemiJoinRules(context, query);
  const conditions: Sql[] = [];
  if (!context.allRows && context.schema.field(scope.object.name, 'IsDeleted')) {
    // A literal 0, not a parameter, so that the partial indexes of unique fields apply.
    conditions.push(sql`${scope.alias}."IsDeleted" = 0`);
  }
  if (query.where) conditions.push(compileCondition(context, scope, query.where));
  const visible = context.sharing(scope.object, scope.alias);
  if (visible) conditions.push(visible);
  return conditions;
}

/** SQL of a WHERE or HAVING expression. NOT takes what its term does not, records without a value included. */
export function compileCondition(
  context: CompileContext,
  scope: QueryScope,
  condition: Condition,
  clause: Clause = { kind: 'where' },
): Sql {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const terms = condition.terms.map((term) => compileCondition(context, scope, term, clause));
      return join(terms, condition.kind === 'and' ? ' AND ' : ' OR ') ?? sql`1`;
    }
    case 'not':
      return sql`(${compileCondition(context, scope, condition.term, clause)}) IS NOT TRUE`;
    case 'compare': {
      const left = compileOperand(context, scope, condition.left);
      requireClause(context, left, clause);
      return compileComparison(context, left, condition);
    }
    case 'semiJoin': {
      const left = compileOperand(context, scope, condition.left);
      requireClause(context, left, clause);
      return compileSemiJoin(context, left, condition.op, condition.query);
    }
  }
}

function requireClause(context: CompileContext, left: Comparable, clause: Clause): void {
  if (clause.kind === 'where' && left.aggregate) {
    throw malformed(context, left.place, `${left.name} cannot stand in WHERE; use HAVING`);
  }
  if (clause.kind === 'having' && !left.aggregate && !clause.isGrouped(left)) {
    throw malformed(context, left.place, `Field must be grouped or aggregated: ${left.name}`);
  }
}

/** `Id IN (SELECT AccountId FROM Contact WHERE …)` and its opposite; both sides are Ids. */
function compileSemiJoin(context: CompileContext, left: Comparable, op: 'IN' | 'NOT IN', query: Query): Sql {
  if (!isIdType(left.type)) {
    throw invalidField(
      context,
      left.place,
      `The left operand '${left.name}' in the where expression for outer query should be an id field, cannot use: '${left.name}'`,
    );
  }
  const object = context.schema.object(query.from);
  if (!object || !context.user.canObject(object.name, 'read')) throw invalidType(context, query);
  const selected = semiJoinField(context, query);
  const scope = new QueryScope(context, object, query.alias);
  const inner = scope.resolve(selected);
  if (!isIdType(inner.field.type)) {
    throw invalidField(
      context,
      selected,
      `semi join sub-selects can only query id fields, cannot use: '${inner.field.name}'`,
    );
  }
  const conditions = [...filterConditions(context, scope, query), sql`${inner.value} IS NOT NULL`];
  const where = join(conditions, ' AND ') ?? sql`1`;
  const inside = sql`${left.value} IN (SELECT ${inner.value} ${scope.from()} WHERE ${where})`;
  return op === 'IN' ? inside : sql`(${inside}) IS NOT TRUE`;
}
