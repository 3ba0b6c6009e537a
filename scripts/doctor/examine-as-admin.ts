import { judgeOrg, readOrgFacts } from '../connect/check-org.ts';
import type { ConnectionRecord } from '../connect/connection-state.ts';
import { soqlLiteral } from '../org-client/soql-literal.ts';
import type { OrgCli } from '../sf/org-cli.ts';
import { findingsOf, type Finding } from './finding.ts';
import { listSource, SOURCE_TYPES } from './list-source.ts';

const { ok, warn, fail } = findingsOf('org, as admin');
const APP = 'Tenure_Companion';
const SHOWN = 6;

/** What only an admin can see of an org: whether all of force-app is there, the app, and the companion's user. */
export async function examineAsAdmin(org: OrgCli, record: ConnectionRecord | null): Promise<Finding[]> {
  const [{ username, instanceUrl }, facts] = await Promise.all([org.display(), readOrgFacts(org)]);
  const { problems, notes } = judgeOrg(facts);
  return [
    ok('admin', `${username} at ${instanceUrl}`),
    ...(problems.length + notes.length === 0 ? [ok('edition, API, limits, rights', facts.edition)] : []),
    ...problems.map((problem) =>
      fail('edition, API, limits, rights', problem, 'Mend what it says, then connect again.'),
    ),
    ...notes.map((note) => warn('edition, API, limits, rights', note, 'Nothing has to be done now.')),
    ...(facts.isDeployed ? await judgeDeploy(org) : []),
    ...(await judgeConnection(org, record)),
  ];
}

async function judgeDeploy(org: OrgCli): Promise<Finding[]> {
  const missing: string[] = [];
  let count = 0;
  for (const type of SOURCE_TYPES) {
    const there = new Set(await org.listMetadata(type));
    const wanted = listSource(type);
    count += wanted.length;
    missing.push(...wanted.filter((name) => !there.has(name)).map((name) => `${type} ${name}`));
  }
  if (missing.length === 0)
    return [ok('deploy', `all ${count} fields, components, pages and permission sets are there`)];
  const more = missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : '';
  const detail = `${missing.length} of ${count} are missing: ${missing.slice(0, SHOWN).join(', ')}${more}`;
  return [fail('deploy', detail, `Run: npm run deploy -- --target-org ${org.alias}`)];
}

async function judgeConnection(org: OrgCli, record: ConnectionRecord | null): Promise<Finding[]> {
  const connect = `Run: npm run connect -- --target-org ${org.alias}`;
  if (!record?.user) return [warn('connection', 'This org was not connected from here', connect)];
  const apps = await org.listMetadata('ExternalClientApplication');
  const [user] = await org.query(`SELECT IsActive FROM User WHERE Id = ${soqlLiteral(record.user.id)}`);
  const [assigned] = await org.query(
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${soqlLiteral(record.user.id)} AND PermissionSet.Name = 'CS_Companion'`,
  );
  const { username } = record.user;
  return [
    apps.includes(APP)
      ? ok('External Client App', APP)
      : fail('External Client App', `${APP} is not in the org`, connect),
    user?.['IsActive'] === true
      ? ok('integration user', username)
      : fail(
          'integration user',
          `${username} is not active`,
          `${connect} (or Setup > Users > ${username} > Edit > Active)`,
        ),
    assigned
      ? ok('permission set', `CS_Companion is assigned to ${username}`)
      : fail(
          'permission set',
          `CS_Companion is not assigned to ${username}`,
          `Run: npx sf org assign permset --name CS_Companion --on-behalf-of ${username} --target-org ${org.alias}`,
        ),
  ];
}
