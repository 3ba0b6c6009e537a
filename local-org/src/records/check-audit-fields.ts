import type { ObjectDef } from '../schema/types.ts';
import type { Row } from './row.ts';
import { fieldError } from './values/value-errors.ts';

/** A day of the record, and the day it cannot be before. */
const ORDER: readonly [later: string, earlier: string][] = [
  ['LastModifiedDate', 'CreatedDate'],
  ['ClosedDate', 'CreatedDate'],
];

/** When the platform itself would have written: never after now, which is the stricter reading. */
const WRITTEN = ['CreatedDate', 'LastModifiedDate'];

/**
 * Checks the history that a caller sent with a new record: nothing written in the future, no change and no end
 * before the beginning, no day of closing for what is open. `row` is the record, `sent` what the caller set of it.
 */
export function checkAuditFields(object: ObjectDef, row: Row, sent: Row, now: string): void {
  for (const name of WRITTEN) {
    const field = object.fields.get(name);
    if (field && String(row[name]) > now) {
      throw fieldError('FIELD_INTEGRITY_EXCEPTION', field, `cannot be in the future: ${String(row[name])}`);
    }
  }
  const closed = object.fields.get('ClosedDate');
  if (closed && (sent.ClosedDate ?? null) !== null && row.ClosedDate === null) {
    throw fieldError('FIELD_INTEGRITY_EXCEPTION', closed, 'cannot be set on an open record');
  }
  for (const [later, earlier] of ORDER) {
    const field = object.fields.get(later);
    const value = row[later] ?? null;
    if (!field || value === null || String(value) >= String(row[earlier])) continue;
    const label = object.fields.get(earlier)?.label ?? earlier;
    throw fieldError('FIELD_INTEGRITY_EXCEPTION', field, `cannot be before ${label}: ${String(value)}`);
  }
}
