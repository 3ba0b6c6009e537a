import { GraphQLError } from 'graphql';
import type { Comparison, Condition, FieldPath, Literal, Query } from '../../soql/ast.ts';
import type { FieldDef } from '../../schema/types.ts';
import type { AccessView, VisibleObject } from '../access-view.ts';
import { dateLiteral } from './date-literal.ts';

type Filter = Readonly<Record<string, unknown>>;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  eq: '=',
  ne: '!=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  like: 'LIKE',
  in: 'IN',
  nin: 'NOT IN',
  includes: 'INCLUDES',
  excludes: 'EXCLUDES',
};
const JOINS: Readonly<Record<string, 'IN' | 'NOT IN'>> = { inq: 'IN', ninq: 'NOT IN' };

/**
 * A coerced `where` argument as a condition, or undefined when it asks for nothing. Several keys of one
 * filter, and several operators of one field, are joined by AND.
 * https://developer.salesforce.com/docs/platform/graphql/guide/filter-fields.html
 */
export function toCondition(
  view: AccessView,
  object: VisibleObject,
  filter: Filter | null | undefined,
  prefix: FieldPath = [],
): Condition | undefined {
  const terms: Condition[] = [];
  for (const [name, value] of Object.entries(filter ?? {})) {
    if (value === null || value === undefined) continue;
    const term = toTerm(view, object, name, value as Filter, prefix);
    if (term) terms.push(term);
  }
  return joined('and', terms);
}

/** Several conditions as one; undefined when there is none. */
export function joined(kind: 'and' | 'or', terms: readonly (Condition | undefined)[]): Condition | undefined {
  const given = terms.filter((term) => term !== undefined);
  return given.length > 1 ? { kind, terms: given } : given[0];
}

function toTerm(
  view: AccessView,
  object: VisibleObject,
  name: string,
  value: Filter | Filter[],
  prefix: FieldPath,
): Condition | undefined {
  const nested = (filter: Filter): Condition | undefined => toCondition(view, object, filter, prefix);
  if (name === 'and' || name === 'or') return joined(name, (value as Filter[]).map(nested));
  if (name === 'not') {
    const term = nested(value as Filter);
    return term && { kind: 'not', term };
  }
  const field = object.fields.get(name);
  if (field) return joined('and', fieldTerms(view, field, value as Filter, [...prefix, name]));
  const parent = view.objects.get(object.parents.get(name)?.to[0] ?? '');
  return parent && toCondition(view, parent, value as Filter, [...prefix, name]);
}

function fieldTerms(view: AccessView, field: FieldDef, operators: Filter, path: FieldPath): Condition[] {
  return Object.entries(operators).map(([operator, operand]) => {
    const left = { kind: 'field', path } as const;
    const join = JOINS[operator];
    if (join) return { kind: 'semiJoin', left, op: join, query: joinQuery(view, operand as Filter) };
    const op = COMPARISONS[operator];
    if (!op) throw new GraphQLError(`${path.join('.')} has no operator ${operator}`);
    const right = Array.isArray(operand)
      ? operand.map((one) => literal(field, one))
      : literal(field, operand);
    return { kind: 'compare', left, op, right };
  });
}

/** `{ Contact: { …filter }, ApiName: "AccountId" }`: one object, and the field of it that is compared. */
function joinQuery(view: AccessView, join: Filter): Query {
  const { ApiName: fieldName, ...rest } = join;
  const [entry, ...others] = Object.entries(rest);
  const object = view.objects.get(entry?.[0] ?? '');
  if (!entry || others.length > 0 || !object) {
    throw new GraphQLError('inq and ninq take exactly one object with its filter, and ApiName');
  }
  const field = object.fields.get(String(fieldName ?? ''));
  if (!field) {
    throw new GraphQLError(
      `ApiName must name a field of ${object.def.name}, not ${JSON.stringify(fieldName ?? null)}`,
    );
  }
  const where = toCondition(view, object, entry[1] as Filter);
  return {
    from: object.def.name,
    select: [{ kind: 'field', path: [field.name] }],
    ...(where ? { where } : {}),
  };
}

function literal(field: FieldDef, value: unknown): Literal {
  if (value === null || value === undefined) return { kind: 'null' };
  if (field.type === 'date' || field.type === 'datetime') return dateLiteral(field.type, value);
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') return { kind: 'number', value };
  return { kind: 'string', value: String(value) };
}
