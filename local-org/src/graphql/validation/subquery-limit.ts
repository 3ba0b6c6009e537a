import { getNamedType, GraphQLError, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema } from 'graphql';

/** https://developer.salesforce.com/docs/platform/graphql/guide/limits.html */
const MAX_SUBQUERIES = 10;

/** Refuses a document that asks for more lists of records than one request may. */
export function checkSubqueries(schema: GraphQLSchema, document: DocumentNode): GraphQLError[] {
  const types = new TypeInfo(schema);
  const lists: FieldNode[] = [];
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        if (getNamedType(types.getType())?.name.endsWith('Connection')) lists.push(node);
      },
    }),
  );
  if (lists.length <= MAX_SUBQUERIES) return [];
  return [
    new GraphQLError(`The query has ${lists.length} subqueries; at most ${MAX_SUBQUERIES} are allowed`, {
      nodes: lists.slice(MAX_SUBQUERIES),
    }),
  ];
}
