import { GraphQLNonNull, GraphQLObjectType } from 'graphql';
import type { GraphQLFieldConfigMap } from 'graphql';
import { objectOf, singleTarget } from '../access-view.ts';
import type { AccessView, VisibleObject } from '../access-view.ts';
import { fieldKind, isGroupable, isMeasurable } from '../field-kind.ts';
import { connectionType } from './connection-types.ts';
import { memoByName } from './memo.ts';
import { AGGREGATE_TYPES } from './value-types.ts';

/** The aggregate connection of each visible object, by API name. */
export function buildAggregateTypes(view: AccessView): (object: string) => GraphQLObjectType {
  const aggregate = memoByName(
    (name): GraphQLObjectType =>
      new GraphQLObjectType({
        name: `${name}Aggregate`,
        fields: () => aggregateFields(objectOf(view, name)),
      }),
  );

  function aggregateFields(object: VisibleObject): GraphQLFieldConfigMap<unknown, unknown> {
    const fields: GraphQLFieldConfigMap<unknown, unknown> = {};
    for (const field of object.fields.values()) {
      const kind = fieldKind(field);
      if (isGroupable(kind) || isMeasurable(kind)) fields[field.name] = { type: AGGREGATE_TYPES[kind] };
    }
    for (const parent of object.parents.values()) {
      const target = singleTarget(parent);
      if (target !== undefined) fields[parent.name] = { type: aggregate(target) };
    }
    return fields;
  }

  return memoByName((name) =>
    connectionType(
      `${name}Aggregate`,
      () =>
        new GraphQLObjectType({
          name: `${name}Result`,
          fields: { aggregate: { type: new GraphQLNonNull(aggregate(name)) } },
        }),
    ),
  );
}
