import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { FieldPath, SelectItem } from '../../soql/ast.ts';
import type { AccessView, VisibleObject } from '../access-view.ts';
import { selectedFields } from './selection.ts';

/** Functions of an aggregate type, by the name SOQL gives them. */
export const AGGREGATE_FUNCTIONS: Readonly<Record<string, string>> = {
  count: 'COUNT',
  countDistinct: 'COUNT_DISTINCT',
  min: 'MIN',
  max: 'MAX',
  sum: 'SUM',
  avg: 'AVG',
};
const GROUPED_VALUES = new Set(['value', 'displayValue', 'label']);

/** One column of an aggregate query and where its value goes. */
export interface AggregateColumn {
  path: FieldPath;
  /** Absent for the grouped value itself. */
  fn?: string;
  item: SelectItem;
  alias: string;
}

/** The columns an aggregate selection needs: functions of fields, and the values grouped by. */
export function aggregateColumns(
  view: AccessView,
  info: GraphQLResolveInfo,
  nodes: readonly FieldNode[],
  object: VisibleObject,
): AggregateColumn[] {
  const columns = new Map<string, AggregateColumn>();
  gather(nodes, object, []);
  return [...columns.values()];

  function gather(selected: readonly FieldNode[], from: VisibleObject, prefix: FieldPath): void {
    for (const group of selectedFields(info, selected).values()) {
      const name = group[0]?.name.value ?? '';
      const path = [...prefix, name];
      const parent = view.objects.get(from.parents.get(name)?.to[0] ?? '');
      if (from.fields.has(name)) addField(group, path);
      else if (parent) gather(group, parent, path);
    }
  }

  function addField(group: readonly FieldNode[], path: FieldPath): void {
    for (const part of selectedFields(info, group).values()) {
      const name = part[0]?.name.value ?? '';
      const fn = AGGREGATE_FUNCTIONS[name];
      if (fn !== undefined) add(path, name, fn);
      else if (GROUPED_VALUES.has(name)) add(path);
    }
  }

  function add(path: FieldPath, fn?: string, call?: string): void {
    const key = `${path.join('.')}:${fn ?? ''}`;
    if (columns.has(key)) return;
    const alias = `c${columns.size}`;
    const item: SelectItem = call
      ? { kind: 'aggregate', call: { name: call, arg: path }, alias }
      : { kind: 'field', path, alias };
    columns.set(key, { path, item, alias, ...(fn === undefined ? {} : { fn }) });
  }
}
