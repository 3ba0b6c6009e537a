import type { Row } from '../records/row.ts';
import type { FieldDef, ObjectDef } from '../schema/types.ts';

/**
 * What no change event carries: the Id, which stands in the header, and what an org leaves out.
 * https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_message_structure.htm
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['Id', 'IsDeleted', 'SystemModstamp', 'LastActivityDate']);

/** All values of a new record that are not empty. */
export function fieldsAtCreation(object: ObjectDef, row: Row): Row {
  return pick(object, row, ({ name }) => row[name] !== null && row[name] !== undefined);
}

/** The values that an update changed, those that it emptied among them, and always when it was. */
export function changedValues(object: ObjectDef, before: Row, after: Row): Row {
  return pick(
    object,
    after,
    ({ name }) => name === 'LastModifiedDate' || (after[name] ?? null) !== (before[name] ?? null),
  );
}

function pick(object: ObjectDef, row: Row, isWanted: (field: FieldDef) => boolean): Row {
  const fields = [...object.fields.values()].filter(
    (field) => !field.formula && !LEFT_OUT.has(field.name) && isWanted(field),
  );
  return Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null]));
}
