import type { FieldValues } from '../../domain/account-fields.ts';
import type { FieldMapping } from '../../domain/mapping/field-mapping.ts';
import type { MappingTarget } from '../../domain/mapping/mapping-targets.ts';
import { AppError } from '../../errors.ts';
import type { Companion } from '../../open-companion.ts';
import { EXIT, type CommandContext } from '../command.ts';
import { checkTyped } from './typed-mapping.ts';

const OBJECT = 'CS_Field_Mapping__c';
const KEY_FIELD = 'CS_Key__c';

/** Maps a field after checking it; a mapping that is refused is not saved. */
export async function saveMapping(context: CommandContext, mapping: FieldMapping): Promise<number> {
  const companion = await context.openCompanion();
  mustWrite(companion);
  const { target, source, values, highest } = mapping;
  const { refusals, warnings, ready } = await checkTyped(companion.reader, mapping);
  for (const text of refusals) context.print(`FAIL  ${text}`);
  for (const text of warnings) context.print(`WARN  ${text}`);
  if (ready === null) {
    context.print('Nothing was changed.');
    return EXIT.failed;
  }
  const records = await companion.reader.readMappings();
  const active = records.find((record) => record.mapping.target === target)?.recordId;
  await save(companion, target, active ?? (await findSwitchedOff(companion, target)), {
    Name: target,
    CS_Target__c: target,
    CS_Source__c: ready.source,
    CS_Values__c: values,
    CS_Highest__c: highest,
    CS_Active__c: true,
    // What was said of another field says nothing of this one.
    CS_State__c: null,
    CS_Message__c: null,
    CS_Checked_On__c: null,
  });
  context.print(`${target} is mapped to ${source}. The next sync reads every account and mirrors it.`);
  return EXIT.ok;
}

/** Switches a mapping off; the field of Tenure keeps its last values. */
export async function switchOff(context: CommandContext, { name }: MappingTarget): Promise<number> {
  const companion = await context.openCompanion();
  mustWrite(companion);
  const records = await companion.reader.readMappings();
  const active = records.filter(({ mapping }) => mapping.target === name);
  if (active.length === 0) {
    context.print(`${name} is not mapped.`);
    return EXIT.nothing;
  }
  for (const { recordId } of active) await save(companion, name, recordId, { CS_Active__c: false });
  context.print(`${name} is not mapped any more. Accounts keep the ${name} they have.`);
  return EXIT.ok;
}

/** The record by which a target was mapped before; null where it never was. */
async function findSwitchedOff({ importOrg }: Companion, key: string): Promise<string | null> {
  const found = await importOrg.findByKey(OBJECT, KEY_FIELD, [key], ['CS_Active__c']);
  return found.get(key.toLowerCase())?.id ?? null;
}

async function save(
  { importOrg }: Companion,
  key: string,
  id: string | null,
  fields: FieldValues,
): Promise<void> {
  const named = id === null ? { ...fields, [KEY_FIELD]: key } : fields;
  const [problem] = await importOrg.saveRecords({ object: OBJECT, keyField: KEY_FIELD }, [
    { id, fields: named },
  ]);
  if (problem) throw new AppError('ORG_REFUSED', `The org refused the mapping of ${key}: ${problem.message}`);
}

function mustWrite({ access }: Companion): void {
  if (access === 'read-only')
    throw new AppError(
      'READ_ONLY',
      'The companion is connected read-only (SALESFORCE_ACCESS): map fields on the setup page of the org instead.',
    );
}
