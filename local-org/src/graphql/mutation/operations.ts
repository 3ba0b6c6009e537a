import { getArgumentValues } from 'graphql';
import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { selectedFields } from '../query/selection.ts';

export type OperationKind = 'Create' | 'Update' | 'Delete';

/** One `<Object>Create`, `…Update` or `…Delete` of a mutation, in the order written. */
export interface Operation {
  /** Its alias, or its field name. */
  key: string;
  kind: OperationKind;
  object: string;
  input: Record<string, unknown>;
  nodes: readonly FieldNode[];
}

/** What a mutation field stands for, kept in the field's extensions. */
export interface OperationTarget {
  kind: OperationKind;
  object: string;
}

/** The operations below `uiapi`, with coerced input. */
export function operationsOf(info: GraphQLResolveInfo, type: GraphQLObjectType): Operation[] {
  const operations: Operation[] = [];
  for (const [key, nodes] of selectedFields(info, info.fieldNodes)) {
    const node = nodes[0];
    const field = node && type.getFields()[node.name.value];
    if (!node || !field) continue;
    const args = getArgumentValues(field, node, info.variableValues);
    const target = field.extensions['target'] as OperationTarget;
    operations.push({ key, nodes, ...target, input: args['input'] as Record<string, unknown> });
  }
  return operations;
}
