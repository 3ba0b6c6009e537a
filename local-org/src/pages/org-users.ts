import type { Org } from '../org.ts';

export interface OrgUser {
  id: string;
  username: string;
  name: string;
  profile: string;
  title: string;
}

/** Everyone who can log in to the pages, by name, which leaves API-only users out; read as the administrator, as the login page knows everyone. */
export function activeUsers(org: Org): OrgUser[] {
  const { records } = org.queries.soql(
    org.userById(org.adminId),
    'SELECT Id, Username, Name, Title, Profile.Name FROM User WHERE IsActive = true ORDER BY Name LIMIT 200',
  );
  const people = records.filter(({ Id }) => !org.userById(String(Id)).hasSystemPermission('ApiUserOnly'));
  return people.map((record) => ({
    id: String(record['Id']),
    username: String(record['Username']),
    name: String(record['Name']),
    title: String(record['Title'] ?? ''),
    profile: String((record['Profile'] as { Name?: string } | null)?.Name ?? ''),
  }));
}

/** The names of the permission sets that a user has. */
export function assignedPermissionSets(org: Org, userId: string): Set<string> {
  const { records } = org.queries.soql(
    org.userById(org.adminId),
    `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = '${userId}'`,
  );
  return new Set(
    records.map((record) => String((record['PermissionSet'] as { Name?: string } | null)?.Name)),
  );
}
