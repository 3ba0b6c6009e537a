import type { GraphQLResolveInfo } from 'graphql';
import type { SObject } from '../../records/types.ts';
import type { Condition, FieldPath, OrderBy, Query, SelectItem } from '../../soql/ast.ts';
import type { VisibleObject } from '../access-view.ts';
import type { GraphqlContext } from '../context.ts';
import { pageLimits, toConnection } from './connection.ts';
import type { Connection, PageArgs } from './connection.ts';
import { decodeCursor, positionAfter } from './cursor.ts';
import { readOrderBy } from './order-by.ts';
import type { RecordNode } from './record-node.ts';
import { recordPaths } from './record-paths.ts';
import { selectedNodes } from './selection.ts';
import { joined, toCondition } from './where.ts';

export interface ConnectionArgs extends PageArgs {
  where?: Record<string, unknown> | null;
  scope?: string | null;
}

/** Ids put the last bit of order into any list, so that pages fit together. */
export const BY_ID: OrderBy = { by: { kind: 'field', path: ['Id'] }, direction: 'ASC' };

/** Answers `uiapi.query.<Object>`: one page of the records that the user may see. */
export function readConnection(
  object: VisibleObject,
  args: ConnectionArgs,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Connection<RecordNode> {
  const { size, cap } = pageLimits(args);
  const where = joined('and', [toCondition(context.view, object, args.where), scopeCondition(args, context)]);
  const base = {
    from: object.def.name,
    ...(where ? { where } : {}),
    orderBy: [...readOrderBy(info, context), BY_ID],
  };
  const paths = recordPaths(context.view, info, nodeSelection(info), object);
  const page = args.after
    ? laterPage(context, base, paths, { size, cap, after: args.after })
    : firstPage(context, base, paths, { size, cap });
  const total = (): number => countRecords(context, object, where);
  return toConnection(toNodes(page.rows, object, context), page.start, page.hasNext, total);
}

/** The nodes of the document that say what is wanted of each record of a connection. */
export function nodeSelection(info: GraphQLResolveInfo): ReturnType<typeof selectedNodes> {
  return selectedNodes(info, selectedNodes(info, info.fieldNodes, 'edges'), 'node');
}

/** Rows of one page as nodes that share it, so that their children are read in one go. */
export function toNodes(
  rows: readonly SObject[],
  object: VisibleObject,
  context: GraphqlContext,
  areChildren = false,
): { id: string; node: RecordNode }[] {
  const page = { rows, children: new Map(), areChildren, fromMutation: false };
  return rows.map((row) => ({
    id: String(row['Id']),
    node: { object, row, page, objects: context.view.objects },
  }));
}

/** What `SELECT` takes for plain fields. */
export function fieldItems(paths: readonly FieldPath[]): SelectItem[] {
  return paths.map((path) => ({ kind: 'field', path }));
}

interface Page {
  rows: SObject[];
  start: number;
  hasNext: boolean;
}
type BaseQuery = Omit<Query, 'select'>;

function firstPage(
  { org, user }: GraphqlContext,
  base: BaseQuery,
  paths: FieldPath[],
  { size, cap }: { size: number; cap: number },
): Page {
  const limit = Math.min(size + 1, cap);
  const { records } = org.queries.run(user, { ...base, select: fieldItems(paths), limit });
  return { rows: records.slice(0, size), start: 0, hasNext: records.length > size };
}

/** Finds the cursor's record in the list as it stands now, then reads the records that follow it. */
function laterPage(
  { org, user }: GraphqlContext,
  base: BaseQuery,
  paths: FieldPath[],
  { size, cap, after }: { size: number; cap: number; after: string },
): Page {
  const cursor = decodeCursor(after);
  const list = org.queries.run(user, { ...base, select: fieldItems([['Id']]), limit: cap });
  const ids = list.records.map((row) => String(row['Id']));
  const start = positionAfter(ids, cursor);
  const wanted = ids.slice(start, start + size);
  if (wanted.length === 0) return { rows: [], start, hasNext: false };
  const found = org.queries.run(user, {
    from: base.from,
    select: fieldItems(paths),
    where: idIn(['Id'], wanted),
  });
  const byId = new Map(found.records.map((row) => [String(row['Id']), row]));
  const rows = wanted.map((id) => byId.get(id)).filter((row) => row !== undefined);
  return { rows, start, hasNext: ids.length > start + size };
}

/** `<path> IN (ids)`. */
export function idIn(path: FieldPath, ids: readonly string[]): Condition {
  return {
    kind: 'compare',
    left: { kind: 'field', path },
    op: 'IN',
    right: ids.map((value) => ({ kind: 'string', value })),
  };
}

/** How many records of an object fulfil a condition. */
export function countRecords(
  { org, user }: GraphqlContext,
  object: VisibleObject,
  where: Condition | undefined,
): number {
  const { records } = org.queries.run(user, {
    from: object.def.name,
    select: [{ kind: 'aggregate', call: { name: 'COUNT', arg: ['Id'] }, alias: 'total' }],
    ...(where ? { where } : {}),
  });
  return Number(records[0]?.['total'] ?? 0);
}

/** `scope: MINE` keeps the records that the user owns. */
export function scopeCondition({ scope }: ConnectionArgs, { user }: GraphqlContext): Condition | undefined {
  if (scope !== 'MINE') return undefined;
  return {
    kind: 'compare',
    left: { kind: 'field', path: ['OwnerId'] },
    op: '=',
    right: { kind: 'string', value: user.userId },
  };
}
