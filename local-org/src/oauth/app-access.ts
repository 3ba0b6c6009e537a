import { normalizeId } from '../ids.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import type { ClientApp } from './client-apps.ts';
import { OAuthError } from './oauth-error.ts';

/** The active user of a username, whatever its case. */
export function findActiveUser(org: Org, username: string): UserContext | undefined {
  const row = org.database
    .prepare('SELECT "Id" FROM "User" WHERE "Username" = ? AND "IsActive" = 1 AND "IsDeleted" = 0')
    .get(username);
  return row ? org.userById(String(row.Id)) : undefined;
}

/**
 * Throws unless the app's policies let this user in. Where users approve an app themselves, a flow without a
 * browser finds no approval: the local org has no page to give one on.
 */
export function checkAppAccess(org: Org, app: ClientApp, user: UserContext): void {
  const { preAuthorizedOnly, profiles, permissionSets } = app.permittedUsers;
  if (!preAuthorizedOnly) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  if (profiles.includes(user.profileName)) return;
  const wanted = new Set(permissionSets.map((id) => normalizeId(id)).filter((id) => id !== undefined));
  const assigned = org.database
    .prepare(
      'SELECT "PermissionSetId" AS id FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND "IsDeleted" = 0',
    )
    .all(user.userId);
  if (assigned.some(({ id }) => wanted.has(String(id)))) return;
  throw new OAuthError('invalid_app_access', 'user is not admin approved to access this app');
}
