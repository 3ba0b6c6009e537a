import { GraphQLBoolean, GraphQLEnumType, GraphQLInputObjectType } from 'graphql';

const ResultOrder = new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } });
const NullsOrder = new GraphQLEnumType({ name: 'NullsOrder', values: { FIRST: {}, LAST: {} } });

const ORDER_FIELDS = { order: { type: ResultOrder }, nulls: { type: NullsOrder } };

/** https://developer.salesforce.com/docs/platform/graphql/guide/order.html */
export const OrderByClause = new GraphQLInputObjectType({ name: 'OrderByClause', fields: ORDER_FIELDS });

/** Orders groups by a grouped field, or by a function of a field. */
export const AggregateOrderByNumberClause = new GraphQLInputObjectType({
  name: 'AggregateOrderByNumberClause',
  fields: {
    ...ORDER_FIELDS,
    function: {
      type: enumOf('AggregateOrderByNumberFunction', ['AVG', 'COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN', 'SUM']),
    },
  },
});
export const AggregateOrderByStringClause = new GraphQLInputObjectType({
  name: 'AggregateOrderByStringClause',
  fields: {
    ...ORDER_FIELDS,
    function: { type: enumOf('AggregateOrderByStringFunction', ['COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN']) },
  },
});

/** https://developer.salesforce.com/docs/platform/graphql/guide/aggregate-groupby-schema.html */
export const GroupByClause = new GraphQLInputObjectType({
  name: 'GroupByClause',
  fields: { group: { type: GraphQLBoolean } },
});
export const GroupByType = enumOf('GroupByType', ['GROUP_BY', 'ROLLUP', 'CUBE']);

function enumOf(name: string, values: string[]): GraphQLEnumType {
  return new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, {}])) });
}
