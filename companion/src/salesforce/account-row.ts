import { z } from 'zod';
import { WRITTEN_FIELDS, type FieldValues } from '../domain/account-fields.ts';
import { isoDateTime } from './values.ts';

/** What is read of an Account. */
export const accountRow = z.object({
  Id: z.string(),
  Name: z.string(),
  SystemModstamp: isoDateTime,
  LastModifiedDate: isoDateTime,
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
  CS_Low_Usage__c: z.boolean(),
  CS_Usage_Down__c: z.boolean(),
});
export type AccountRow = z.infer<typeof accountRow>;

export const ACCOUNT_FIELDS = Object.keys(accountRow.shape).join(', ');

/** The values of the fields that the companion writes. */
export function writtenFields(row: AccountRow): FieldValues {
  return Object.fromEntries(WRITTEN_FIELDS.map((field) => [field, row[field]]));
}
