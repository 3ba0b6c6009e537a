import type { OrgCli } from '../sf/org-cli.ts';

/** The API version that force-app is written for: `executeMutation` of lightning/graphql needs it. */
const NEEDED_API_VERSION = 66;
/** A first read and the day after it stay well below this for some thousand accounts. */
const FEW_CALLS_LEFT = 2_000;

/**
 * Editions whose API is part of the edition. Professional has it as an add-on, so it is let through with a note.
 * https://help.salesforce.com/s/articleView?id=000386981&type=1
 */
const EDITIONS_WITH_API = [
  'Developer Edition',
  'Enterprise Edition',
  'Unlimited Edition',
  'Performance Edition',
  'Partner Developer Edition',
];

/** What was found about an org, before anything is changed in it. */
export interface OrgFacts {
  edition: string;
  isSandbox: boolean;
  apiVersion: string;
  /** Calls of the API that are left of the day; null where the org does not say. */
  callsLeft: { remaining: number; max: number } | null;
  mayCreateUsers: boolean;
  mayAssignPermissionSets: boolean;
  /** Whether force-app is deployed, told by its permission set for the companion. */
  isDeployed: boolean;
}

/** Asks the org for everything that has to hold before the companion is connected. */
export async function readOrgFacts(org: OrgCli): Promise<OrgFacts> {
  const [{ apiVersion }, [organization], limits, sets, mayCreateUsers, mayAssignPermissionSets] =
    await Promise.all([
      org.display(),
      org.query('SELECT OrganizationType, IsSandbox FROM Organization'),
      org.limits(),
      org.query("SELECT Id FROM PermissionSet WHERE Name = 'CS_Companion'"),
      org.mayCreate('User'),
      org.mayCreate('PermissionSetAssignment'),
    ]);
  const calls = limits.get('DailyApiRequests');
  return {
    edition: String(organization?.['OrganizationType'] ?? 'unknown'),
    isSandbox: organization?.['IsSandbox'] === true,
    apiVersion,
    callsLeft: calls ? { remaining: calls.remaining, max: calls.max } : null,
    mayCreateUsers,
    mayAssignPermissionSets,
    isDeployed: sets.length > 0,
  };
}

/** What has to be mended before connecting, and what is worth knowing. Both may be empty. */
export function judgeOrg(facts: OrgFacts): { problems: string[]; notes: string[] } {
  const { callsLeft } = facts;
  const problems = [
    Number(facts.apiVersion) < NEEDED_API_VERSION &&
      `The org answers API ${facts.apiVersion} at most; Tenure needs ${NEEDED_API_VERSION}.0 (Spring '26) or later.`,
    /Group|Essentials|Contact Manager|Personal/.test(facts.edition) &&
      `${facts.edition} has no API. Tenure needs Developer, Enterprise, Performance or Unlimited Edition.`,
    !facts.mayCreateUsers &&
      'You may not create users: ask for the permission Manage Internal Users, or for an admin to run this.',
    !facts.mayAssignPermissionSets && 'You may not assign permission sets: ask for Assign Permission Sets.',
    !facts.isDeployed &&
      'Tenure is not deployed there: run "npm run deploy -- --target-org ALIAS" first (permission set CS_Companion is missing).',
  ];
  const notes = [
    !EDITIONS_WITH_API.includes(facts.edition) &&
      `${facts.edition}: the API has to be part of your contract (an add-on in Professional Edition).`,
    callsLeft !== null &&
      callsLeft.remaining < FEW_CALLS_LEFT &&
      `Only ${callsLeft.remaining} of ${callsLeft.max} API calls are left today.`,
  ];
  return { problems: problems.filter(isText), notes: notes.filter(isText) };
}

const isText = (entry: string | false): entry is string => entry !== false;
