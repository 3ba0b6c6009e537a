import { readFileSync } from 'node:fs';
import { inRoot } from '../process/root.ts';
import type { RecordFields } from '../org-client/org-client.ts';

/** A file that `sf data import tree --files` takes too. */
const FILE = inRoot('config', 'data', 'templates.json');

/** The object of every record in the file. */
export const TEMPLATE_OBJECT = 'CS_Template__c';

/** The field that tells one template from another for good, whatever an admin renames it to. */
export const TEMPLATE_KEY = 'CS_Key__c';

/** The templates that Tenure comes with. */
export function readStarterTemplates(): RecordFields[] {
  const { records } = JSON.parse(readFileSync(FILE, 'utf8')) as {
    records: ({ attributes: object } & RecordFields)[];
  };
  return records.map(({ attributes: _, ...fields }) => fields as RecordFields);
}
