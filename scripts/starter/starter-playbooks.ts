import { readFileSync } from 'node:fs';
import type { RecordFields } from '../org-client/org-client.ts';
import { inRoot } from '../process/root.ts';

/** A file that `sf data import tree --files` takes too. */
const FILE = inRoot('config', 'data', 'playbooks.json');

/** The object of a playbook, and of its steps. */
export const PLAYBOOK_OBJECT = 'CS_Playbook__c';
export const STEP_OBJECT = 'CS_Playbook_Step__c';

/** The field that tells one playbook from another for good, whatever an admin renames it to. */
export const PLAYBOOK_KEY = 'CS_Key__c';

/** A playbook that Tenure comes with. */
export interface StarterPlaybook {
  readonly key: string;
  readonly fields: RecordFields;
  /** In order, without the reference to the playbook. */
  readonly steps: readonly RecordFields[];
}

type Entry = { attributes: object } & RecordFields;
type PlaybookEntry = Entry & { CS_Steps__r: { records: Entry[] } };

/** The playbooks that Tenure comes with. */
export function readStarterPlaybooks(): StarterPlaybook[] {
  const { records } = JSON.parse(readFileSync(FILE, 'utf8')) as { records: PlaybookEntry[] };
  return records.map(({ CS_Steps__r: steps, ...playbook }) => ({
    key: String(playbook[PLAYBOOK_KEY]),
    fields: fieldsOf(playbook as Entry),
    steps: steps.records.map(fieldsOf),
  }));
}

function fieldsOf({ attributes: _, ...fields }: Entry): RecordFields {
  return fields as RecordFields;
}
