import { describeUnavailable } from '../org-client/describe-unavailable.ts';
import type { OrgClient, RecordFields } from '../org-client/org-client.ts';
import { soqlLiteral } from '../org-client/soql-literal.ts';
import { syncRecords } from '../org-client/sync-records.ts';
import { INTEGRATION_LICENSE, INTEGRATION_PROFILE } from '../sf/integration-license.ts';
import { PERSONAS, ROLES, type PermissionSet, type Persona, type PersonaKey } from './personas.ts';

/** The Ids of the demo users. */
export type PersonaIds = Readonly<Record<PersonaKey, string>>;

/**
 * Makes roles, users and permission set assignments. Users who are there stay, with their fields brought up to date.
 *
 * @throws CommandError when the org lacks a profile or permission set that a persona needs
 */
export async function loadPersonas(org: OrgClient, progress: (text: string) => void): Promise<PersonaIds> {
  const userIds = await loadUsers(org, PERSONAS);
  progress(`Users: ${PERSONAS.length}`);
  return Object.fromEntries(PERSONAS.map(({ key }, index) => [key, userIds[index]!])) as PersonaIds;
}

/**
 * Makes users with their roles and permission sets, and gives the loading user the admin's: nobody sees a deployed
 * field, the administrator included, until a permission set grants it.
 *
 * @returns their ids, in the order given
 */
export async function loadUsers(org: OrgClient, people: readonly Omit<Persona, 'key'>[]): Promise<string[]> {
  const roleIds = await makeRoles(org);
  const profileIds = await idsByName(org, 'Profile', 'Name', unique(people.flatMap((one) => one.profiles)));
  const { ids } = await syncRecords(org, {
    object: 'User',
    identity: ['Username'],
    records: people.map((person) => userFields(person, roleIds, profileIds)),
  });
  await nameManagers(org, people, ids);
  await assignIntegrationLicenses(
    org,
    people.flatMap((person, index) =>
      profileOf(person, profileIds) === INTEGRATION_PROFILE ? [ids[index]!] : [],
    ),
  );
  const assigned = people.flatMap(({ permissionSet, alsoHolds = [] }, index) =>
    [permissionSet ?? [], alsoHolds].flat().map((name): [string, PermissionSet] => [ids[index]!, name]),
  );
  await assignPermissionSets(org, [[await org.userId(), 'CS_Admin'], ...assigned]);
  return [...ids];
}

/** CSMs report to the manager: alerts that nobody reads are passed on to her. */
async function nameManagers(
  org: OrgClient,
  people: readonly Omit<Persona, 'key'>[],
  ids: readonly string[],
): Promise<void> {
  const ManagerId = ids[people.findIndex(({ role }) => role === 'CS_Manager')];
  if (ManagerId === undefined) return;
  const reports = people.filter(({ role }) => role === 'CSM');
  await syncRecords(org, {
    object: 'User',
    identity: ['Username'],
    records: reports.map(({ username }) => ({ Username: username, ManagerId })),
  });
}

async function makeRoles(org: OrgClient): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const role of ROLES) {
    const parentId = role.parent === null ? null : ids.get(role.parent)!;
    const { ids: made } = await syncRecords(org, {
      object: 'UserRole',
      identity: ['DeveloperName'],
      records: [{ DeveloperName: role.developerName, Name: role.name, ParentRoleId: parentId }],
    });
    ids.set(role.developerName, made[0]!);
  }
  return ids;
}

function userFields(
  persona: Omit<Persona, 'key'>,
  roleIds: ReadonlyMap<string, string>,
  profileIds: ReadonlyMap<string, string>,
): RecordFields {
  const profile = profileOf(persona, profileIds);
  return {
    Username: persona.username,
    FirstName: persona.firstName,
    LastName: persona.lastName,
    Email: persona.username,
    Alias: persona.alias,
    Title: persona.title,
    ProfileId: profileIds.get(profile)!,
    UserRoleId: persona.role === null ? null : roleIds.get(persona.role)!,
    IsActive: true,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  };
}

function profileOf(persona: Omit<Persona, 'key'>, profileIds: ReadonlyMap<string, string>): string {
  const profile = persona.profiles.find((name) => profileIds.has(name));
  if (profile !== undefined) return profile;
  throw describeUnavailable('profile', persona.profiles, `which the demo user ${persona.username} needs`);
}

/** Users of the Salesforce Integration license may hold no permission set before they hold its permission set license. */
async function assignIntegrationLicenses(org: OrgClient, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const names = [INTEGRATION_LICENSE];
  const licenseIds = await idsByName(org, 'PermissionSetLicense', 'DeveloperName', names);
  const PermissionSetLicenseId = licenseIds.get(INTEGRATION_LICENSE);
  if (PermissionSetLicenseId === undefined) {
    throw describeUnavailable('permission set license', names, 'which an integration user needs');
  }
  await syncRecords(org, {
    object: 'PermissionSetLicenseAssign',
    identity: ['AssigneeId', 'PermissionSetLicenseId'],
    keepExisting: true,
    records: userIds.map((AssigneeId) => ({ AssigneeId, PermissionSetLicenseId })),
  });
}

async function assignPermissionSets(
  org: OrgClient,
  wanted: readonly (readonly [assigneeId: string, permissionSet: PermissionSet])[],
): Promise<void> {
  const names = unique(wanted.map(([, name]) => name));
  const setIds = await idsByName(org, 'PermissionSet', 'Name', names);
  const absent = names.filter((name) => !setIds.has(name));
  if (absent.length > 0) {
    throw describeUnavailable('permission set', absent, 'which force-app deploys');
  }
  await syncRecords(org, {
    object: 'PermissionSetAssignment',
    identity: ['AssigneeId', 'PermissionSetId'],
    keepExisting: true,
    records: wanted.map(([assigneeId, name]) => ({
      AssigneeId: assigneeId,
      PermissionSetId: setIds.get(name)!,
    })),
  });
}

async function idsByName(
  org: OrgClient,
  object: string,
  field: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await org.query(
    `SELECT Id, ${field} FROM ${object} WHERE ${field} IN (${names.map(soqlLiteral).join(', ')})`,
  );
  return new Map(rows.map((row) => [String(row[field]), row.Id]));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
