import { soqlLiteral } from '../org-client/soql-literal.ts';
import { CommandError } from '../process/command-error.ts';
import { INTEGRATION_LICENSE, INTEGRATION_PROFILE } from '../sf/integration-license.ts';
import type { OrgCli } from '../sf/org-cli.ts';

const PERMISSION_SET = 'CS_Companion';

export interface IntegrationUser {
  id: string;
  username: string;
  created: boolean;
}

/**
 * The user as whom the companion works: the one named, else the one of an earlier run, else a new one.
 *
 * @throws CommandError when the named user is not there, not active, or the org lacks the profile for a new one
 */
export async function ensureIntegrationUser(
  org: OrgCli,
  wanted: { username?: string; orgId: string; email: string },
): Promise<IntegrationUser> {
  const username = wanted.username ?? `tenure.companion@${wanted.orgId.toLowerCase()}.example`;
  const [found] = await org.query(
    `SELECT Id, Username, IsActive FROM User WHERE Username = ${soqlLiteral(username)}`,
  );
  if (found) return { ...(await reactivate(org, found, wanted.username)), username };
  if (wanted.username !== undefined)
    throw new CommandError(`The org has no user ${username}. Leave --user out to have one made.`);
  const [profile] = await org.query(
    `SELECT Id FROM Profile WHERE Name = ${soqlLiteral(INTEGRATION_PROFILE)}`,
  );
  if (!profile) {
    throw new CommandError(
      `The org has no profile "${INTEGRATION_PROFILE}" for a new user: it comes with the Salesforce Integration ` +
        'license. Name a user of your own with --user.',
    );
  }
  const id = await org.create('User', {
    Username: username,
    Email: wanted.email,
    FirstName: 'Tenure',
    LastName: 'Companion',
    Alias: 'tenure',
    ProfileId: profile.Id,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  });
  return { id, username, created: true };
}

/** One that we made and deactivated is used again; another's inactive user is left alone. */
async function reactivate(
  org: OrgCli,
  user: { readonly Id: string; readonly [field: string]: unknown },
  named: string | undefined,
): Promise<{ id: string; created: boolean }> {
  if (user['IsActive'] === true) return { id: user.Id, created: named === undefined };
  if (named !== undefined)
    throw new CommandError(
      `The user ${named} is inactive. Activate it in Setup, or name another with --user.`,
    );
  await org.update('User', user.Id, { IsActive: true });
  return { id: user.Id, created: true };
}

/** Ids of the assignments that were made now; null where there was one already, or none is needed. */
export interface Assignments {
  licenseAssignmentId: string | null;
  permissionSetAssignmentId: string | null;
}

/** Gives the user what the companion needs: the license first, because the permission set leans on it. */
export async function assignCompanionRights(org: OrgCli, userId: string): Promise<Assignments> {
  const [user] = await org.query(`SELECT Profile.Name FROM User WHERE Id = '${userId}'`);
  const profile = (user?.['Profile'] as unknown as { Name?: string } | null)?.Name;
  const licenseAssignmentId =
    profile === INTEGRATION_PROFILE
      ? await assign(org, userId, {
          object: 'PermissionSetLicenseAssign',
          field: 'PermissionSetLicenseId',
          of: `PermissionSetLicense WHERE DeveloperName = '${INTEGRATION_LICENSE}'`,
          missing: 'The org has no permission set license "Salesforce API Integration".',
        })
      : null;
  const permissionSetAssignmentId = await assign(org, userId, {
    object: 'PermissionSetAssignment',
    field: 'PermissionSetId',
    of: `PermissionSet WHERE Name = '${PERMISSION_SET}'`,
    missing: `The org has no permission set ${PERMISSION_SET}: deploy first (npm run deploy).`,
  });
  return { licenseAssignmentId, permissionSetAssignmentId };
}

async function assign(
  org: OrgCli,
  userId: string,
  what: { object: string; field: string; of: string; missing: string },
): Promise<string | null> {
  const [target] = await org.query(`SELECT Id FROM ${what.of}`);
  if (!target) throw new CommandError(what.missing);
  const [existing] = await org.query(
    `SELECT Id FROM ${what.object} WHERE AssigneeId = '${userId}' AND ${what.field} = '${target.Id}'`,
  );
  if (existing) return null;
  return org.create(what.object, { AssigneeId: userId, [what.field]: target.Id });
}
