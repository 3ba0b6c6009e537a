import { TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { OptionalDirective } from '../schema/build-schema.ts';

/** The document without the `@optional` fields that the user's schema does not have. */
export function dropOptionalFields(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(node) {
          const optional = node.directives?.some(({ name }) => name.value === OptionalDirective.name);
          return optional && types.getParentType() && !types.getFieldDef() ? null : undefined;
        },
      },
    }),
  );
}
