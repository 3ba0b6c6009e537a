import type { Org } from '../org.ts';
import type { DashboardDef } from '../reports/model/dashboard-def.ts';
import type { UserContext } from '../security/types.ts';

/** Whose access a dashboard runs with, for a viewer. */
export function runningUserOf(
  org: Org,
  viewer: UserContext,
  { runningUser }: DashboardDef,
): { user: UserContext; shown: { id: string; displayName: string } } {
  const username = runningUser.kind === 'viewer' ? viewer.username : runningUser.username;
  const record = org.queries.run(viewer, {
    from: 'User',
    select: [
      { kind: 'field', path: ['Id'] },
      { kind: 'field', path: ['Name'] },
    ],
    where: {
      kind: 'compare',
      left: { kind: 'field', path: ['Username'] },
      op: '=',
      right: { kind: 'string', value: username },
    },
  }).records[0];
  const id = String(record?.Id ?? viewer.userId);
  return {
    user: id === viewer.userId ? viewer : org.userById(id),
    shown: { id, displayName: String(record?.Name ?? username) },
  };
}
