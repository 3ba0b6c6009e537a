import type { DatabaseSync } from 'node:sqlite';
import { compileFormula } from '../schema/formula/compile-formula.ts';
import type { FieldDef, ObjectDef } from '../schema/types.ts';
import { columnName } from './tables.ts';

/** The SQL of a field's value in the row of a table alias: its column, or its formula, which may ask who the user is. */
export function fieldExpression(object: ObjectDef, field: FieldDef, alias: string, userId: string): string {
  return field.formula
    ? compileFormula(object, field, alias, userId).sql
    : `${alias}.${columnName(field.name)}`;
}

/** Makes the org's clock known to SQL, for formulas that ask for the day. */
export function registerClock(database: DatabaseSync, now: () => Date): void {
  database.function('_today', () => now().toISOString().slice(0, 10));
}
