import type { GraphQLResolveInfo } from 'graphql';
import type { GraphqlContext } from '../context.ts';
import { fieldItems, idIn, toNodes } from './read-connection.ts';
import type { RecordNode } from './record-node.ts';
import { recordPaths } from './record-paths.ts';

/** Answers `uiapi.currentUser`: the user's own record. */
export function readCurrentUser(context: GraphqlContext, info: GraphQLResolveInfo): RecordNode | null {
  const object = context.view.objects.get('User');
  if (!object) return null;
  const { records } = context.org.queries.run(context.user, {
    from: 'User',
    select: fieldItems(recordPaths(context.view, info, info.fieldNodes, object)),
    where: idIn(['Id'], [context.user.userId]),
  });
  return toNodes(records, object, context)[0]?.node ?? null;
}
