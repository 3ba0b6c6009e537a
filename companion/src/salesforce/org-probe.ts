import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { ObjectAccess, OrgFacts, OrgProbe } from '../usecases/doctor/ports.ts';
import { neededAccess } from './needed-access.ts';
import { errorCodeOf, toAppError } from './salesforce-error.ts';
import { literal, queryRows } from './soql.ts';

/** The notification type that force-app deploys. */
const NOTIFICATION_TYPE = 'CS_Alert';

const organization = z.object({
  Id: z.string(),
  Name: z.string(),
  OrganizationType: z.string(),
  IsSandbox: z.boolean(),
});
const user = z.object({
  Username: z.string(),
  Profile: z.object({ UserLicense: z.object({ Name: z.string() }) }).nullable(),
});
const assignment = z.object({ PermissionSet: z.object({ Name: z.string() }) });
const idRow = z.object({ Id: z.string() });
const versions = z.array(z.object({ version: z.string() })).min(1);
const whoAmI = z.object({ user_id: z.string(), preferred_username: z.string() });
const description = z.object({
  createable: z.boolean(),
  updateable: z.boolean(),
  fields: z.array(z.object({ name: z.string(), createable: z.boolean(), updateable: z.boolean() })),
});

/** Looks at an org as the companion's own user sees it. Reads only; some thirty calls for everything. */
export function createOrgProbe(connection: Connection): OrgProbe {
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw toAppError(error, connection.instanceUrl);
    }
  };
  return {
    needs: neededAccess(),

    facts: () => ask(() => readFacts(connection)),

    describe: (object) =>
      ask(async () => {
        try {
          return toAccess(description.parse(await connection.describe(object)));
        } catch (error) {
          // An object that is not deployed and one that the user may not see look alike.
          if (['NOT_FOUND', 'INVALID_TYPE'].includes(errorCodeOf(error))) return null;
          throw error;
        }
      }),

    count: (object, which) =>
      ask(async () => {
        const where = which === 'active' ? ' WHERE CS_Active__c = true' : '';
        return (await connection.query(`SELECT COUNT() FROM ${object}${where}`)).totalSize;
      }),
  };
}

function toAccess({ createable, updateable, fields }: z.infer<typeof description>): ObjectAccess {
  return {
    creates: createable,
    edits: updateable,
    fields: new Map(
      fields.map((field) => [field.name, { creates: field.createable, edits: field.updateable }]),
    ),
  };
}

async function readFacts(connection: Connection): Promise<OrgFacts> {
  const { nowMs, newest } = await readVersions(connection.instanceUrl);
  const me = whoAmI.parse(await connection.request(`${connection.instanceUrl}/services/oauth2/userinfo`));
  const [org] = await queryRows(
    connection,
    `SELECT ${Object.keys(organization.shape).join(', ')} FROM Organization`,
    organization,
  );
  if (!org) throw new Error('The org tells nothing of itself.');
  const [self] = await orNull(() =>
    queryRows(
      connection,
      `SELECT Username, Profile.UserLicense.Name FROM User WHERE Id = ${literal(me.user_id)}`,
      user,
    ),
  ).then((rows) => rows ?? []);
  const assigned = await orNull(() =>
    queryRows(
      connection,
      `SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = ${literal(me.user_id)} AND PermissionSet.IsOwnedByProfile = false`,
      assignment,
    ),
  );
  const types = await queryRows(
    connection,
    `SELECT Id FROM CustomNotificationType WHERE DeveloperName = ${literal(NOTIFICATION_TYPE)}`,
    idRow,
  );
  const calls = connection.limitInfo.apiUsage;
  return {
    ...{ orgId: org.Id, name: org.Name, edition: org.OrganizationType, isSandbox: org.IsSandbox },
    ...{ instanceUrl: connection.instanceUrl, username: me.preferred_username, nowMs },
    apiVersion: { used: connection.version, newest },
    calls: calls ? { used: calls.used, limit: calls.limit } : null,
    license: self?.Profile?.UserLicense.Name ?? null,
    permissionSets: assigned ? assigned.map(({ PermissionSet: { Name } }) => Name) : null,
    hasNotificationType: types.length > 0,
  };
}

/** The list of versions needs no login, and its answer carries the org's clock. */
async function readVersions(instanceUrl: string): Promise<{ nowMs: number | null; newest: string }> {
  const response = await fetch(`${instanceUrl}/services/data`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`The org answered ${response.status} when asked for its API versions.`);
  const found = versions.parse(await response.json());
  const date = Date.parse(response.headers.get('date') ?? '');
  const newest = found.map(({ version }) => version).toSorted((a, b) => Number(b) - Number(a))[0] ?? '';
  return { nowMs: Number.isNaN(date) ? null : date, newest };
}

/** What a user without View Setup may not ask is not known, and no fault. */
async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (['INVALID_TYPE', 'INVALID_FIELD', 'INSUFFICIENT_ACCESS'].includes(errorCodeOf(error))) return null;
    throw error;
  }
}
