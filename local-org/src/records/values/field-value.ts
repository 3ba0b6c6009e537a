import { normalizeId } from '../../ids.ts';
import type { FieldDef } from '../../schema/types.ts';
import type { SqlValue } from '../row.ts';
import type { FieldValue } from '../types.ts';
import { parseDate, parseDateTime } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';
import { parseMultiPicklist, parsePicklist, parseText } from './parse-text.ts';
import { fieldError, wrongKind } from './value-errors.ts';

/** Checks a value from the API against its field, and answers the form in which it is stored. */
export function parseFieldValue(field: FieldDef, value: FieldValue): SqlValue {
  if (value === undefined || (typeof value === 'object' && value !== null)) throw wrongKind(field, value);
  if (field.type === 'boolean') return parseBoolean(field, value);
  if (value === null) return null;
  switch (field.type) {
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return parseNumber(field, value);
    case 'date':
      return parseDate(field, value);
    case 'datetime':
      return parseDateTime(field, value);
    case 'picklist':
      return parsePicklist(field, value);
    case 'multipicklist':
      return parseMultiPicklist(field, value);
    case 'id':
    case 'reference':
      return parseId(field, value);
    default:
      return parseText(field, value);
  }
}

function parseBoolean(field: FieldDef, value: FieldValue): number {
  if (value === true || value === 'true' || value === '1') return 1;
  if (value === false || value === 'false' || value === '0') return 0;
  if (value === null) {
    throw fieldError('INVALID_TYPE_ON_FIELD_IN_RECORD', field, 'value not of required type: null');
  }
  throw wrongKind(field, value);
}

function parseId(field: FieldDef, value: FieldValue): string | null {
  if (value === '') return null;
  if (typeof value !== 'string') throw wrongKind(field, value);
  const id = normalizeId(value.trim());
  if (id === undefined) throw fieldError('MALFORMED_ID', field, `id value of incorrect type: ${value}`);
  return id;
}

/** A stored value as the REST API shows it: booleans, and datetimes with `+0000`. */
export function formatFieldValue(field: FieldDef, value: SqlValue | undefined): FieldValue {
  if (field.type === 'boolean') return value === 1;
  if (value === null || value === undefined) return null;
  if (field.type === 'datetime') return String(value).replace(/Z$/, '+0000');
  return value;
}
