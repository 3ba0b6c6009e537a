import { SalesforceError } from '../../errors.ts';
import type { FieldDef } from '../../schema/types.ts';
import type { FieldValue } from '../types.ts';

function tokenName(value: unknown): string {
  if (typeof value === 'string') return 'VALUE_STRING';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  return Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT';
}

/** What an org's JSON parser says of a value of the wrong kind. */
export function wrongKind(field: FieldDef, value: FieldValue | object): SalesforceError {
  const shown = typeof value === 'object' ? '' : ` value ${String(value)}`;
  return new SalesforceError(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${field.type} from ${tokenName(value)}${shown} or request may be missing a required field (field ${field.name})`,
    { fields: [field.name] },
  );
}

/** An error about one field, with the label in front as an org words it. */
export function fieldError(errorCode: string, field: FieldDef, message: string): SalesforceError {
  return new SalesforceError(errorCode, `${field.label}: ${message}`, { fields: [field.name] });
}
