import { z } from 'zod';
import { BANDS } from '../domain/band.ts';
import type { OverrideSignal } from '../domain/signals.ts';
import { dayOf, isoDateTime } from './values.ts';

const named = z.object({ Name: z.string() }).nullable();

/** What is read of a band set by hand. Who set it is who made the record: nobody can write that. */
export const overrideRow = z.object({
  Id: z.string(),
  CS_Account__c: z.string(),
  CS_Band__c: z.enum(BANDS),
  CS_Reason__c: z.string(),
  CS_Expires_On__c: z.string(),
  CS_Ended_On__c: isoDateTime.nullable(),
  CreatedDate: isoDateTime,
  CreatedBy: named,
  LastModifiedBy: named,
});
export type OverrideRow = z.infer<typeof overrideRow>;

export const OVERRIDE_FIELDS = Object.keys(overrideRow.shape)
  .map((field) => (field.endsWith('By') ? `${field}.Name` : field))
  .join(', ');

/** The one that was set last: only that counts. */
export function findLastOverride(rows: OverrideRow[]): OverrideSignal | null {
  const inTime = rows.toSorted((a, b) =>
    a.CreatedDate === b.CreatedDate ? (a.Id < b.Id ? -1 : 1) : a.CreatedDate < b.CreatedDate ? -1 : 1,
  );
  const last = inTime.at(-1);
  if (!last) return null;
  const ended = last.CS_Ended_On__c;
  return {
    id: last.Id,
    band: last.CS_Band__c,
    reason: last.CS_Reason__c,
    by: last.CreatedBy?.Name ?? null,
    setOn: dayOf(last.CreatedDate),
    expiresOn: last.CS_Expires_On__c,
    endedOn: ended === null ? null : dayOf(ended),
    endedBy: ended === null ? null : (last.LastModifiedBy?.Name ?? null),
  };
}
