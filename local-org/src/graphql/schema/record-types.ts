import {
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import type { GraphQLFieldConfig, GraphQLFieldConfigMap, GraphQLOutputType } from 'graphql';
import type { ChildRelationship, FieldDef } from '../../schema/types.ts';
import { objectOf, singleTarget } from '../access-view.ts';
import type { AccessView, ParentRelationship, VisibleObject } from '../access-view.ts';
import type { GraphqlContext } from '../context.ts';
import { fieldKind } from '../field-kind.ts';
import { readChildren } from '../query/read-children.ts';
import { parentNode, readField, recordTypeName } from '../query/record-node.ts';
import type { RecordNode } from '../query/record-node.ts';
import { connectionType } from './connection-types.ts';
import type { InputTypes } from './input-types.ts';
import { memoByName } from './memo.ts';
import { Long } from './scalars.ts';
import { VALUE_TYPES } from './value-types.ts';

type NodeField = GraphQLFieldConfig<RecordNode, GraphqlContext>;

/** The output types of records, by object API name. */
export interface RecordTypes {
  node(object: string): GraphQLObjectType;
  connection(object: string): GraphQLObjectType;
}

/** One object type and one connection per visible object. */
export function buildRecordTypes(view: AccessView, inputs: InputTypes): RecordTypes {
  const connection = memoByName((name) => connectionType(name, () => node(name)));
  const node = memoByName(
    (name): GraphQLObjectType =>
      new GraphQLObjectType<RecordNode, GraphqlContext>({
        name,
        interfaces: [RecordInterface],
        fields: () => nodeFields(objectOf(view, name)),
      }),
  );
  const polymorphic = memoByName((key) => {
    const [object = '', relationship = ''] = key.split('.');
    return new GraphQLUnionType({
      name: `${object}_${relationship}`,
      types: () => (objectOf(view, object).parents.get(relationship)?.to ?? []).map(node),
      resolveType: (value) => recordTypeName(value as RecordNode),
    });
  });

  function nodeFields(object: VisibleObject): GraphQLFieldConfigMap<RecordNode, GraphqlContext> {
    const fields: GraphQLFieldConfigMap<RecordNode, GraphqlContext> = { ...RECORD_FIELDS };
    for (const field of object.fields.values()) fields[field.name] ??= valueField(field);
    for (const parent of object.parents.values()) fields[parent.name] = parentField(object, parent);
    for (const child of object.children.values()) fields[child.name] = childField(child);
    return fields;
  }

  function parentField(object: VisibleObject, parent: ParentRelationship): NodeField {
    const target = singleTarget(parent);
    const type: GraphQLOutputType =
      target === undefined ? polymorphic(`${object.def.name}.${parent.name}`) : node(target);
    return { type, resolve: (source) => parentNode(source, parent) };
  }

  function childField(child: ChildRelationship): NodeField {
    return {
      type: connection(child.childObject),
      args: {
        first: { type: GraphQLInt },
        after: { type: GraphQLString },
        where: { type: inputs.filter(child.childObject) },
        orderBy: { type: inputs.orderBy(child.childObject) },
      },
      resolve: (source, args, context, info) => readChildren(source, child, args, context, info),
    };
  }

  return { node, connection };
}

/** What every record has, as plain scalars. */
const RECORD_FIELDS: GraphQLFieldConfigMap<RecordNode, GraphqlContext> = {
  Id: { type: new GraphQLNonNull(GraphQLID), resolve: (source) => source.row['Id'] },
  ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: (source) => source.object.def.name },
  WeakEtag: {
    type: new GraphQLNonNull(Long),
    resolve: (source) => Date.parse(String(source.row['SystemModstamp'])),
  },
  DisplayValue: {
    type: GraphQLString,
    resolve: (source) => source.row[source.object.def.nameField] ?? null,
  },
};

const RecordInterface = new GraphQLInterfaceType({
  name: 'Record',
  fields: Object.fromEntries(Object.entries(RECORD_FIELDS).map(([name, { type }]) => [name, { type }])),
  resolveType: (value) => recordTypeName(value as RecordNode),
});

function valueField(field: FieldDef): NodeField {
  const type = VALUE_TYPES[fieldKind(field)];
  return { type, resolve: (source, _, { region }) => readField(source, field.name, region) };
}
