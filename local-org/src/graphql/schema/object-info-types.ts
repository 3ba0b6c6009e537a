import {
  GraphQLBoolean,
  GraphQLError,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { GraphQLFieldConfigMap, GraphQLOutputType, GraphQLScalarType } from 'graphql';
import type { FieldInfo } from '../../ui-model/field-info.ts';
import { MASTER_RECORD_TYPE_ID, objectInfo } from '../../ui-model/object-info.ts';
import type { ObjectInfo } from '../../ui-model/object-info.ts';
import { defaultPicklistValue, picklistValueInfos } from '../../ui-model/picklist-values.ts';
import type { GraphqlContext } from '../context.ts';

const MAX_OBJECT_INFOS = 100;

interface FieldSource {
  info: FieldInfo;
  object: string;
}

const PicklistValueInfo = new GraphQLObjectType({
  name: 'PicklistValueInfo',
  fields: { label: { type: GraphQLString }, value: { type: GraphQLString } },
});
const PicklistValueByRecordTypeID = new GraphQLObjectType({
  name: 'PicklistValueByRecordTypeID',
  fields: {
    recordTypeID: { type: new GraphQLNonNull(GraphQLID) },
    defaultValue: { type: PicklistValueInfo },
    picklistValues: { type: new GraphQLList(PicklistValueInfo) },
  },
});
const ReferenceToInfo = new GraphQLObjectType({
  name: 'ReferenceToInfo',
  fields: { ApiName: { type: GraphQLString }, nameFields: { type: new GraphQLList(GraphQLString) } },
});

const FIELD_SCALARS: Partial<Record<keyof FieldInfo, GraphQLScalarType>> = {
  label: GraphQLString,
  dataType: GraphQLString,
  extraTypeInfo: GraphQLString,
  inlineHelpText: GraphQLString,
  relationshipName: GraphQLString,
  calculated: GraphQLBoolean,
  createable: GraphQLBoolean,
  custom: GraphQLBoolean,
  filterable: GraphQLBoolean,
  htmlFormatted: GraphQLBoolean,
  nameField: GraphQLBoolean,
  polymorphicForeignKey: GraphQLBoolean,
  reference: GraphQLBoolean,
  required: GraphQLBoolean,
  sortable: GraphQLBoolean,
  unique: GraphQLBoolean,
  updateable: GraphQLBoolean,
  length: GraphQLInt,
  precision: GraphQLInt,
  scale: GraphQLInt,
};
const COMMON_FIELDS: GraphQLFieldConfigMap<FieldSource, GraphqlContext> = {
  ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: ({ info }) => info.apiName },
  referenceToInfos: {
    type: new GraphQLList(ReferenceToInfo),
    resolve: ({ info }) =>
      info.referenceToInfos.map(({ apiName, nameFields }) => ({ ApiName: apiName, nameFields })),
  },
  ...Object.fromEntries(
    Object.entries(FIELD_SCALARS).map(([name, type]) => [
      name,
      { type, resolve: ({ info }: FieldSource) => info[name as keyof FieldInfo] },
    ]),
  ),
};

const Field: GraphQLInterfaceType = new GraphQLInterfaceType({
  name: 'Field',
  fields: withoutResolvers(COMMON_FIELDS),
  resolveType: (source) =>
    (source as FieldSource).info.dataType.endsWith('Picklist') ? 'PicklistField' : 'StandardField',
});
export const StandardField = new GraphQLObjectType({
  name: 'StandardField',
  interfaces: [Field],
  fields: COMMON_FIELDS,
});
export const PicklistField = new GraphQLObjectType<FieldSource, GraphqlContext>({
  name: 'PicklistField',
  interfaces: [Field],
  fields: {
    ...COMMON_FIELDS,
    picklistValuesByRecordTypeIDs: {
      type: new GraphQLList(PicklistValueByRecordTypeID),
      resolve: ({ info, object }, _args, { org }) => {
        const field = org.schema.field(object, info.apiName);
        if (!field) return [];
        return [
          {
            recordTypeID: MASTER_RECORD_TYPE_ID,
            defaultValue: defaultPicklistValue(field),
            picklistValues: picklistValueInfos(field),
          },
        ];
      },
    },
  },
});

const INFO_SCALARS: Partial<Record<keyof ObjectInfo, GraphQLOutputType>> = {
  label: GraphQLString,
  labelPlural: GraphQLString,
  keyPrefix: GraphQLString,
  defaultRecordTypeId: GraphQLID,
  createable: GraphQLBoolean,
  custom: GraphQLBoolean,
  deletable: GraphQLBoolean,
  layoutable: GraphQLBoolean,
  queryable: GraphQLBoolean,
  searchable: GraphQLBoolean,
  updateable: GraphQLBoolean,
  nameFields: new GraphQLList(GraphQLString),
};
const ObjectInfoType = new GraphQLObjectType<ObjectInfo, GraphqlContext>({
  name: 'ObjectInfo',
  fields: {
    ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: (info) => info.apiName },
    ...Object.fromEntries(Object.entries(INFO_SCALARS).map(([name, type]) => [name, { type }])),
    fields: {
      type: new GraphQLList(Field),
      resolve: (info): FieldSource[] =>
        Object.values(info.fields).map((field) => ({ info: field, object: info.apiName })),
    },
  },
});
const ObjectInfoInput = new GraphQLInputObjectType({
  name: 'ObjectInfoInput',
  fields: {
    apiName: { type: new GraphQLNonNull(GraphQLString) },
    fieldNames: { type: new GraphQLList(GraphQLString) },
  },
});

interface ObjectInfoArgs {
  apiNames?: (string | null)[] | null;
  objectInfoInputs?: ({ apiName: string; fieldNames?: string[] | null } | null)[] | null;
}

/** `uiapi.objectInfos`: metadata of objects by API name. Objects the user cannot see are null. */
export const objectInfosField: GraphQLFieldConfigMap<unknown, GraphqlContext>[string] = {
  type: new GraphQLList(ObjectInfoType),
  args: {
    apiNames: { type: new GraphQLList(GraphQLString) },
    objectInfoInputs: { type: new GraphQLList(ObjectInfoInput) },
  },
  resolve: (_source, args: ObjectInfoArgs, context) => readObjectInfos(args, context),
};

function readObjectInfos(args: ObjectInfoArgs, { org, user, view }: GraphqlContext): (ObjectInfo | null)[] {
  if ((args.apiNames == null) === (args.objectInfoInputs == null)) {
    throw new GraphQLError('objectInfos takes either apiNames or objectInfoInputs');
  }
  const wanted =
    args.objectInfoInputs ?? (args.apiNames ?? []).map((apiName) => ({ apiName: apiName ?? '' }));
  if (wanted.length > MAX_OBJECT_INFOS) {
    throw new GraphQLError(`objectInfos takes at most ${MAX_OBJECT_INFOS} objects, not ${wanted.length}`);
  }
  return wanted.map((one) => {
    const object = view.objects.get(one?.apiName ?? '');
    return object ? objectInfo(org, user, object.def) : null;
  });
}

function withoutResolvers<S>(
  fields: GraphQLFieldConfigMap<S, GraphqlContext>,
): GraphQLFieldConfigMap<unknown, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, { type }]));
}
