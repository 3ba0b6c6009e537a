import type { ChangeRecorder } from '../changes/change-log.ts';
import { makeId } from '../ids.ts';
import type { FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import type { Sequences } from '../store/sequences.ts';
import { formatAutoNumber } from './auto-number.ts';
import { BEHAVIOURS } from './behaviours/behaviours.ts';
import { checkAuditFields } from './check-audit-fields.ts';
import type { CheckRow } from './check-row.ts';
import type { Row, SqlValue } from './row.ts';
import type { RowStore } from './row-store.ts';
import { parseFieldValue } from './values/field-value.ts';
import { toStoredDateTime } from './values/parse-date.ts';

interface Parts {
  schema: Schema;
  rows: RowStore;
  sequences: Sequences;
  check: CheckRow;
  changes: ChangeRecorder;
  now: () => Date;
}

/** Completes, checks and writes one record whose values are already in stored form. */
export interface SaveRecord {
  insert(user: UserContext, object: ObjectDef, values: Row): string;
  update(user: UserContext, object: ObjectDef, before: Row, values: Row): void;
}

/** Creates the writer of single records. */
export function createSaveRecord({ schema, rows, sequences, check, changes, now }: Parts): SaveRecord {
  function find(id: string): Row | undefined {
    const object = schema.objectByKeyPrefix(id.slice(0, 3));
    const row = object && rows.get(object, id);
    return row?.IsDeleted === 0 ? row : undefined;
  }

  function behave(user: UserContext, object: ObjectDef, row: Row, before: Row | undefined, at: string): void {
    BEHAVIOURS[object.name]?.({ user, row, before, now: at, find, rows, object, schema });
  }

  function defaultFor(object: ObjectDef, field: FieldDef, at: string): SqlValue {
    if (field.autoNumber) {
      const number = sequences.next(`${object.name}.${field.name}`);
      return formatAutoNumber(field.autoNumber.format, number, at.slice(0, 10));
    }
    if (field.defaultValue !== undefined) return parseFieldValue(field, field.defaultValue);
    return field.type === 'boolean' ? 0 : null;
  }

  return {
    insert(user, object, values) {
      const at = toStoredDateTime(now());
      const id = makeId(object.keyPrefix, sequences.next(object.keyPrefix));
      const row: Row = {};
      for (const field of object.fields.values()) {
        if (!field.formula) row[field.name] = values[field.name] ?? defaultFor(object, field, at);
      }
      // The modstamp is the moment of the write whatever history was sent, so that a reader by it sees the record.
      Object.assign(row, { Id: id, IsDeleted: 0, SystemModstamp: at });
      row.CreatedDate ??= at;
      row.CreatedById ??= user.userId;
      row.LastModifiedDate ??= at;
      row.LastModifiedById ??= user.userId;
      if (object.fields.has('OwnerId')) row.OwnerId ??= user.userId;
      // A record of a custom object that is given no name is named by its Id.
      if (object.custom && object.fields.has('Name')) row.Name ??= id;
      behave(user, object, row, undefined, at);
      checkAuditFields(object, row, values, at);
      check(user, object, row, Object.keys(values), id);
      rows.insert(object, row);
      changes.note(object, { type: 'CREATE', user, after: row });
      return id;
    },

    update(user, object, before, values) {
      const at = toStoredDateTime(now());
      const row: Row = { ...before, ...values };
      row.LastModifiedDate = at;
      row.LastModifiedById = user.userId;
      row.SystemModstamp = at;
      behave(user, object, row, before, at);
      check(user, object, row, Object.keys(values), String(before.Id));
      const changed = Object.entries(row).filter(([name, value]) => value !== before[name]);
      rows.update(object, String(before.Id), Object.fromEntries(changed));
      changes.note(object, { type: 'UPDATE', user, before, after: row });
    },
  };
}
