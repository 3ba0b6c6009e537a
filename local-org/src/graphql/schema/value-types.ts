import { GraphQLNonNull, GraphQLInterfaceType, GraphQLObjectType, GraphQLString } from 'graphql';
import type { GraphQLFieldConfigMap, GraphQLScalarType } from 'graphql';
import { FIELD_KINDS, isMeasurable, isNumeric } from '../field-kind.ts';
import type { FieldKind } from '../field-kind.ts';
import { KIND_SCALARS, Long } from './scalars.ts';

/** A field's value as a client reads it. */
export interface ReadValue {
  value: unknown;
  displayValue: string | null;
  label?: string | null;
}

const FieldValue = new GraphQLInterfaceType({
  name: 'FieldValue',
  fields: { displayValue: { type: GraphQLString } },
});

const LABELLED: ReadonlySet<FieldKind> = new Set(['Picklist', 'MultiPicklist']);

/** `CurrencyValue`, `PicklistValue`, …: the raw value and what a person reads. */
export const VALUE_TYPES = byKind((kind) => {
  return valueType(`${kind}Value`, KIND_SCALARS[kind], LABELLED.has(kind));
});

/** Counts. */
const LongValue = valueType('LongValue', Long, false);

/** `CurrencyAggregate`, …: the grouped value, and the functions that its kind allows. */
export const AGGREGATE_TYPES = byKind((kind) => {
  return new GraphQLObjectType({ name: `${kind}Aggregate`, fields: aggregateFields(kind) });
});

function valueType(name: string, scalar: GraphQLScalarType, labelled: boolean): GraphQLObjectType {
  return new GraphQLObjectType<ReadValue>({
    name,
    interfaces: [FieldValue],
    isTypeOf: () => true,
    fields: {
      value: { type: scalar },
      displayValue: { type: GraphQLString },
      ...(labelled ? { label: { type: GraphQLString } } : {}),
    },
  });
}

/** An average of whole numbers is not whole; sums and averages otherwise keep their kind. */
function aggregateFields(kind: FieldKind): GraphQLFieldConfigMap<unknown, unknown> {
  const own = VALUE_TYPES[kind];
  const measure = kind === 'Int' ? VALUE_TYPES.Double : own;
  return {
    value: { type: KIND_SCALARS[kind] },
    displayValue: { type: GraphQLString },
    ...(LABELLED.has(kind) ? { label: { type: GraphQLString } } : {}),
    ...(isMeasurable(kind)
      ? {
          count: { type: new GraphQLNonNull(LongValue) },
          countDistinct: { type: new GraphQLNonNull(LongValue) },
          min: { type: own },
          max: { type: own },
        }
      : {}),
    ...(isNumeric(kind) ? { sum: { type: kind === 'Int' ? LongValue : own }, avg: { type: measure } } : {}),
  };
}

function byKind<T>(make: (kind: FieldKind) => T): Readonly<Record<FieldKind, T>> {
  return Object.fromEntries(FIELD_KINDS.map((kind) => [kind, make(kind)])) as Record<FieldKind, T>;
}
