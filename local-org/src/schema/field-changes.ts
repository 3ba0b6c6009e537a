import { SalesforceError } from '../errors.ts';
import type { Statements } from '../store/statements.ts';
import { columnName, tableName } from '../store/tables.ts';
import type { FieldDef, FieldType, ObjectDef } from './types.ts';

/** Changes of type that keep every stored value readable. */
const ALLOWED_CONVERSIONS: Readonly<Partial<Record<FieldType, readonly FieldType[]>>> = {
  string: ['textarea', 'email', 'phone', 'url', 'picklist'],
  textarea: ['string'],
  picklist: ['string', 'multipicklist'],
  email: ['string'],
  phone: ['string'],
  url: ['string'],
  double: ['currency', 'percent'],
  currency: ['double', 'percent'],
  percent: ['double', 'currency'],
};

function refuse(field: FieldDef, why: string): never {
  throw new SalesforceError('FIELD_INTEGRITY_EXCEPTION', `Cannot change ${field.name}: ${why}`, {
    fields: [field.name],
  });
}

/** Throws where an org refuses to turn `before` into `after`, given the records that exist. */
export function checkFieldChange(
  statements: Statements,
  object: ObjectDef,
  before: FieldDef,
  after: FieldDef,
): void {
  if (Boolean(before.formula) !== Boolean(after.formula)) {
    refuse(after, 'a formula cannot become a stored field, nor a stored field a formula');
  }
  if (before.type !== after.type && !ALLOWED_CONVERSIONS[before.type]?.includes(after.type)) {
    refuse(after, `its type is ${before.type} and cannot become ${after.type}`);
  }
  if (before.formula) return;
  const count = (condition: string) =>
    Number(statements(`SELECT count(*) AS n FROM ${tableName(object.name)} WHERE ${condition}`).get()?.n);
  const column = columnName(after.name);
  if (after.length !== undefined && after.length < (before.length ?? 0)) {
    const longer = count(`length(${column}) > ${after.length}`);
    if (longer > 0) refuse(after, `${longer} records hold more than ${after.length} characters`);
  }
  if (after.unique && !before.unique) checkNoDuplicates(statements, object, after);
  if (before.reference && after.reference) {
    const isParent = after.reference.masterDetail !== undefined;
    if (isParent && !before.reference.masterDetail && count(`${column} IS NULL AND "IsDeleted" = 0`) > 0) {
      refuse(after, 'a master-detail field needs a value in every existing record');
    }
    if (before.reference.to.join() !== after.reference.to.join()) {
      refuse(after, `it refers to ${before.reference.to.join(', ')}`);
    }
  }
}

function checkNoDuplicates(statements: Statements, object: ObjectDef, field: FieldDef): void {
  const column = columnName(field.name);
  const key = field.caseSensitive ? `${column} COLLATE BINARY` : column;
  const duplicate = statements(
    `SELECT ${column} AS value FROM ${tableName(object.name)}
      WHERE "IsDeleted" = 0 AND ${column} IS NOT NULL GROUP BY ${key} HAVING count(*) > 1 LIMIT 1`,
  ).get();
  if (duplicate) refuse(field, `it cannot be unique, several records hold "${String(duplicate.value)}"`);
}

/** Throws where an org refuses to add `field` to an object that already exists. */
export function checkNewField(statements: Statements, object: ObjectDef, field: FieldDef): void {
  if (!field.reference?.masterDetail) return;
  const parents = [...object.fields.values()].filter((other) => other.reference?.masterDetail);
  if (parents.length >= 2) refuse(field, `${object.name} already has two master-detail relationships`);
  if (statements(`SELECT 1 FROM ${tableName(object.name)} LIMIT 1`).get()) {
    refuse(field, `a master-detail field cannot be added to ${object.name}, which already has records`);
  }
}
