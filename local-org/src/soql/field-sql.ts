import { notImplemented } from '../errors.ts';
import type { FieldDef, ObjectDef } from '../schema/types.ts';
import { columnName } from '../store/tables.ts';

/** The SQL of a field's value in the row of a table alias. */
export function fieldSql(object: ObjectDef, field: FieldDef, alias: string): string {
  if (field.formula) throw notImplemented(`the formula field ${object.name}.${field.name} in queries`);
  return `${alias}.${columnName(field.name)}`;
}
