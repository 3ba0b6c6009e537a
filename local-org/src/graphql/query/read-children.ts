import { GraphQLError } from 'graphql';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { SObject } from '../../records/types.ts';
import type { ChildRelationship } from '../../schema/types.ts';
import { notImplemented } from '../../errors.ts';
import type { GraphqlContext } from '../context.ts';
import { pageLimits, toConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import { decodeCursor, positionAfter } from './cursor.ts';
import { readOrderBy } from './order-by.ts';
import { BY_ID, fieldItems, idIn, nodeSelection, toNodes } from './read-connection.ts';
import type { ConnectionArgs } from './read-connection.ts';
import { notInMutations } from './record-node.ts';
import type { RecordNode, RecordPage } from './record-node.ts';
import { recordPaths } from './record-paths.ts';
import { joined, toCondition } from './where.ts';

/**
 * Answers a child connection of one record. The children of every record on the same page are read by one
 * query, the first time one of them is asked.
 */
export function readChildren(
  parent: RecordNode,
  child: ChildRelationship,
  args: ConnectionArgs,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Connection<RecordNode> {
  const object = context.view.objects.get(child.childObject);
  const asked = info.fieldNodes[0];
  if (!parent.page || !object || !asked) {
    throw notImplemented(`child relationships below a parent relationship (${child.name})`);
  }
  if (parent.page.fromMutation) throw notInMutations(child.name);
  if (parent.page.areChildren) {
    throw new GraphQLError(`${child.name} goes down a second level; a query goes from parent to child once`);
  }
  const { size } = pageLimits(args);
  const byParent = childrenOfPage(parent.page, asked, () =>
    queryChildren(parent.page, child, args, context, info),
  );
  const all = byParent.get(String(parent.row['Id'])) ?? [];
  const ids = all.map((row) => String(row['Id']));
  const start = args.after ? positionAfter(ids, decodeCursor(args.after)) : 0;
  const nodes = toNodes(all.slice(start, start + size), object, context, true);
  return toConnection(nodes, start, all.length > start + size, () => all.length);
}

function childrenOfPage(
  page: RecordPage,
  asked: FieldNode,
  read: () => Map<string, SObject[]>,
): Map<string, SObject[]> {
  const known = page.children.get(asked);
  if (known) return known;
  const found = read();
  page.children.set(asked, found);
  return found;
}

function queryChildren(
  page: RecordPage | undefined,
  child: ChildRelationship,
  args: ConnectionArgs,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Map<string, SObject[]> {
  const { view, org, user } = context;
  const object = view.objects.get(child.childObject);
  const parents = page?.rows.map((row) => String(row['Id'])) ?? [];
  const found = new Map<string, SObject[]>();
  if (!object) return found;
  const paths = [...recordPaths(view, info, nodeSelection(info), object), [child.field]];
  const where = joined('and', [idIn([child.field], parents), toCondition(view, object, args.where)]);
  const { records } = org.queries.run(user, {
    from: child.childObject,
    select: fieldItems(uniquePaths(paths)),
    ...(where ? { where } : {}),
    orderBy: [...readOrderBy(info, context), BY_ID],
  });
  for (const row of records) {
    const parentId = String(row[child.field]);
    const siblings = found.get(parentId);
    if (siblings) siblings.push(row);
    else found.set(parentId, [row]);
  }
  return found;
}

function uniquePaths(paths: string[][]): string[][] {
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()];
}
