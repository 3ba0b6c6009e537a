import type { FieldDef } from '../../schema/types.ts';
import type { Literal } from '../../soql/ast.ts';
import { dateLiteralKind } from '../../soql/date-literals.ts';
import { readDate, readDateTime } from '../../soql/date-values.ts';

const NUMBERS: ReadonlySet<string> = new Set(['int', 'double', 'currency', 'percent']);
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const RELATIVE = /^([A-Z]+(?:_[A-Z]+)*)(?::(\d+))?$/;
const TRUTHS: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };

/**
 * The value of a filter as a literal of the field's type; an empty text is a blank.
 *
 * @throws Error that says what was expected
 */
export function filterLiteral(field: FieldDef, text: string): Literal {
  if (text === '') return { kind: 'null' };
  if (field.type === 'boolean') {
    const value = TRUTHS[text.toLowerCase()];
    if (value === undefined)
      throw new Error(`${text} is no value of a checkbox; expected True, False, 1 or 0`);
    return { kind: 'boolean', value };
  }
  if (NUMBERS.has(field.type)) {
    const value = Number(text);
    if (Number.isNaN(value)) throw new Error(`${text} is no number, which ${field.label} holds`);
    return { kind: 'number', value };
  }
  if (field.type === 'date' || field.type === 'datetime') return dateValue(field, text);
  return { kind: 'string', value: text };
}

/** `LAST_N_DAYS:30`, `TODAY`, `2026-11-22` or `11/22/2026`; a moment also with its time and zone. */
function dateValue(field: FieldDef, text: string): Literal {
  const [, name = '', n] = RELATIVE.exec(text.trim()) ?? [];
  const kind = dateLiteralKind(name);
  if (kind === 'plain' && n === undefined) return { kind: 'dateLiteral', name };
  if (kind === 'counted' && n !== undefined) return { kind: 'dateLiteral', name, n: Number(n) };
  const us = US_DATE.exec(text);
  const day = readDate(us ? `${us[3]}-${us[1]!.padStart(2, '0')}-${us[2]!.padStart(2, '0')}` : text);
  if (field.type === 'date' && day) return { kind: 'date', value: day };
  const moment = day ? `${day}T00:00:00.000Z` : readDateTime(text);
  if (field.type === 'datetime' && moment) return { kind: 'datetime', value: moment };
  throw new Error(
    `${text} is no date; expected a day such as 2026-11-22 or a relative date such as LAST_N_DAYS:30`,
  );
}
