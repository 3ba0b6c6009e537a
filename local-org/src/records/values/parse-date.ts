import type { FieldDef } from '../../schema/types.ts';
import type { FieldValue } from '../types.ts';
import { wrongKind } from './value-errors.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

function isCalendarDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const parsed = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) && Number(match[1]) >= 1700;
}

/** A calendar date `YYYY-MM-DD`. */
export function parseDate(field: FieldDef, value: FieldValue): string | null {
  if (value === '') return null;
  if (typeof value !== 'string' || !isCalendarDate(value.trim())) throw wrongKind(field, value);
  return value.trim();
}

/** A moment with its zone (`Z`, `+01:00` or `+0100`), kept in UTC to the second as an org does. */
export function parseDateTime(field: FieldDef, value: FieldValue): string | null {
  if (value === '') return null;
  const match = typeof value === 'string' ? DATE_TIME.exec(value.trim()) : null;
  const [, day = '', hours = '', minutes = '', seconds = '00', zone = ''] = match ?? [];
  if (!match || !isCalendarDate(day)) throw wrongKind(field, value);
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const moment = new Date(`${day}T${hours}:${minutes}:${seconds}.000${offset}`);
  if (Number.isNaN(moment.getTime())) throw wrongKind(field, value);
  return moment.toISOString();
}

/** The moment of a clock as stored: UTC, to the second. */
export function toStoredDateTime(moment: Date): string {
  return new Date(Math.floor(moment.getTime() / 1000) * 1000).toISOString();
}
