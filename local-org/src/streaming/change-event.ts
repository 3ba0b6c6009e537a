import { createHash } from 'node:crypto';
import type { StoredChange } from '../changes/change-log.ts';
import { formatFieldValue } from '../records/values/field-value.ts';
import type { ObjectDef } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';

/** A greater message is replaced by a gap event, which says only that something changed. */
const MAX_MESSAGE_CHARACTERS = 1_000_000;

const ADDRESS_PART = /^(Billing|Shipping|Mailing|Other)(Street|City|State|PostalCode|Country)$/;
const NAME_PARTS: ReadonlySet<string> = new Set(['Salutation', 'FirstName', 'LastName']);

/**
 * A change as its subscriber gets it: the header, and the fields that she may read.
 * https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_message_structure.htm
 */
export function changeEvent(change: StoredChange, object: ObjectDef, user: UserContext): object {
  const body: Record<string, unknown> = {};
  const changedFields: string[] = [];
  for (const [name, stored] of Object.entries(change.values)) {
    const field = object.fields.get(name);
    if (!field || !user.canField(object.name, name, 'read')) continue;
    const value = formatFieldValue(field, stored);
    const shown = field.type === 'datetime' ? (stored as string | null) : value;
    const [compound, part] = compoundOf(object, name);
    if (compound === undefined) body[name] = shown;
    else if (part !== undefined) body[compound] = { ...(body[compound] as object), [part]: shown };
    if (part !== undefined || compound === undefined)
      changedFields.push(compound === undefined ? name : `${compound}.${part}`);
  }
  const header = (changeType: string, fields: string[]) => ({
    entityName: object.name,
    recordIds: [change.recordId],
    changeType,
    changeOrigin: change.origin,
    transactionKey: change.transactionKey,
    sequenceNumber: change.sequence,
    commitTimestamp: change.at,
    commitNumber: change.commitNumber,
    commitUser: change.userId,
    changedFields: change.type === 'UPDATE' ? fields : [],
  });
  const data = (payload: object) => ({
    schema: schemaIdOf(object),
    payload,
    event: { replayId: change.replayId },
  });
  const whole = data({ ChangeEventHeader: header(change.type, changedFields), ...body });
  if (JSON.stringify(whole).length <= MAX_MESSAGE_CHARACTERS) return whole;
  return data({ ChangeEventHeader: header(`GAP_${change.type}`, []) });
}

/** Where a field stands in an event when it is part of an address or of a person's name. */
function compoundOf(object: ObjectDef, name: string): [compound?: string, part?: string] {
  const [, kind, part] = ADDRESS_PART.exec(name) ?? [];
  if (kind !== undefined) return [`${kind}Address`, part];
  if (!object.fields.has('LastName')) return [];
  if (NAME_PARTS.has(name)) return ['Name', name];
  // The full name is put together from its parts.
  return name === 'Name' ? ['Name', undefined] : [];
}

/** Changes with the fields of the object. */
function schemaIdOf(object: ObjectDef): string {
  const fields = [...object.fields.values()].map(({ name, type }) => `${name}:${type}`).join();
  return createHash('md5').update(`${object.name}(${fields})`).digest('base64url');
}
