import { makeId } from '../ids.ts';
import type { Row } from '../records/row.ts';
import type { RowStore } from '../records/row-store.ts';
import { toStoredDateTime } from '../records/values/parse-date.ts';
import type { Schema } from '../schema/types.ts';
import type { Sequences } from '../store/sequences.ts';
import type { PermissionSetStore } from './permission-set-store.ts';
import type { PermissionSetWriter } from './types.ts';

interface Parts {
  schema: Schema;
  rows: RowStore;
  sequences: Sequences;
  permissionSets: PermissionSetStore;
  now: () => Date;
  adminId: () => string;
  onChange: () => void;
}

/** Creates the writer that keeps a permission set's definition and its record in step. */
export function createPermissionSetWriter(parts: Parts): PermissionSetWriter {
  const { schema, rows, sequences, permissionSets, now, adminId, onChange } = parts;
  const object = () => {
    const found = schema.object('PermissionSet');
    if (!found) throw new Error('The standard schema has no PermissionSet');
    return found;
  };

  return {
    savePermissionSet(definition) {
      permissionSets.put(definition);
      const at = toStoredDateTime(now());
      const values: Row = {
        Name: definition.name,
        Label: definition.label,
        Description: definition.description ?? null,
        LastModifiedDate: at,
        LastModifiedById: adminId(),
        SystemModstamp: at,
      };
      const [existing] = rows.findBy(object(), 'Name', definition.name);
      if (existing) {
        rows.update(object(), String(existing.Id), values);
      } else {
        const created = { CreatedDate: at, CreatedById: adminId(), IsDeleted: 0, IsOwnedByProfile: 0 };
        const id = makeId(object().keyPrefix, sequences.next(object().keyPrefix));
        rows.insert(object(), { Id: id, ...created, IsCustom: 1, Type: 'Regular', ...values });
      }
      onChange();
    },

    removePermissionSet(name) {
      permissionSets.remove(name);
      const assignment = schema.object('PermissionSetAssignment');
      for (const record of rows.findBy(object(), 'Name', name)) {
        rows.erase(object(), String(record.Id));
        if (!assignment) continue;
        for (const row of rows.findBy(assignment, 'PermissionSetId', record.Id ?? null)) {
          rows.erase(assignment, String(row.Id));
        }
      }
      onChange();
    },
  };
}
