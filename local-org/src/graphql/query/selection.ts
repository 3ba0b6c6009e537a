import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind } from 'graphql';
import type { FieldNode, GraphQLResolveInfo, SelectionNode, SelectionSetNode } from 'graphql';

/**
 * The fields selected below some nodes of the document, grouped by response key, with fragments opened and
 * `@skip` and `@include` applied. Type conditions are not looked at: record types do not overlap.
 */
export function selectedFields(
  info: GraphQLResolveInfo,
  nodes: readonly FieldNode[],
): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  for (const node of nodes) {
    if (node.selectionSet) collect(info, node.selectionSet, found);
  }
  return found;
}

/** The nodes selected under a field name, whatever alias they answer by. */
export function selectedNodes(
  info: GraphQLResolveInfo,
  nodes: readonly FieldNode[],
  fieldName: string,
): FieldNode[] {
  return [...selectedFields(info, nodes).values()].flat().filter((node) => node.name.value === fieldName);
}

function collect(info: GraphQLResolveInfo, set: SelectionSetNode, found: Map<string, FieldNode[]>): void {
  for (const selection of set.selections) {
    if (!isIncluded(info, selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      found.set(key, [...(found.get(key) ?? []), selection]);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(info, selection.selectionSet, found);
    } else {
      const fragment = info.fragments[selection.name.value];
      if (fragment) collect(info, fragment.selectionSet, found);
    }
  }
}

function isIncluded(info: GraphQLResolveInfo, selection: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
  if (skip?.['if'] === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues);
  return include?.['if'] !== false;
}
