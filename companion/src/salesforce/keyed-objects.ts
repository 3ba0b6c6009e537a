import { z } from 'zod';
import type { FieldValues } from '../domain/account-fields.ts';
import { isoDateTime } from './values.ts';

/** The field by which the companion's own records are told apart. */
export const KEY_FIELD = 'CS_Key__c';

/** An object whose records the companion makes, and finds again by their key. */
export interface KeyedObject {
  /** The field of its keys, where it is not `CS_Key__c`; `Id` for what others make and the companion only updates. */
  keyField?: string;
  /** The master-detail field: set when a record is made, refused when it is written again. */
  parentField: string | null;
  /** Given where the parent is one of the companion's own: its key, by the key of the child. */
  parentKeyOf?: (key: string) => string;
  /** Whether people go on with the record: once it is there it is not written again. */
  once?: true;
  /** What is written, as the org gives it back. */
  row: z.ZodObject & z.ZodType<FieldValues>;
}

const count = z.number().nullable();
const text = z.string().nullable();

export const KEYED_OBJECTS: Record<string, KeyedObject> = {
  Case: {
    keyField: 'CS_External_Key__c',
    parentField: null,
    row: z.object({
      CS_External_Key__c: z.string(),
      AccountId: text,
      Subject: text,
      Status: text,
      Priority: text,
      IsEscalated: z.boolean(),
      CS_Opened_On__c: text,
      CS_Ticket_URL__c: text,
      CS_Satisfaction__c: text,
    }),
  },
  CS_NPS_Response__c: {
    parentField: 'CS_Account__c',
    row: z.object({
      CS_Key__c: z.string(),
      CS_Score__c: z.number(),
      CS_Responded_On__c: z.string(),
      CS_Survey__c: text,
      CS_Comment__c: text,
      CS_Contact__c: text,
    }),
  },
  CS_NPS_Inbox__c: {
    parentField: null,
    row: z.object({
      CS_Key__c: z.string(),
      CS_Score__c: z.number(),
      CS_Responded_On__c: z.string(),
      CS_Survey__c: text,
      CS_Comment__c: text,
      CS_Email__c: text,
      CS_Name__c: text,
      CS_Company__c: text,
      CS_Source__c: text,
      CS_Suggestions__c: text,
      CS_Status__c: text,
      CS_Account__c: text,
    }),
  },
  CS_Health_Score__c: {
    parentField: 'CS_Account__c',
    row: z.object({
      CS_Key__c: z.string(),
      CS_Score__c: z.number(),
      CS_Scored_On__c: z.string(),
      CS_Source__c: z.string(),
    }),
  },
  CS_Usage_Snapshot__c: {
    parentField: 'CS_Account__c',
    row: z.object({
      CS_Key__c: z.string(),
      CS_Period_Start__c: z.string(),
      CS_Period_Days__c: z.number(),
      CS_Active_Users__c: count,
      CS_Licensed_Seats__c: count,
      CS_Logins__c: count,
      CS_API_Calls__c: count,
      CS_Features_Used__c: count,
      CS_Features__c: text,
    }),
  },
  CS_Account_Change__c: {
    parentField: 'CS_Account__c',
    row: z.object({
      CS_Key__c: z.string(),
      CS_Type__c: z.string(),
      CS_From__c: z.string().nullable(),
      CS_To__c: z.string().nullable(),
      CS_Changed_On__c: isoDateTime,
      CS_Reason__c: z.string().nullable(),
    }),
  },
  CS_Playbook_Run__c: {
    parentField: 'CS_Account__c',
    once: true,
    row: z.object({
      CS_Key__c: z.string(),
      Name: z.string(),
      CS_Playbook__c: z.string().nullable(),
      CS_Playbook_Version__c: z.number(),
      CS_Status__c: z.string(),
      CS_Started_On__c: z.string(),
      CS_Assigned_To__c: z.string().nullable(),
      CS_Reason__c: z.string().nullable(),
    }),
  },
  CS_Playbook_Run_Step__c: {
    parentField: 'CS_Run__r',
    // The key of a step is its run's and its place.
    parentKeyOf: (key) => key.slice(0, key.lastIndexOf(':')),
    once: true,
    row: z.object({
      CS_Key__c: z.string(),
      Name: z.string(),
      CS_Order__c: z.number(),
      CS_Instructions__c: z.string().nullable(),
      CS_Action__c: z.string(),
      CS_Status__c: z.string(),
      CS_Due_On__c: z.string().nullable(),
      CS_Assigned_To__c: z.string().nullable(),
    }),
  },
  CS_Alert__c: {
    parentField: 'CS_Account__c',
    row: z.object({
      CS_Key__c: z.string(),
      CS_Type__c: z.string(),
      CS_Severity__c: z.string(),
      CS_Message__c: text,
      CS_Recipient__c: text,
      CS_Raised_On__c: isoDateTime,
      CS_Rule__c: text,
      CS_Record_Id__c: text,
      CS_Escalated_On__c: isoDateTime.nullable(),
      CS_Escalated_To__c: text,
      CS_Resolved_On__c: isoDateTime.nullable(),
      CS_Resolution__c: text,
    }),
  },
  CS_Workload__c: {
    parentField: null,
    row: z.object({
      CS_Key__c: z.string(),
      CS_CSM__c: z.string().nullable(),
      CS_As_Of__c: z.string().nullable(),
      CS_Accounts__c: count,
      CS_At_Risk__c: count,
      CS_Overdue_Tasks__c: count,
      CS_Overdue_Touches__c: count,
      CS_Renewals_90d__c: count,
      CS_ARR__c: count,
      CS_Effort__c: count,
    }),
  },
  CS_Account_Snapshot__c: {
    parentField: 'CS_Account__c',
    row: z.object({
      CS_Key__c: z.string(),
      CS_As_Of__c: z.string(),
      CS_ARR__c: count,
      CS_ARR_Year_Ago__c: count,
      CS_Retained_ARR__c: count,
      CS_Status__c: text,
      CS_Tier__c: text,
      CS_Industry__c: text,
      CS_Region__c: text,
      CS_CSM__c: text,
      CS_Health__c: count,
      CS_Risk_Score__c: count,
      CS_Risk_Band__c: text,
      CS_Renewal_Date__c: text,
    }),
  },
  CS_Field_Mapping__c: {
    keyField: 'Id',
    parentField: null,
    row: z.object({
      Id: z.string(),
      CS_State__c: text,
      CS_Message__c: text,
      CS_Checked_On__c: isoDateTime.nullable(),
    }),
  },
  CS_Companion_Status__c: {
    parentField: null,
    row: z.object({
      CS_Key__c: z.string(),
      CS_Reported_On__c: isoDateTime,
      CS_Last_Run_On__c: isoDateTime.nullable(),
      CS_Last_Run_Ended__c: isoDateTime.nullable(),
      CS_Last_Run_Outcome__c: text,
      CS_Next_Run_On__c: isoDateTime.nullable(),
      CS_Data_As_Of__c: isoDateTime.nullable(),
      CS_API_Used__c: count,
      CS_API_Limit__c: count,
      CS_API_Share__c: count,
      CS_Failed_Records__c: count,
      CS_Accounts__c: count,
      CS_Stale_Accounts__c: count,
      CS_Runs__c: text,
      CS_Failures__c: text,
      CS_Problems__c: text,
      CS_Findings__c: text,
    }),
  },
  CS_Executive_Snapshot__c: {
    parentField: null,
    row: z.object({
      CS_Key__c: z.string(),
      CS_As_Of__c: z.string(),
      CS_Scope__c: z.string(),
      CS_Scope_Value__c: text,
      CS_Accounts__c: count,
      CS_ARR__c: count,
      CS_Without_ARR__c: count,
      CS_ARR_At_Risk__c: count,
      CS_Renewals_90d__c: count,
      CS_Renewals_90d_ARR__c: count,
      CS_Forecast_90d__c: count,
      CS_ARR_Year_Ago__c: count,
      CS_Retained_ARR__c: count,
      CS_ARR_Of_Year_Ago_Customers__c: count,
      CS_Without_History__c: count,
      CS_GRR__c: count,
      CS_NRR__c: count,
      CS_Health__c: count,
      CS_Without_Health__c: count,
      CS_Healthy__c: count,
      CS_Watch__c: count,
      CS_At_Risk__c: count,
      CS_Unscored__c: count,
      CS_NPS__c: count,
      CS_Promoters__c: count,
      CS_Passives__c: count,
      CS_Detractors__c: count,
      CS_Open_Alerts__c: count,
      CS_Expected_Healthy__c: count,
      CS_Expected_Watch__c: count,
      CS_Expected_At_Risk__c: count,
      CS_Expected_Unscored__c: count,
      CS_Movers__c: text,
    }),
  },
};

/** @throws when the companion does not write records of this object */
export function keyedObject(object: string): KeyedObject {
  const keyed = KEYED_OBJECTS[object];
  if (!keyed)
    throw new Error(`No ${object} is written here; expected ${Object.keys(KEYED_OBJECTS).join(' or ')}.`);
  return keyed;
}
