import { SalesforceError } from '../errors.ts';
import { keyPrefixOf } from '../ids.ts';
import type { FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';
import type { Statements } from '../store/statements.ts';
import { columnName, tableName } from '../store/tables.ts';
import type { RecordAccessCheck } from './record-access.ts';
import type { Row, SqlValue } from './row.ts';
import type { RowStore } from './row-store.ts';
import { fieldError } from './values/value-errors.ts';

interface Parts {
  schema: Schema;
  rows: RowStore;
  access: RecordAccessCheck;
  statements: Statements;
}

/** Checks a row about to be written: `row` is the whole record, `changed` the fields that this write sets. */
export type CheckRow = (
  user: UserContext,
  object: ObjectDef,
  row: Row,
  changed: readonly string[],
  id: string,
) => void;

/** Creates the check of required values, references and uniqueness. */
export function createCheckRow(parts: Parts): CheckRow {
  return (user, object, row, changed, id) => {
    checkRequired(object, row);
    for (const name of changed) {
      const field = object.fields.get(name);
      const value = row[name];
      if (!field || value === null || value === undefined) continue;
      if (field.reference) checkReference(user, field, String(value), id, object.label.toLowerCase());
      if (field.unique) checkUnique(object, field, value, id);
    }
  };

  function checkReference(
    user: UserContext,
    field: FieldDef,
    value: string,
    ownId: string,
    objectLabel: string,
  ): void {
    const target = parts.schema.objectByKeyPrefix(keyPrefixOf(value));
    if (!target || !field.reference?.to.includes(target.name)) {
      throw fieldError('FIELD_INTEGRITY_EXCEPTION', field, `id value of incorrect type: ${value}`);
    }
    const row = parts.rows.get(target, value);
    if (!row) {
      throw new SalesforceError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', {
        fields: [field.name],
      });
    }
    if (row.IsDeleted === 1) {
      throw new SalesforceError('ENTITY_IS_DELETED', 'entity is deleted', { fields: [field.name] });
    }
    if (value === ownId && (field.name === 'ParentId' || field.name === 'ParentRoleId')) {
      throw new SalesforceError('CIRCULAR_DEPENDENCY', 'attempt to create a circular hierarchy');
    }
    if (field.name === 'OwnerId' && row.IsActive === 0) {
      throw new SalesforceError(
        'INACTIVE_OWNER_OR_USER',
        `operation performed with inactive user [${value.slice(0, 15)}] as owner of ${objectLabel}`,
        { fields: [field.name] },
      );
    }
    const needed = field.reference.masterDetail ? 'edit' : 'read';
    if (!parts.access.can(user, target, value, needed)) {
      throw new SalesforceError(
        'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
        `insufficient access rights on cross-reference id: ${value.slice(0, 15)}`,
        { fields: [field.name] },
      );
    }
  }

  function checkUnique(object: ObjectDef, field: FieldDef, value: SqlValue, ownId: string): void {
    const collation = field.caseSensitive ? ' COLLATE BINARY' : '';
    const other = parts
      .statements(
        `SELECT "Id" FROM ${tableName(object.name)}
          WHERE ${columnName(field.name)} = ?${collation} AND "IsDeleted" = 0 AND "Id" <> ? LIMIT 1`,
      )
      .get(value, ownId);
    if (!other) return;
    if (object.name === 'User' && field.name === 'Username') {
      throw new SalesforceError('DUPLICATE_USERNAME', 'Duplicate Username.<br>Choose a different username.', {
        fields: ['Username'],
      });
    }
    throw new SalesforceError(
      'DUPLICATE_VALUE',
      `duplicate value found: ${field.name} duplicates value on record with id: ${String(other.Id).slice(0, 15)}`,
    );
  }
}

function checkRequired(object: ObjectDef, row: Row): void {
  const missing = [...object.fields.values()]
    .filter((field) => !field.nillable && !field.formula && (row[field.name] ?? null) === null)
    .map((field) => field.name);
  if (missing.length === 0) return;
  throw new SalesforceError(
    'REQUIRED_FIELD_MISSING',
    `Required fields are missing: [${missing.join(', ')}]`,
    {
      fields: missing,
    },
  );
}
