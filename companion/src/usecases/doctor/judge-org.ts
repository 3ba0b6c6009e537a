import { fail, listSome, ok, warn, type Finding } from './finding.ts';
import { judgeSkew } from './judge-database.ts';
import type { OrgFacts } from './ports.ts';

const PERMISSION_SET = 'CS_Companion';
const FEW_CALLS_SHARE = 0.1;

/** Whether the org is one to work with, and the user in it the right one. */
export function judgeOrg(facts: OrgFacts, nowMs: number, access: 'read-only' | 'write-back'): Finding[] {
  const { name, edition, isSandbox, instanceUrl, username, apiVersion, permissionSets, license } = facts;
  const kind = `${edition}${isSandbox ? ', a sandbox' : ''}`;
  const hasApi = Number(apiVersion.newest) >= Number(apiVersion.used);
  return [
    ok('org', 'login', `${username} in ${name} at ${instanceUrl} (${kind})`),
    hasApi
      ? ok('org', 'API version', `${apiVersion.used}; the org goes up to ${apiVersion.newest}`)
      : fail(
          'org',
          'API version',
          `${apiVersion.used} is wanted, the org goes up to ${apiVersion.newest}`,
          'Wait for the org’s next release; Tenure needs Spring ’26 or later.',
        ),
    ...judgeCalls(facts.calls),
    ...(facts.nowMs === null ? [] : [judgeSkew('org', 'clock', facts.nowMs, nowMs)]),
    ...judgeAssignments(permissionSets, username),
    ...(license === null ? [] : [ok('org', 'license', license)]),
    ...judgeNotifications(facts.hasNotificationType, access),
  ];
}

function judgeCalls(calls: OrgFacts['calls']): Finding[] {
  if (calls === null) return [];
  const told = `${calls.used.toLocaleString('en-US')} of ${calls.limit.toLocaleString('en-US')} used in 24 hours`;
  const left = calls.limit - calls.used;
  if (left <= 0) {
    const remedy =
      'Calls become free by themselves within 24 hours. Setup > System Overview tells who uses them.';
    return [fail('org', 'API calls', told, remedy)];
  }
  if (left >= calls.limit * FEW_CALLS_SHARE) return [ok('org', 'API calls', told)];
  const remedy =
    'Setup > System Overview > API Usage tells who uses them; lower SALESFORCE_API_BUDGET_PERCENT to leave more to others.';
  return [warn('org', 'API calls', told, remedy)];
}

function judgeAssignments(permissionSets: string[] | null, username: string): Finding[] {
  if (permissionSets === null) return [];
  if (permissionSets.includes(PERMISSION_SET)) return [ok('org', 'permission set', listSome(permissionSets))];
  return [
    fail(
      'org',
      'permission set',
      `${PERMISSION_SET} is not assigned to ${username}`,
      `Run: npx sf org assign permset --name ${PERMISSION_SET} --on-behalf-of ${username} --target-org ALIAS ` +
        '(or Setup > Users > the user > Permission Set Assignments > Edit Assignments).',
    ),
  ];
}

function judgeNotifications(hasType: boolean, access: 'read-only' | 'write-back'): Finding[] {
  if (access === 'read-only') return [];
  if (hasType) return [ok('org', 'bell', 'the notification type CS_Alert is deployed')];
  const remedy = 'Run: npm run deploy -- --target-org ALIAS.';
  return [fail('org', 'bell', 'The notification type CS_Alert is missing: no alert reaches a bell', remedy)];
}
