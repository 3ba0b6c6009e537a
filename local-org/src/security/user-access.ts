import { SalesforceError } from '../errors.ts';
import type { Schema } from '../schema/types.ts';
import type { Statements } from '../store/statements.ts';
import type { PermissionSetStore } from './permission-set-store.ts';
import { PROFILES } from './profiles.ts';
import type { UserContext } from './types.ts';
import { createUserContext } from './user-context.ts';

interface Parts {
  schema: Schema;
  statements: Statements;
  permissionSets: PermissionSetStore;
}

/** The access of users, worked out once and kept until something that grants access changes. */
export interface UserAccess {
  byId(userId: string): UserContext;
  /** Forgets what was worked out. */
  invalidate(): void;
}

/** Objects whose records decide what a user may do. */
export const ACCESS_OBJECTS: ReadonlySet<string> = new Set(['User', 'UserRole', 'PermissionSetAssignment']);

/** Creates the access of users over the org's records. */
export function createUserAccess({ schema, statements, permissionSets }: Parts): UserAccess {
  const known = new Map<string, UserContext>();

  function load(userId: string): UserContext {
    const row = statements(
      `SELECT u."Username" AS username, u."UserRoleId" AS role, p."Name" AS profile
         FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
        WHERE u."Id" = ? AND u."IsActive" = 1 AND u."IsDeleted" = 0`,
    ).get(userId);
    const profile = PROFILES.find(({ name }) => name === row?.profile);
    if (!row || !profile) {
      throw new SalesforceError('INVALID_SESSION_ID', 'Session expired or invalid', { httpStatus: 401 });
    }
    const userRoleId = row.role === null ? null : String(row.role);
    const identity = { userId, username: String(row.username), userRoleId };
    return createUserContext(identity, profile, permissionSets.assignedTo(userId), schema);
  }

  return {
    byId(userId) {
      const user = known.get(userId) ?? load(userId);
      known.set(userId, user);
      return user;
    },
    invalidate: () => known.clear(),
  };
}
