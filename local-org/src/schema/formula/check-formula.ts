import { notImplemented } from '../../errors.ts';
import type { FieldDef, ObjectDef, Schema } from '../types.ts';

/** Throws where a formula cannot be evaluated by the local org. */
export function checkFormula(_schema: Schema, object: ObjectDef, field: FieldDef): void {
  throw notImplemented(`the formula of ${object.name}.${field.name}`);
}
