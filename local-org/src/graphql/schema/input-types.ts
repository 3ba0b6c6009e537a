import { GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLString } from 'graphql';
import type { GraphQLInputFieldConfigMap, GraphQLInputType } from 'graphql';
import { objectOf, singleTarget } from '../access-view.ts';
import type { AccessView, VisibleObject } from '../access-view.ts';
import { fieldKind, isFilterable, isGroupable, isNumeric, isSortable } from '../field-kind.ts';
import type { FieldKind } from '../field-kind.ts';
import {
  AggregateOrderByNumberClause,
  AggregateOrderByStringClause,
  GroupByClause,
  GroupByType,
  OrderByClause,
} from './clauses.ts';
import { memoByName } from './memo.ts';
import { idOperators, OPERATOR_INPUTS } from './operators.ts';

/** The inputs that select, order and group records, by object API name. */
export interface InputTypes {
  filter(object: string): GraphQLInputObjectType;
  orderBy(object: string): GraphQLInputObjectType;
  aggregateOrderBy(object: string): GraphQLInputObjectType;
  groupBy(object: string): GraphQLInputObjectType;
  scope(object: string): GraphQLEnumType;
}

/** The inputs over what a user sees. A relationship repeats the input of the object it leads to. */
export function buildInputTypes(view: AccessView): InputTypes {
  const idInput = idOperators(() => join);

  const perObject = (
    suffix: string,
    clause: (kind: FieldKind) => GraphQLInputType | undefined,
    extra: (self: GraphQLInputObjectType) => GraphQLInputFieldConfigMap = () => ({}),
  ): ((name: string) => GraphQLInputObjectType) => {
    const byName = memoByName((name): GraphQLInputObjectType => {
      const self: GraphQLInputObjectType = new GraphQLInputObjectType({
        name: `${name}${suffix}`,
        fields: () => ({ ...clauseFields(objectOf(view, name), clause, byName), ...extra(self) }),
      });
      return self;
    });
    return byName;
  };

  const filter = perObject(
    '_Filter',
    (kind) => (isFilterable(kind) ? (OPERATOR_INPUTS.get(kind) ?? idInput) : undefined),
    (self) => ({
      and: { type: new GraphQLList(self) },
      or: { type: new GraphQLList(self) },
      not: { type: self },
    }),
  );
  const join = new GraphQLInputObjectType({
    name: 'JoinInput',
    fields: () => ({
      ...Object.fromEntries([...view.objects.keys()].map((name) => [name, { type: filter(name) }])),
      ApiName: { type: GraphQLString },
    }),
  });

  return {
    filter,
    orderBy: perObject('_OrderBy', (kind) => (isSortable(kind) ? OrderByClause : undefined)),
    aggregateOrderBy: perObject('_AggregateOrderBy', aggregateOrderClause),
    groupBy: perObject(
      '_GroupBy',
      (kind) => (isGroupable(kind) ? GroupByClause : undefined),
      () => ({ type: { type: GroupByType } }),
    ),
    scope: memoByName((name) => scopeEnum(objectOf(view, name))),
  };
}

function clauseFields(
  object: VisibleObject,
  clause: (kind: FieldKind) => GraphQLInputType | undefined,
  parent: (name: string) => GraphQLInputObjectType,
): GraphQLInputFieldConfigMap {
  const fields: GraphQLInputFieldConfigMap = {};
  for (const field of object.fields.values()) {
    const type = clause(fieldKind(field));
    if (type) fields[field.name] = { type };
  }
  for (const relationship of object.parents.values()) {
    const target = singleTarget(relationship);
    if (target !== undefined) fields[relationship.name] = { type: parent(target) };
  }
  return fields;
}

function aggregateOrderClause(kind: FieldKind): GraphQLInputType | undefined {
  if (!isSortable(kind)) return undefined;
  return isNumeric(kind) ? AggregateOrderByNumberClause : AggregateOrderByStringClause;
}

/** `MINE` needs an owner. Team, territory and queue scopes are not modelled, so the schema lacks them. */
function scopeEnum(object: VisibleObject): GraphQLEnumType {
  const scopes = object.fields.has('OwnerId') ? ['EVERYTHING', 'MINE'] : ['EVERYTHING'];
  return new GraphQLEnumType({
    name: `${object.def.name.toUpperCase()}_SCOPE`,
    values: Object.fromEntries(scopes.map((scope) => [scope, {}])),
  });
}
