import type { z } from 'zod';
import { WRITTEN_FIELDS } from '../domain/account-fields.ts';
import type { NeededObject } from '../usecases/doctor/ports.ts';
import { accountRow } from './account-row.ts';
import { actionRow, openRow } from './alert-reader.ts';
import { KEYED_OBJECTS } from './keyed-objects.ts';
import { overrideRow } from './override-rows.ts';
import { ruleRow } from './read-alert-rules.ts';
import { bookRow } from './read-books.ts';
import { answerRow, customerRow, snapshotRow } from './read-customers.ts';
import { mappingRow } from './read-mappings.ts';
import { changeRow, playbookRow, stepRow } from './read-playbooks.ts';
import { configRow, factorRow } from './read-scoring-config.ts';
import { signalSources } from './signal-sources.ts';

/** What is read of each object, by the shapes that it is read with; and what only a filter or an order names. */
const READ: [object: string, ...shapes: (z.ZodObject | readonly string[])[]][] = [
  ['Account', accountRow, bookRow, customerRow],
  ...Object.values(signalSources('2000-01-01')).map(({ object, row }): [string, z.ZodObject] => [
    object,
    row,
  ]),
  ['CS_Risk_Override__c', overrideRow],
  ['CS_Account_Change__c', changeRow],
  ['CS_Account_Snapshot__c', snapshotRow],
  ['CS_NPS_Response__c', answerRow],
  ['CS_Playbook__c', playbookRow, ['CS_Active__c', 'CS_Auto_Start__c']],
  ['CS_Playbook_Step__c', stepRow],
  ['CS_Playbook_Run__c', ['CS_Completed_On__c', 'CS_Playbook__c']],
  ['CS_Scoring_Config__c', configRow, ['CS_Active__c', 'CS_Activated_On__c']],
  ['CS_Risk_Factor__c', factorRow, ['CS_Config__c']],
  ['CS_Alert_Rule__c', ruleRow, ['CS_Active__c']],
  ['CS_Alert__c', actionRow, openRow],
  ['CS_Field_Mapping__c', mappingRow, ['CS_Active__c']],
  ['CS_Request__c', ['CS_Type__c', 'CS_Account__c', 'CS_Status__c', 'CS_Message__c']],
  ['CS_Workload__c', ['CS_As_Of__c', 'CS_CSM__c']],
  ['Contact', ['Email', 'AccountId']],
];

/** What is changed in place. Records with a key of ours are made as well: see KEYED_OBJECTS. */
const CHANGED: Record<string, readonly string[]> = {
  Account: WRITTEN_FIELDS,
  CS_Playbook_Run__c: ['CS_Status__c', 'CS_Completed_On__c'],
  CS_Request__c: ['CS_Status__c', 'CS_Message__c'],
};

/** Every object that the companion works with, and its fields: from the same shapes that it reads and writes by. */
export function neededAccess(): NeededObject[] {
  const objects = [...new Set([...READ.map(([object]) => object), ...Object.keys(KEYED_OBJECTS)])];
  return objects.toSorted().map((object) => {
    const shapes = READ.filter(([name]) => name === object).flatMap(([, ...rest]) => rest);
    const keyed = KEYED_OBJECTS[object];
    const keyField = keyed?.keyField ?? 'CS_Key__c';
    const made = keyed ? [...fieldsOf(keyed.row), keyField].filter((field) => field !== 'Id') : [];
    const changed = CHANGED[object] ?? [];
    return {
      object,
      // What is known by its Id was made by a person.
      creates: keyed !== undefined && keyField !== 'Id',
      edits: keyed !== undefined || changed.length > 0,
      reads: unique([...shapes.flatMap(fieldsOf), ...made, ...changed]),
      writes: unique([...made, ...changed]),
    };
  });
}

/** The fields of a shape. A lookup's record is reached through its own field, which is there as well. */
function fieldsOf(shape: z.ZodObject | readonly string[]): string[] {
  const names = 'shape' in shape ? Object.keys(shape.shape) : shape;
  return names.filter((name) => !name.endsWith('__r') && !RELATIONSHIPS.has(name));
}

const RELATIONSHIPS: ReadonlySet<string> = new Set([
  'Owner',
  'CreatedBy',
  'LastModifiedBy',
  'Account',
  'Contact',
]);

const unique = (names: string[]) => [...new Set(names)].toSorted();
