import { GraphQLError } from 'graphql';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { FieldPath } from '../../soql/ast.ts';
import type { AccessView, ParentRelationship, VisibleObject } from '../access-view.ts';
import { notImplemented } from '../../errors.ts';
import { selectedFields } from './selection.ts';

/** A query follows at most five relationships from child to parent, as in SOQL. */
const MAX_PARENT_LEVELS = 5;

/** The record fields that GraphQL adds, and the stored field each is made of. */
const DERIVED_FIELDS: Record<string, (object: VisibleObject) => string> = {
  WeakEtag: () => 'SystemModstamp',
  DisplayValue: (object) => object.def.nameField,
};

/**
 * The fields that a selection of a record needs, as paths from that record. `Id` is always among them.
 * Child connections read themselves and are left out.
 */
export function recordPaths(
  view: AccessView,
  info: GraphQLResolveInfo,
  nodes: readonly FieldNode[],
  object: VisibleObject,
): FieldPath[] {
  const paths = new Map<string, FieldPath>();
  gather(nodes, object, []);
  return [...paths.values()];

  function gather(selected: readonly FieldNode[], from: VisibleObject, prefix: FieldPath): void {
    if (prefix.length > MAX_PARENT_LEVELS) {
      throw new GraphQLError(
        `${prefix.join('.')} follows ${prefix.length} relationships; at most ${MAX_PARENT_LEVELS} are allowed`,
      );
    }
    add([...prefix, 'Id']);
    for (const group of selectedFields(info, selected).values()) {
      const name = group[0]?.name.value ?? '';
      const parent = from.parents.get(name);
      const derived = DERIVED_FIELDS[name]?.(from);
      if (from.fields.has(name)) add([...prefix, name]);
      else if (derived !== undefined) add([...prefix, derived]);
      else if (parent) gatherParent(group, parent, [...prefix, name]);
      else if (prefix.length > 0 && from.children.has(name)) {
        throw notImplemented(
          `child relationships below a parent relationship (${[...prefix, name].join('.')})`,
        );
      }
    }
  }

  function gatherParent(group: readonly FieldNode[], parent: ParentRelationship, path: FieldPath): void {
    const [only, ...others] = parent.to.map((name) => view.objects.get(name));
    if (!only) return;
    if (others.length === 0) {
      gather(group, only, path);
      return;
    }
    const beyond = [...selectedFields(info, group).values()]
      .map((nodes) => nodes[0]?.name.value ?? '')
      .filter((name) => !['Id', 'Name', 'ApiName', '__typename'].includes(name));
    if (beyond.length > 0) {
      throw notImplemented(
        `fields other than Id and Name of a polymorphic relationship (${path.join('.')}.${beyond[0]})`,
      );
    }
    add([...path, 'Id']);
    add([...path, 'Name']);
  }

  function add(path: FieldPath): void {
    paths.set(path.join('.'), path);
  }
}
