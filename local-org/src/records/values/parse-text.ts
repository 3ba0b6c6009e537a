import type { FieldDef } from '../../schema/types.ts';
import type { FieldValue } from '../types.ts';
import { fieldError, wrongKind } from './value-errors.ts';

const EMAIL = /^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\]]+\.[A-Za-z0-9-]{2,}$/;
/** How much of a value that is too long is shown in the error. */
const SHOWN_CHARACTERS = 40;

/** Text as an org keeps it: trimmed, empty is null, never longer than the field. */
export function parseText(field: FieldDef, value: FieldValue): string | null {
  if (typeof value !== 'string') throw wrongKind(field, value);
  const text = value.trim();
  if (text === '') return null;
  if (field.length !== undefined && text.length > field.length) {
    const shown = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
    throw fieldError('STRING_TOO_LONG', field, `data value too large: ${shown} (max length=${field.length})`);
  }
  if (field.type === 'email' && !EMAIL.test(text)) {
    throw fieldError('INVALID_EMAIL_ADDRESS', field, `invalid email address: ${text}`);
  }
  return text;
}

/** One picklist value; a restricted picklist takes active values only, in the case they are defined in. */
export function parsePicklist(field: FieldDef, value: FieldValue): string | null {
  const text = parseText(field, value);
  if (text === null) return null;
  return matchPicklistValue(field, text);
}

/** Values separated by semicolons, in the order of the definition, each once. */
export function parseMultiPicklist(field: FieldDef, value: FieldValue): string | null {
  if (typeof value !== 'string') throw wrongKind(field, value);
  const chosen = value
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => matchPicklistValue(field, part));
  const order = field.picklist?.values.map((defined) => defined.value) ?? [];
  const position = (text: string) => (order.includes(text) ? order.indexOf(text) : order.length);
  const sorted = [...new Set(chosen)].sort((a, b) => position(a) - position(b));
  return sorted.length === 0 ? null : sorted.join(';');
}

function matchPicklistValue(field: FieldDef, text: string): string {
  const known = field.picklist?.values.find(
    (defined) => defined.active && defined.value.toLowerCase() === text.toLowerCase(),
  );
  if (known) return known.value;
  if (field.picklist?.restricted) {
    throw fieldError(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      field,
      `bad value for restricted picklist field: ${text}`,
    );
  }
  return text;
}
