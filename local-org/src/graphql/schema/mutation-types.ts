import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
} from 'graphql';
import type { GraphQLFieldConfig, GraphQLFieldConfigMap } from 'graphql';
import type { FieldDef } from '../../schema/types.ts';
import type { AccessView, VisibleObject } from '../access-view.ts';
import type { GraphqlContext } from '../context.ts';
import { fieldKind } from '../field-kind.ts';
import type { OperationKind, OperationTarget } from '../mutation/operations.ts';
import { runMutation } from '../mutation/run-mutation.ts';
import type { Outcome } from '../mutation/run-mutation.ts';
import type { RecordTypes } from './record-types.ts';
import { IdOrRef, KIND_SCALARS } from './scalars.ts';

type Outcomes = ReadonlyMap<string, Outcome>;
type OperationField = GraphQLFieldConfig<Outcomes, GraphqlContext>;

const UIAPIMutationsInput = new GraphQLInputObjectType({
  name: 'UIAPIMutationsInput',
  fields: { allOrNone: { type: GraphQLBoolean } },
});
const RecordDeleteInput = new GraphQLInputObjectType({
  name: 'RecordDeleteInput',
  fields: { Id: { type: new GraphQLNonNull(IdOrRef) } },
});
const RecordDeletePayload = new GraphQLObjectType({
  name: 'RecordDeletePayload',
  fields: { Id: { type: GraphQLID } },
});

/**
 * The `Mutation` type, or undefined for a user who may write nothing.
 * https://developer.salesforce.com/docs/platform/graphql/guide/mutations-schema.html
 */
export function buildMutationType(view: AccessView, records: RecordTypes): GraphQLObjectType | undefined {
  const fields: GraphQLFieldConfigMap<Outcomes, GraphqlContext> = {};
  for (const object of view.objects.values()) {
    const name = object.def.name;
    if (object.createable.length > 0) fields[`${name}Create`] = writeField(object, 'Create', records);
    if (object.updateable.length > 0) fields[`${name}Update`] = writeField(object, 'Update', records);
    if (object.canDelete)
      fields[`${name}Delete`] = operation('Delete', name, RecordDeleteInput, RecordDeletePayload);
  }
  if (Object.keys(fields).length === 0) return undefined;
  const operations = new GraphQLObjectType({ name: 'UIAPIMutations', fields });
  return new GraphQLObjectType<unknown, GraphqlContext>({
    name: 'Mutation',
    fields: {
      uiapi: {
        type: new GraphQLNonNull(operations),
        args: { input: { type: UIAPIMutationsInput } },
        resolve: (_source, args: { input?: { allOrNone?: boolean | null } | null }, context, info) =>
          runMutation(args.input?.allOrNone ?? true, operations, context, info),
      },
    },
  });
}

function writeField(object: VisibleObject, kind: 'Create' | 'Update', records: RecordTypes): OperationField {
  const name = object.def.name;
  const fields = kind === 'Create' ? object.createable : object.updateable;
  const representation = new GraphQLInputObjectType({
    name: `${name}${kind}Representation`,
    fields: Object.fromEntries(fields.map((field) => [field.name, { type: inputScalar(field) }])),
  });
  const input = new GraphQLInputObjectType({
    name: `${name}${kind}Input`,
    fields: {
      ...(kind === 'Update' ? { Id: { type: new GraphQLNonNull(IdOrRef) } } : {}),
      [name]: { type: new GraphQLNonNull(representation) },
    },
  });
  const payload = new GraphQLObjectType({
    name: `${name}${kind}Payload`,
    fields: () => ({ Record: { type: records.node(name) } }),
  });
  return operation(kind, name, input, payload);
}

function operation(
  kind: OperationKind,
  object: string,
  input: GraphQLInputObjectType,
  payload: GraphQLObjectType,
): OperationField {
  const target: OperationTarget = { kind, object };
  return {
    type: payload,
    args: { input: { type: new GraphQLNonNull(input) } },
    extensions: { target },
    resolve: (outcomes, _args, _context, info) => {
      const outcome = outcomes.get(String(info.path.key));
      if (outcome && 'error' in outcome) throw outcome.error;
      return outcome?.payload;
    },
  };
}

function inputScalar(field: FieldDef): typeof IdOrRef {
  return field.reference ? IdOrRef : KIND_SCALARS[fieldKind(field)];
}
