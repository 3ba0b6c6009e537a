import type { FieldDef, ObjectDef } from '../schema/types.ts';
import { columnName } from '../store/tables.ts';
import { fieldExpression } from '../store/field-expression.ts';

/**
 * The SQL of a field's value in the row of a table alias. A formula is null where a joined row is not there,
 * whatever it makes of blanks, and is worked out for the user who asks; its text compares without case, as stored text does, and empty text is null.
 */
export function fieldSql(object: ObjectDef, field: FieldDef, alias: string, userId: string): string {
  const value = fieldExpression(object, field, alias, userId);
  if (!field.formula) return value;
  const present = `CASE WHEN ${alias}.${columnName('Id')} IS NOT NULL THEN ${value} END`;
  return field.type === 'string' ? `NULLIF(${present}, '') COLLATE NOCASE` : `(${present})`;
}
