import { GraphQLInputObjectType, GraphQLList } from 'graphql';
import type { GraphQLInputFieldConfigMap, GraphQLInputType } from 'graphql';
import type { FieldKind } from '../field-kind.ts';
import { DateInput, DateTimeInput } from './date-inputs.ts';
import { KIND_SCALARS } from './scalars.ts';

type Operator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'like' | 'in' | 'nin' | 'includes' | 'excludes';

const LIST_OPERATORS: ReadonlySet<Operator> = new Set(['in', 'nin', 'includes', 'excludes']);
const EQUALITY: Operator[] = ['eq', 'ne', 'in', 'nin'];
const ORDERED: Operator[] = [...EQUALITY, 'lt', 'lte', 'gt', 'gte'];
const TEXT: Operator[] = [...ORDERED, 'like'];

/** https://developer.salesforce.com/docs/platform/graphql/guide/filter-fields.html */
const OPERATORS: Readonly<Partial<Record<FieldKind, Operator[]>>> = {
  String: TEXT,
  TextArea: TEXT,
  Email: TEXT,
  PhoneNumber: TEXT,
  Url: TEXT,
  Picklist: TEXT,
  MultiPicklist: ['eq', 'ne', 'includes', 'excludes'],
  Boolean: ['eq', 'ne'],
  Int: ORDERED,
  Double: ORDERED,
  Currency: ORDERED,
  Percent: ORDERED,
  Date: ORDERED,
  DateTime: ORDERED,
};

/** The `…Operators` inputs of every kind but ID, whose joins depend on the objects a user sees. */
export const OPERATOR_INPUTS: ReadonlyMap<FieldKind, GraphQLInputObjectType> = new Map(
  Object.entries(OPERATORS).map(([kind, operators]) => [
    kind as FieldKind,
    new GraphQLInputObjectType({
      name: kind === 'Int' ? 'IntegerOperators' : `${kind}Operators`,
      fields: operatorFields(operators, operandType(kind as FieldKind)),
    }),
  ]),
);

/** `IdOperators`: equality, and the semi-join (`inq`) and anti-join (`ninq`) over `join`. */
export function idOperators(join: () => GraphQLInputObjectType): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name: 'IdOperators',
    fields: () => ({
      ...operatorFields(EQUALITY, KIND_SCALARS.ID),
      inq: { type: join() },
      ninq: { type: join() },
    }),
  });
}

function operandType(kind: FieldKind): GraphQLInputType {
  if (kind === 'Date') return DateInput;
  return kind === 'DateTime' ? DateTimeInput : KIND_SCALARS[kind];
}

function operatorFields(operators: Operator[], operand: GraphQLInputType): GraphQLInputFieldConfigMap {
  return Object.fromEntries(
    operators.map((name) => [name, { type: LIST_OPERATORS.has(name) ? new GraphQLList(operand) : operand }]),
  );
}
