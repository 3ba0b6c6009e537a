import { z } from 'zod';
import type { AccountFacts, Person } from '../domain/account-changes.ts';
import { MIRRORED_FIELDS, WRITTEN_FIELDS, type FieldValues } from '../domain/account-fields.ts';
import type { OwnColumn, OwnValues } from '../domain/mapping/field-mapping.ts';
import { isoDateTime } from './values.ts';

/** A user behind a lookup; null where there is none, or the companion may not see her. */
const named = z.object({ Name: z.string() }).nullable();

/** What is read of an Account. */
export const accountRow = z.object({
  Id: z.string(),
  Name: z.string(),
  SystemModstamp: isoDateTime,
  LastModifiedDate: isoDateTime,
  ParentId: z.string().nullable(),
  OwnerId: z.string(),
  Owner: named,
  CS_Manager__c: z.string().nullable(),
  CS_Manager__r: named,
  CS_External_Key__c: z.string().nullable(),
  CS_Status__c: z.string().nullable(),
  CS_ARR__c: z.number().nullable(),
  CS_Tier__c: z.string().nullable(),
  CS_Cadence_Days__c: z.number().nullable(),
  CS_Renewal_Date__c: z.string().nullable(),
  CS_NPS_Score__c: z.number().nullable(),
  CS_NPS_Date__c: z.string().nullable(),
  CS_Next_Scheduled__c: z.string().nullable(),
  CS_Health__c: z.number().nullable(),
  CS_Health_Trend__c: z.string().nullable(),
  CS_Health_Change_30d__c: z.number().nullable(),
  CS_Risk_Score__c: z.number().nullable(),
  CS_Risk_Band__c: z.string().nullable(),
  CS_Risk_Reason__c: z.string().nullable(),
  CS_Risk_Explanation__c: z.string().nullable(),
  CS_Risk_Scored_At__c: isoDateTime.nullable(),
  CS_Last_Touchpoint__c: z.string().nullable(),
  CS_Open_Tickets__c: z.number().nullable(),
  CS_Escalated_Tickets__c: z.number().nullable(),
  CS_Oldest_Ticket_On__c: z.string().nullable(),
  CS_Ticket_Satisfaction__c: z.number().nullable(),
  CS_Low_Usage__c: z.boolean(),
  CS_Usage_Down__c: z.boolean(),
  CS_Seat_Use__c: z.number().nullable(),
  CS_Usage_Change__c: z.number().nullable(),
  CS_Usage_Reason__c: z.string().nullable(),
  CS_Usage_As_Of__c: z.string().nullable(),
  CS_Playbook_Progress__c: z.string().nullable(),
  CS_Family_Risk__c: z.number().nullable(),
  CS_Family_Band__c: z.string().nullable(),
  CS_Family_ARR__c: z.number().nullable(),
  CS_Family_Accounts__c: z.number().nullable(),
  CS_Family_Driver__c: z.string().nullable(),
  CS_Family_Reason__c: z.string().nullable(),
  CS_Family_As_Of__c: z.string().nullable(),
  CS_Tier_Cadence__c: z.number().nullable(),
});
export type AccountRow = z.infer<typeof accountRow>;

const LOOKUPS: Record<string, string> = { Owner: 'Owner.Name', CS_Manager__r: 'CS_Manager__r.Name' };

export const ACCOUNT_FIELDS = Object.keys(accountRow.shape)
  .map((field) => LOOKUPS[field] ?? field)
  .join(', ');

/** What to ask of accounts, and what their rows look like, where fields of the org's own are mapped. */
export function selectAccounts(own: readonly OwnColumn[]): {
  fields: string;
  row: typeof accountRow;
} {
  const more = own.filter(({ field }) => !Object.hasOwn(accountRow.shape, field));
  const shape = more.flatMap(({ field, type, nameThrough }) => [
    [field, type === 'number' ? z.number().nullable() : z.string().nullable()] as const,
    ...(nameThrough === null ? [] : [[nameThrough, named] as const]),
  ]);
  const names = more.flatMap(({ field, nameThrough }) =>
    nameThrough === null ? [field] : [field, `${nameThrough}.Name`],
  );
  return {
    fields: [ACCOUNT_FIELDS, ...new Set(names)].join(', '),
    // The fields that are added are known while it runs only; `ownValues` checks them as it reads them.
    row: accountRow.extend(Object.fromEntries(shape)) as unknown as typeof accountRow,
  };
}

/** What an account holds in the fields of the org's own that were asked for. */
export function ownValues(row: Record<string, unknown>, own: readonly OwnColumn[]): OwnValues {
  return Object.fromEntries(
    own.map(({ target, field, nameThrough }) => {
      const behind = nameThrough === null ? null : named.parse(row[nameThrough] ?? null);
      const value = z.union([z.string(), z.number(), z.null()]).parse(row[field] ?? null);
      return [target, { value, name: behind?.Name ?? null }];
    }),
  );
}

/** The values of the fields that the companion writes, always or where an own field is mapped to them. */
export function writtenFields(row: AccountRow): FieldValues {
  return Object.fromEntries([...WRITTEN_FIELDS, ...MIRRORED_FIELDS].map((field) => [field, row[field]]));
}

/** Who and what the account is; usage alarms are told from its signals. */
export function accountFacts(row: AccountRow): AccountFacts {
  const person = (id: string | null, user: { Name: string } | null): Person | null =>
    id === null ? null : { id, name: user?.Name ?? id };
  return {
    owner: person(row.OwnerId, row.Owner),
    csm: person(row.CS_Manager__c, row.CS_Manager__r),
    tier: row.CS_Tier__c,
    status: row.CS_Status__c,
    renewalDate: row.CS_Renewal_Date__c,
    lowUsage: null,
    usageDown: null,
  };
}
