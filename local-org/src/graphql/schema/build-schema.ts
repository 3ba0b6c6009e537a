import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  specifiedDirectives,
} from 'graphql';
import type { GraphQLFieldConfigMap } from 'graphql';
import { objectOf } from '../access-view.ts';
import type { AccessView } from '../access-view.ts';
import type { GraphqlContext } from '../context.ts';
import { readAggregate } from '../query/read-aggregate.ts';
import { readConnection } from '../query/read-connection.ts';
import { readCurrentUser } from '../query/read-current-user.ts';
import { buildAggregateTypes } from './aggregate-types.ts';
import { buildInputTypes } from './input-types.ts';
import type { InputTypes } from './input-types.ts';
import { buildMutationType } from './mutation-types.ts';
import { objectInfosField, PicklistField, StandardField } from './object-info-types.ts';
import { buildRecordTypes } from './record-types.ts';

type RootFields = GraphQLFieldConfigMap<unknown, GraphqlContext>;

/**
 * Leaves a field out of the answer, instead of failing the request, when the user cannot see it.
 * https://developer.salesforce.com/docs/platform/graphql/guide/query-record-objects.html
 */
export const OptionalDirective = new GraphQLDirective({
  name: 'optional',
  locations: [DirectiveLocation.FIELD],
});

/**
 * The GraphQL schema of what one user sees: an object or field she has no access to is not in it, so naming
 * it is a validation error, as in an org.
 */
export function buildSchema(view: AccessView): GraphQLSchema {
  const inputs = buildInputTypes(view);
  const records = buildRecordTypes(view, inputs);
  const aggregates = buildAggregateTypes(view);
  const objects = [...view.objects.values()].filter((object) => object.fields.size > 0);

  const query: RootFields = {};
  const aggregate: RootFields = {};
  for (const object of objects) {
    const name = object.def.name;
    const args = recordArguments(inputs, name);
    query[name] = {
      type: records.connection(name),
      args: { ...args, orderBy: { type: inputs.orderBy(name) }, upperBound: { type: GraphQLInt } },
      resolve: (_source, given, context, info) =>
        readConnection(objectOf(context.view, name), given, context, info),
    };
    aggregate[name] = {
      type: aggregates(name),
      args: {
        ...args,
        orderBy: { type: inputs.aggregateOrderBy(name) },
        groupBy: { type: inputs.groupBy(name) },
      },
      resolve: (_source, given, context, info) =>
        readAggregate(objectOf(context.view, name), given, context, info),
    };
  }

  const uiapi: RootFields = { objectInfos: objectInfosField };
  if (objects.length > 0) {
    uiapi['query'] = namespace('RecordQuery', query);
    uiapi['aggregate'] = namespace('RecordQueryAggregate', aggregate);
  }
  if (view.objects.has('User')) {
    uiapi['currentUser'] = {
      type: records.node('User'),
      resolve: (_source, _args, context, info) => readCurrentUser(context, info),
    };
  }
  const mutation = buildMutationType(view, records);
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { uiapi: namespace('UIAPI', uiapi) } }),
    ...(mutation ? { mutation } : {}),
    types: [PicklistField, StandardField],
    directives: [...specifiedDirectives, OptionalDirective],
  });
}

function recordArguments(inputs: InputTypes, name: string): NonNullable<RootFields[string]['args']> {
  return {
    first: { type: GraphQLInt },
    after: { type: GraphQLString },
    where: { type: inputs.filter(name) },
    scope: { type: inputs.scope(name) },
  };
}

/** A field that only groups others. */
function namespace(name: string, fields: RootFields): RootFields[string] {
  return { type: new GraphQLNonNull(new GraphQLObjectType({ name, fields })), resolve: () => ({}) };
}
