import type { Condition, FieldPath, Query } from './ast.ts';
import type { CompileContext } from './compile-context.ts';
import { invalidField, malformed } from './query-faults.ts';

const MAX_SEMI_JOINS = 2;

type SemiJoin = Extract<Condition, { kind: 'semiJoin' }>;

/**
 * Refuses semi-joins and anti-joins where the platform does: more than two, under OR or NOT, in HAVING, in
 * another one, on the object of the query itself, or with clauses of their own beside WHERE.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm
 */
export function requireSemiJoinRules(context: CompileContext, query: Query): void {
  const all = query.where ? semiJoinsIn(query.where) : [];
  const refuse = (place: Query, message: string) => malformed(context, place, message);
  if (all.length > MAX_SEMI_JOINS) {
    throw refuse(query, `Maximum ${MAX_SEMI_JOINS} semi join sub-selects are allowed per query.`);
  }
  const [inHaving] = query.having ? semiJoinsIn(query.having) : [];
  if (inHaving) throw refuse(inHaving.query, 'Semi join sub-selects are not allowed in HAVING');
  const allowed = query.where ? topLevelTerms(query.where) : [];
  for (const semiJoin of all) {
    const inner = semiJoin.query;
    if (!allowed.includes(semiJoin)) {
      throw refuse(
        inner,
        'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.',
      );
    }
    if (inner.from.toLowerCase() === query.from.toLowerCase()) {
      throw refuse(inner, 'The inner and outer selects should not be on the same object type');
    }
    if (inner.where && semiJoinsIn(inner.where).length > 0) {
      throw refuse(inner, 'Nesting of semi join sub-selects is not supported');
    }
    if (
      inner.groupBy ||
      inner.having ||
      inner.orderBy ||
      inner.limit !== undefined ||
      inner.offset !== undefined
    ) {
      throw refuse(inner, 'Semi join sub-selects take no clause but WHERE');
    }
  }
}

/** The one field that a semi-join selects. */
export function semiJoinField(context: CompileContext, query: Query): FieldPath {
  const [selected, ...more] = query.select;
  if (selected?.kind !== 'field' || more.length > 0) {
    throw malformed(context, query, 'Semi join sub-selects must select one field');
  }
  if (selected.path.length > 1) {
    throw invalidField(
      context,
      selected.path,
      `Semi join sub-selects cannot select over a relationship: '${selected.path.join('.')}'`,
    );
  }
  return selected.path;
}

function semiJoinsIn(condition: Condition): SemiJoin[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.terms.flatMap(semiJoinsIn);
    case 'not':
      return semiJoinsIn(condition.term);
    case 'semiJoin':
      return [condition];
    case 'compare':
      return [];
  }
}

/** The terms that must all hold: the condition itself, or what AND joins, to any depth. */
function topLevelTerms(condition: Condition): Condition[] {
  return condition.kind === 'and' ? condition.terms.flatMap(topLevelTerms) : [condition];
}
