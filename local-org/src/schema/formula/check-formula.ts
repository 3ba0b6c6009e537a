import { SalesforceError } from '../../errors.ts';
import type { FieldDef, ObjectDef } from '../types.ts';
import { compileFormula } from './compile-formula.ts';
import { formulaTypeOf } from './formula-scope.ts';

/** Throws where a formula is wrong, or is one that the local org cannot evaluate. */
export function checkFormula(object: ObjectDef, field: FieldDef): void {
  try {
    const { type } = compileFormula(object, field, 'r');
    const wanted = formulaTypeOf(field.type);
    if (type !== wanted && type !== 'null') {
      throw new Error(
        `Formula result is data type (${type}), incompatible with expected data type (${wanted}).`,
      );
    }
  } catch (cause) {
    const { message } = cause as Error;
    throw new SalesforceError('FIELD_INTEGRITY_EXCEPTION', `${object.name}.${field.name}: ${message}`, {
      fields: [field.name],
      cause,
    });
  }
}
