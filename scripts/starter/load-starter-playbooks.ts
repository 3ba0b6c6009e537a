import type { OrgClient, RecordFields, SavedFields } from '../org-client/org-client.ts';
import { soqlLiteral } from '../org-client/soql-literal.ts';
import { CommandError } from '../process/command-error.ts';
import {
  PLAYBOOK_KEY,
  PLAYBOOK_OBJECT,
  readStarterPlaybooks,
  STEP_OBJECT,
  type StarterPlaybook,
} from './starter-playbooks.ts';

/** The part of an org that the loader needs. */
export type PlaybookOrg = Pick<OrgClient, 'query' | 'create'>;

/**
 * Creates the starter playbooks that the org does not have, with their steps. One that is there stays as it is,
 * whatever was changed in it; only one that has no step at all gets its steps, since then an earlier load was cut off.
 *
 * @returns how many playbooks were created
 * @throws CommandError that names the playbook and the org's reason when the org refuses one
 */
export async function loadStarterPlaybooks(org: PlaybookOrg): Promise<number> {
  const playbooks = readStarterPlaybooks();
  const keys = playbooks.map(({ key }) => soqlLiteral(key)).join(', ');
  const rows = await org.query(
    `SELECT Id, ${PLAYBOOK_KEY} FROM ${PLAYBOOK_OBJECT} WHERE ${PLAYBOOK_KEY} IN (${keys})`,
  );
  const ids = new Map(rows.map((row) => [String(row[PLAYBOOK_KEY]), row.Id]));
  const missing = playbooks.filter(({ key }) => !ids.has(key));
  const created = await createAll(
    org,
    PLAYBOOK_OBJECT,
    missing.map(({ fields }) => fields),
  );
  created.forEach((id, index) => ids.set(missing[index]!.key, id));
  await createAll(org, STEP_OBJECT, await missingSteps(org, playbooks, ids));
  return missing.length;
}

async function missingSteps(
  org: PlaybookOrg,
  playbooks: readonly StarterPlaybook[],
  ids: ReadonlyMap<string, string>,
): Promise<RecordFields[]> {
  const list = [...ids.values()].map(soqlLiteral).join(', ');
  const rows = await org.query(
    `SELECT Id, CS_Playbook__c FROM ${STEP_OBJECT} WHERE CS_Playbook__c IN (${list})`,
  );
  const complete = new Set(rows.map((row: SavedFields) => row['CS_Playbook__c']));
  return playbooks
    .map(({ key, steps }) => ({ id: ids.get(key)!, steps }))
    .filter(({ id }) => !complete.has(id))
    .flatMap(({ id, steps }) => steps.map((step) => ({ ...step, CS_Playbook__c: id })));
}

async function createAll(org: PlaybookOrg, object: string, records: RecordFields[]): Promise<string[]> {
  const outcomes = records.length > 0 ? await org.create(object, records) : [];
  return outcomes.map((outcome, index) => {
    if (outcome.success) return outcome.id;
    throw new CommandError(`The org refused "${String(records[index]!['Name'])}": ${outcome.reason}`);
  });
}
