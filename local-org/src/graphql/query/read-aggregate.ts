import { GraphQLError } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { notImplemented } from '../../errors.ts';
import type { FieldValue, SObject } from '../../records/types.ts';
import type { FieldDef } from '../../schema/types.ts';
import type { FieldPath, OrderBy } from '../../soql/ast.ts';
import type { VisibleObject } from '../access-view.ts';
import type { GraphqlContext } from '../context.ts';
import { aggregateColumns } from './aggregate-selection.ts';
import type { AggregateColumn } from './aggregate-selection.ts';
import { MAX_RECORDS, pageLimits, toConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import { decodeCursor } from './cursor.ts';
import { readOrderBy } from './order-by.ts';
import { countRecords, nodeSelection, scopeCondition } from './read-connection.ts';
import type { ConnectionArgs } from './read-connection.ts';
import type { Region } from '../../ui-model/region.ts';
import { toReadValue } from './record-node.ts';
import { selectedNodes } from './selection.ts';
import { joined, toCondition } from './where.ts';

export interface AggregateArgs extends ConnectionArgs {
  groupBy?: Record<string, unknown> | null;
}

/** Nested objects of the aggregated fields, in the shape of the aggregate types. */
export type AggregateTree = { [name: string]: unknown };

/**
 * Answers `uiapi.aggregate.<Object>`: one edge per group, or a single one without `groupBy`.
 * https://developer.salesforce.com/docs/platform/graphql/guide/aggregate-schema.html
 */
export function readAggregate(
  object: VisibleObject,
  args: AggregateArgs,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Connection<{ aggregate: AggregateTree }> {
  const { size } = pageLimits({ ...args, first: args.first ?? MAX_RECORDS });
  const where = joined('and', [toCondition(context.view, object, args.where), scopeCondition(args, context)]);
  const groupBy = groupPaths(args.groupBy);
  const columns = aggregateColumns(
    context.view,
    info,
    selectedNodes(info, nodeSelection(info), 'aggregate'),
    object,
  );
  refuseUngrouped(columns, groupBy);
  const groups = columns.length === 0 ? [] : readGroups();
  const start = args.after ? decodeCursor(args.after).index : 0;
  const nodes = groups.slice(start, start + size).map((row, offset) => ({
    id: String(start + offset),
    node: { aggregate: toTree(row, columns, object, context) },
  }));
  const total = (): number => (groupBy.length > 0 ? groups.length : countRecords(context, object, where));
  return toConnection(nodes, start, groups.length > start + size, total);

  function readGroups(): SObject[] {
    return context.org.queries.run(context.user, {
      from: object.def.name,
      select: columns.map((column) => column.item),
      ...(where ? { where } : {}),
      ...(groupBy.length > 0 ? { groupBy, orderBy: groupOrder() } : {}),
    }).records;
  }

  /** The grouped fields come last, so that pages of groups fit together. */
  function groupOrder(): OrderBy[] {
    const tieBreakers = groupBy.map((path): OrderBy => ({ by: { kind: 'field', path }, direction: 'ASC' }));
    return [...readOrderBy(info, context), ...tieBreakers];
  }
}

/** `{ CS_Risk_Band__c: { group: true }, Owner: { Name: { group: true } } }` as paths. */
function groupPaths(groupBy: AggregateArgs['groupBy'], prefix: FieldPath = []): FieldPath[] {
  return Object.entries(groupBy ?? {}).flatMap(([name, value]): FieldPath[] => {
    if (name === 'type') {
      if (value === null || value === 'GROUP_BY') return [];
      throw notImplemented(`grouping by ${String(value)}`);
    }
    if (value === null || typeof value !== 'object') return [];
    const path = [...prefix, name];
    if ('group' in value) return value.group === true ? [path] : [];
    return groupPaths(value as Record<string, unknown>, path);
  });
}

function refuseUngrouped(columns: readonly AggregateColumn[], groupBy: readonly FieldPath[]): void {
  const grouped = new Set(groupBy.map((path) => path.join('.')));
  const stray = columns.find((column) => column.fn === undefined && !grouped.has(column.path.join('.')));
  if (stray) {
    throw new GraphQLError(`Field must be grouped or aggregated: ${stray.path.join('.')}`);
  }
}

function toTree(
  row: SObject,
  columns: readonly AggregateColumn[],
  object: VisibleObject,
  context: GraphqlContext,
): AggregateTree {
  const tree: AggregateTree = {};
  for (const column of columns) {
    const field = fieldAt(column.path, object, context);
    const raw = (row[column.alias] ?? null) as FieldValue;
    const leaf = column.path.reduce<AggregateTree>((node, name) => {
      return (node[name] ??= {}) as AggregateTree;
    }, tree);
    if (column.fn === undefined) Object.assign(leaf, toReadValue(field, raw, context.region));
    else leaf[column.fn] = measure(column.fn, field, raw, context.region);
  }
  return tree;
}

/** Counts are plain numbers; an average of whole numbers keeps two decimals on display. */
function measure(fn: string, field: FieldDef, raw: FieldValue, region: Region): unknown {
  if (fn === 'count' || fn === 'countDistinct') return { value: raw, displayValue: null };
  const shown =
    fn === 'avg' && field.type === 'int' ? { ...field, type: 'double' as const, scale: 2 } : field;
  return toReadValue(shown, raw, region);
}

function fieldAt(path: FieldPath, object: VisibleObject, context: GraphqlContext): FieldDef {
  const [name = '', ...rest] = path;
  const parent = context.view.objects.get(object.parents.get(name)?.to[0] ?? '');
  if (rest.length > 0 && parent) return fieldAt(rest, parent, context);
  const field = object.fields.get(name);
  if (!field) throw new GraphQLError(`${object.def.name} has no field ${name}`);
  return field;
}
