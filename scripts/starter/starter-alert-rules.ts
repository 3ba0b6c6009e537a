import { readFileSync } from 'node:fs';
import { inRoot } from '../process/root.ts';
import type { RecordFields } from '../org-client/org-client.ts';

/** A file that `sf data import tree --files` takes too. */
const FILE = inRoot('config', 'data', 'alert-rules.json');

/** The object of every record in the file. */
export const ALERT_RULE_OBJECT = 'CS_Alert_Rule__c';

/** The field that tells one rule from another for good, whatever an admin renames it to. */
export const ALERT_RULE_KEY = 'CS_Key__c';

/** The alert rules that Tenure comes with. */
export function readStarterAlertRules(): RecordFields[] {
  const { records } = JSON.parse(readFileSync(FILE, 'utf8')) as {
    records: ({ attributes: object } & RecordFields)[];
  };
  return records.map(({ attributes: _, ...fields }) => fields as RecordFields);
}
