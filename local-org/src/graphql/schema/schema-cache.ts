import type { GraphQLSchema } from 'graphql';
import type { AccessView } from '../access-view.ts';
import { buildSchema } from './build-schema.ts';

const MAX_SCHEMAS = 20;

/** GraphQL schemas of one org, one per kind of access; the least recently used goes first. */
export function createSchemaCache(): (view: AccessView) => GraphQLSchema {
  const schemas = new Map<string, GraphQLSchema>();
  return (view) => {
    const schema = schemas.get(view.fingerprint) ?? buildSchema(view);
    schemas.delete(view.fingerprint);
    schemas.set(view.fingerprint, schema);
    const oldest = schemas.keys().next().value;
    if (schemas.size > MAX_SCHEMAS && oldest !== undefined) schemas.delete(oldest);
    return schema;
  };
}
