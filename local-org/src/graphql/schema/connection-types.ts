import {
  GraphQLBoolean,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';

const PageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});

/**
 * `<prefix>Connection` and `<prefix>Edge` around a node, after the Relay connection specification.
 * https://developer.salesforce.com/docs/platform/graphql/guide/paginate.html
 */
export function connectionType(prefix: string, node: () => GraphQLObjectType): GraphQLObjectType {
  const edge = new GraphQLObjectType({
    name: `${prefix}Edge`,
    fields: () => ({
      node: { type: node() },
      cursor: { type: new GraphQLNonNull(GraphQLString) },
    }),
  });
  return new GraphQLObjectType({
    name: `${prefix}Connection`,
    fields: {
      edges: { type: new GraphQLList(edge) },
      pageInfo: { type: new GraphQLNonNull(PageInfo) },
      totalCount: { type: new GraphQLNonNull(GraphQLInt) },
      pageResultCount: { type: new GraphQLNonNull(GraphQLInt) },
    },
  });
}
