import { SalesforceError } from '../errors.ts';
import type { FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import { canSetAuditField } from '../security/audit-fields.ts';
import type { UserContext } from '../security/types.ts';
import type { Row, SqlValue } from './row.ts';
import type { RowStore } from './row-store.ts';
import type { FieldValue, RecordInput } from './types.ts';
import { parseFieldValue } from './values/field-value.ts';
import { wrongKind } from './values/value-errors.ts';

/** `insert` is a create that takes audit fields from those who may set them. */
export type WriteAction = 'create' | 'insert' | 'update';

/** Turns what a caller sends into stored values by declared field name. */
export type ResolveInput = (
  user: UserContext,
  object: ObjectDef,
  values: RecordInput,
  action: WriteAction,
) => Row;

/**
 * Creates the resolver: every name must be a field the user sees and may write, and every value must fit it.
 * Checks are in the order of the input, and the first fault is thrown.
 */
export function createResolveInput(schema: Schema, rows: RowStore): ResolveInput {
  return (user, object, values, action) => {
    const row: Row = {};
    const refused: string[] = [];
    for (const [name, value] of Object.entries(values)) {
      if (name === 'attributes' || value === undefined) continue;
      const [field, parent] = findField(user, object, name, value);
      if (!canWrite(user, object, field, action)) refused.push(field.name);
      row[field.name] = parent === undefined ? parseFieldValue(field, value as FieldValue) : parent();
    }
    if (refused.length > 0) throw notWritable(refused);
    return row;
  };

  function findField(
    user: UserContext,
    object: ObjectDef,
    name: string,
    value: RecordInput[string],
  ): [FieldDef, (() => SqlValue)?] {
    const field = schema.field(object.name, name);
    if (field && user.canField(object.name, field.name, 'read')) {
      if (typeof value === 'object' && value !== null) throw wrongKind(field, value);
      return [field];
    }
    const reference = schema.parentRelationship(object.name, name);
    if (reference && user.canField(object.name, reference.name, 'read')) {
      if (value === null) return [reference, () => null];
      if (typeof value === 'object') return [reference, () => findParent(user, reference, value)];
    }
    throw noSuchColumn(object.name, name);
  }

  function findParent(user: UserContext, reference: FieldDef, value: Record<string, FieldValue>): string {
    const keys = Object.entries(value).filter(([name]) => name !== 'attributes');
    const [key] = keys;
    const parents = reference.reference?.to ?? [];
    const type = (value as { attributes?: { type?: string } }).attributes?.type;
    const parent = schema.object(type ?? parents[0] ?? '');
    if (!parent || !key || keys.length > 1) {
      throw new SalesforceError(
        'INVALID_FIELD',
        `${reference.reference?.relationshipName ?? reference.name} must name one external id field of ${parents.join(' or ')}`,
      );
    }
    const [name, wanted] = key;
    const field = schema.field(parent.name, name);
    if (!field || !user.canField(parent.name, field.name, 'read')) throw noSuchColumn(parent.name, name);
    if (!field.externalId && field.type !== 'id' && field.name !== 'Username') {
      throw new SalesforceError('INVALID_FIELD', `Field ${name} of ${parent.name} is not an external ID`);
    }
    const found = rows.findBy(parent, field.name, parseFieldValue(field, wanted), 2);
    if (found.length === 1 && found[0]) return String(found[0].Id);
    const problem = found.length === 0 ? 'not found' : 'matches more than one record';
    throw new SalesforceError(
      'INVALID_FIELD',
      `Foreign key external ID: ${String(wanted).toLowerCase()} ${problem} for field ${field.name} in entity ${parent.name}`,
    );
  }
}

function canWrite(user: UserContext, object: ObjectDef, field: FieldDef, action: WriteAction): boolean {
  if (action === 'insert' && canSetAuditField(user, object, field)) return true;
  const writable = action === 'update' ? field.updateable : field.createable;
  return writable && user.canField(object.name, field.name, 'edit');
}

/** What an org says of a field that does not exist, or that the user may not see. */
export function noSuchColumn(objectName: string, fieldName: string): SalesforceError {
  return new SalesforceError(
    'INVALID_FIELD',
    `No such column '${fieldName}' on sobject of type ${objectName}`,
  );
}

function notWritable(fields: string[]): SalesforceError {
  return new SalesforceError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    { fields },
  );
}
