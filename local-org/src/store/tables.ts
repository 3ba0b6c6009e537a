import type { FieldDef, FieldType, ObjectDef } from '../schema/types.ts';

/**
 * How sObjects stand in SQLite. One STRICT table per object, named like the object; one column per field,
 * named like the field; both always quoted (`"Case"."Status"`), since names such as Case and Group are
 * reserved words. Tables of the server itself start with an underscore, which no API name does.
 *
 * Storage forms: booleans 0/1; numbers REAL or INTEGER; dates `YYYY-MM-DD`; datetimes
 * `YYYY-MM-DDTHH:mm:ss.SSSZ` in UTC; multi-select picklists `a;b;c`; Ids and references 18 characters.
 * Text compares without case (NOCASE, which folds ASCII letters only), Ids and dates byte by byte.
 * Deleted records stay, with `"IsDeleted" = 1`; every table has that column, also where the object has no
 * such field and deletes for good. Formula fields have no column: use `fieldExpression`.
 */
export function tableName(objectName: string): string {
  return quoted(objectName);
}

/** The quoted column of a field. Pass the declared name, as `schema.field(...)` answers it. */
export function columnName(fieldName: string): string {
  return quoted(fieldName);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const NOCASE: ReadonlySet<FieldType> = new Set([
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'email',
  'phone',
  'url',
]);

function columnType(field: FieldDef): string {
  if (field.type === 'boolean' || field.type === 'int') return 'INTEGER';
  if (field.type === 'double' || field.type === 'currency' || field.type === 'percent') return 'REAL';
  return NOCASE.has(field.type) ? 'TEXT COLLATE NOCASE' : 'TEXT';
}

/** `"CS_Score__c" REAL`: a column as DDL states it, or undefined for a formula, which is not stored. */
export function columnDefinition(field: FieldDef): string | undefined {
  if (field.formula) return undefined;
  const primaryKey = field.type === 'id' ? ' PRIMARY KEY NOT NULL' : '';
  // A checkbox is never empty: records that were there before the field was get its default.
  const checked = field.type === 'boolean' ? ` DEFAULT ${field.defaultValue === true ? 1 : 0}` : '';
  return `${columnName(field.name)} ${columnType(field)}${primaryKey}${checked}`;
}

/** Statements that create an object's table and the indexes of its fields. */
export function createTableStatements(object: ObjectDef): string[] {
  const fields = [...object.fields.values()];
  const columns = fields.map(columnDefinition).filter((column) => column !== undefined);
  if (!object.fields.has('IsDeleted')) columns.push('"IsDeleted" INTEGER');
  return [
    `CREATE TABLE IF NOT EXISTS ${tableName(object.name)} (${columns.join(', ')}) STRICT`,
    ...fields.flatMap((field) => indexStatements(object.name, field)),
  ];
}

/** The name of a field's index; one field has at most one. */
export function indexName(objectName: string, fieldName: string): string {
  return quoted(`ix_${objectName}_${fieldName}`);
}

/**
 * The index a field asks for: unique over live records, plain on references, external ids, the modification
 * stamp and names.
 */
export function indexStatements(objectName: string, field: FieldDef): string[] {
  if (field.formula || field.type === 'id') return [];
  const collation = field.unique && field.caseSensitive ? ' COLLATE BINARY' : '';
  const on = `${indexName(objectName, field.name)} ON ${tableName(objectName)} (${columnName(field.name)}${collation})`;
  if (field.unique) return [`CREATE UNIQUE INDEX IF NOT EXISTS ${on} WHERE "IsDeleted" = 0`];
  const indexed =
    field.reference || field.externalId || field.name === 'SystemModstamp' || field.name === 'Name';
  return indexed ? [`CREATE INDEX IF NOT EXISTS ${on}`] : [];
}
