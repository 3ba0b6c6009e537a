import type { FieldDef } from '../../schema/types.ts';
import type { FieldValue } from '../types.ts';
import { fieldError, wrongKind } from './value-errors.ts';

const NUMERIC = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const INT_LIMIT = 2 ** 31;

/**
 * A number within the field's digits. More decimals than the scale are rounded, half away from zero; text
 * that is a number is taken, as the REST API does.
 */
export function parseNumber(field: FieldDef, value: FieldValue): number | null {
  if (value === '') return null;
  const number =
    typeof value === 'string' && NUMERIC.test(value.trim()) ? Number(value) : (value as number | boolean);
  if (typeof number !== 'number' || !Number.isFinite(number)) throw wrongKind(field, value);
  if (field.type === 'int') return parseInteger(field, number);
  const { precision = 18, scale = 0 } = field;
  const rounded = roundHalfAwayFromZero(number, scale);
  if (Math.abs(rounded) >= 10 ** (precision - scale)) throw outsideRange(field, value);
  return rounded;
}

function parseInteger(field: FieldDef, number: number): number {
  if (!Number.isInteger(number)) throw wrongKind(field, number);
  if (number < -INT_LIMIT || number >= INT_LIMIT) throw outsideRange(field, number);
  return number;
}

function outsideRange(field: FieldDef, value: FieldValue) {
  return fieldError(
    'NUMBER_OUTSIDE_VALID_RANGE',
    field,
    `value outside of valid range on numeric field: ${String(value)}`,
  );
}

/** Rounds the decimal reading of a number, so that 1.005 with two decimals is 1.01. */
export function roundHalfAwayFromZero(number: number, scale: number): number {
  const shifted = shift(Math.abs(number), scale);
  return Math.sign(number) * shift(Math.round(shifted), -scale) || 0;
}

/** Moves the decimal point in the text of the number, where multiplying would add binary noise. */
function shift(number: number, places: number): number {
  const [digits, exponent = '0'] = String(number).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
