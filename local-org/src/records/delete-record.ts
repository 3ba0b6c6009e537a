import type { ChangeRecorder } from '../changes/change-log.ts';
import { SalesforceError } from '../errors.ts';
import type { FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import type { Row } from './row.ts';
import type { RowStore } from './row-store.ts';
import { toStoredDateTime } from './values/parse-date.ts';

interface Parts {
  schema: Schema;
  rows: RowStore;
  changes: ChangeRecorder;
  now: () => Date;
}

/** How many records that stand in the way of a delete are named in the error. */
const NAMED_RECORDS = 5;

/** Moves a record to the recycle bin of its object, if it has one, and does to the records that refer to it what their fields say. */
export type DeleteRecord = (user: UserContext, object: ObjectDef, row: Row) => void;

/** Creates the delete; access is checked before, for the first record only, as an org does on cascade. */
export function createDeleteRecord({ schema, rows, changes, now }: Parts): DeleteRecord {
  function references(to: ObjectDef): { object: ObjectDef; field: FieldDef }[] {
    return schema
      .objects()
      .flatMap((object) =>
        [...object.fields.values()]
          .filter((field) => field.reference?.to.includes(to.name))
          .map((field) => ({ object, field })),
      );
  }

  function remove(user: UserContext, object: ObjectDef, row: Row): void {
    const at = toStoredDateTime(now());
    const id = String(row.Id);
    const stamp = { LastModifiedDate: at, LastModifiedById: user.userId, SystemModstamp: at };
    // First of all, so that a cycle of references ends.
    if (object.fields.has('IsDeleted')) rows.update(object, id, { IsDeleted: 1, ...stamp });
    else rows.erase(object, id);
    changes.note(object, { type: 'DELETE', user, before: row });
    for (const reference of references(object)) {
      const referring = rows.findBy(reference.object, reference.field.name, id);
      const onDelete = reference.field.reference?.masterDetail
        ? 'Cascade'
        : reference.field.reference?.onDelete;
      if (referring.length === 0) continue;
      if (onDelete === 'Restrict') refuse(object, row, reference.object, referring);
      for (const child of referring) {
        if (onDelete === 'Cascade') remove(user, reference.object, child);
        else
          rows.update(reference.object, String(child.Id), {
            [reference.field.name]: null,
            SystemModstamp: at,
          });
      }
    }
  }

  return remove;
}

function refuse(object: ObjectDef, row: Row, other: ObjectDef, referring: readonly Row[]): never {
  const named = referring.slice(0, NAMED_RECORDS).map((child) => String(child[other.nameField] ?? child.Id));
  throw new SalesforceError(
    'DELETE_FAILED',
    `Your attempt to delete ${String(row[object.nameField] ?? row.Id)} could not be completed because it is associated with the following ${other.labelPlural.toLowerCase()}.: ${named.join(', ')}`,
  );
}
