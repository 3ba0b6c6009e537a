import type { OrgClient } from '../org-client/org-client.ts';
import { soqlLiteral } from '../org-client/soql-literal.ts';
import { syncRecords } from '../org-client/sync-records.ts';
import { PLAYBOOK_KEY, PLAYBOOK_OBJECT } from '../starter/starter-playbooks.ts';
import type { PersonaIds } from './load-personas.ts';
import type { DemoRun } from './types.ts';

/**
 * Loads the playbooks that were started, runs first. A run whose playbook the org does not have is loaded without it.
 *
 * @param accountIds by key of the demo
 * @returns how many runs there are
 */
export async function loadPlaybookRuns(
  org: OrgClient,
  runs: readonly DemoRun[],
  accountIds: ReadonlyMap<string, string>,
  users: PersonaIds,
): Promise<number> {
  const playbooks = await playbookIds(org, runs);
  const { ids } = await syncRecords(org, {
    object: 'CS_Playbook_Run__c',
    identity: ['CS_Key__c'],
    createOnly: ['CS_Account__c'],
    records: runs.map(({ account, csm, playbook, fields }) => ({
      ...fields,
      CS_Account__c: accountIds.get(account)!,
      CS_Playbook__c: playbooks.get(playbook) ?? null,
      CS_Assigned_To__c: users[csm],
    })),
  });
  await syncRecords(org, {
    object: 'CS_Playbook_Run_Step__c',
    identity: ['CS_Key__c'],
    createOnly: ['CS_Run__c'],
    records: runs.flatMap(({ csm, steps }, index) =>
      steps.map((step) => ({
        ...step,
        CS_Run__c: ids[index]!,
        CS_Assigned_To__c: users[csm],
        CS_Completed_By__c: step['CS_Status__c'] === 'Open' ? null : users[csm],
      })),
    ),
  });
  return ids.length;
}

async function playbookIds(org: OrgClient, runs: readonly DemoRun[]): Promise<Map<string, string>> {
  const keys = [...new Set(runs.map(({ playbook }) => playbook))].map(soqlLiteral).join(', ');
  const rows = await org.query(
    `SELECT Id, ${PLAYBOOK_KEY} FROM ${PLAYBOOK_OBJECT} WHERE ${PLAYBOOK_KEY} IN (${keys})`,
  );
  return new Map(rows.map((row) => [String(row[PLAYBOOK_KEY]), row.Id]));
}
