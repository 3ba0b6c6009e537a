import { getFieldDisplayValue, getFieldValue } from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import type { FieldReference } from '@salesforce/schema/*';
import type { MergeValues } from 'c/csMergeFields';
import { daysBetween, formatDay } from 'c/csFormat';
import ACCOUNT_ARR from '@salesforce/schema/Account.CS_ARR__c';
import ACCOUNT_HEALTH from '@salesforce/schema/Account.CS_Health__c';
import ACCOUNT_INDUSTRY from '@salesforce/schema/Account.Industry';
import ACCOUNT_NAME from '@salesforce/schema/Account.Name';
import ACCOUNT_STATUS from '@salesforce/schema/Account.CS_Status__c';
import ACCOUNT_TIER from '@salesforce/schema/Account.CS_Tier__c';
import CONTACT_EMAIL from '@salesforce/schema/Contact.Email';
import CONTACT_FIRST_NAME from '@salesforce/schema/Contact.FirstName';
import CONTACT_LAST_NAME from '@salesforce/schema/Contact.LastName';
import CONTACT_NAME from '@salesforce/schema/Contact.Name';
import CONTACT_TITLE from '@salesforce/schema/Contact.Title';
import CSM_EMAIL from '@salesforce/schema/Account.CS_Manager__r.Email';
import CSM_FIRST_NAME from '@salesforce/schema/Account.CS_Manager__r.FirstName';
import CSM_NAME from '@salesforce/schema/Account.CS_Manager__r.Name';
import LAST_TOUCHPOINT from '@salesforce/schema/Account.CS_Last_Touchpoint__c';
import NEXT_SCHEDULED from '@salesforce/schema/Account.CS_Next_Scheduled__c';
import NPS_DATE from '@salesforce/schema/Account.CS_NPS_Date__c';
import NPS_SCORE from '@salesforce/schema/Account.CS_NPS_Score__c';
import RENEWAL_DATE from '@salesforce/schema/Account.CS_Renewal_Date__c';

/** What `getRecord` has to read of the account, as `optionalFields`: what the user may not read has no value. */
export const ACCOUNT_MERGE_FIELDS: readonly FieldReference[] = [
  ACCOUNT_ARR,
  ACCOUNT_HEALTH,
  ACCOUNT_INDUSTRY,
  ACCOUNT_NAME,
  ACCOUNT_STATUS,
  ACCOUNT_TIER,
  CSM_EMAIL,
  CSM_FIRST_NAME,
  CSM_NAME,
  LAST_TOUCHPOINT,
  NEXT_SCHEDULED,
  NPS_DATE,
  NPS_SCORE,
  RENEWAL_DATE,
];

/** The same of the contact. */
export const CONTACT_MERGE_FIELDS: readonly FieldReference[] = [
  CONTACT_EMAIL,
  CONTACT_FIRST_NAME,
  CONTACT_LAST_NAME,
  CONTACT_NAME,
  CONTACT_TITLE,
];

/** The records that a template is about, read with the fields above; either may be missing. */
export interface MergeRecords {
  account: RecordRepresentation | undefined;
  contact: RecordRepresentation | undefined;
}

/**
 * What every merge field reads as for these records.
 *
 * @param records account and contact
 * @param today the day that it is for the user, `YYYY-MM-DD`
 */
export function mergeValuesOf({ account, contact }: MergeRecords, today: string): MergeValues {
  const renewal = textIn(account, RENEWAL_DATE);
  return {
    'account.name': textIn(account, ACCOUNT_NAME),
    'account.industry': shownIn(account, ACCOUNT_INDUSTRY),
    'account.tier': shownIn(account, ACCOUNT_TIER),
    'account.status': shownIn(account, ACCOUNT_STATUS),
    'account.arr': shownIn(account, ACCOUNT_ARR),
    'account.health': shownIn(account, ACCOUNT_HEALTH),
    'contact.firstName': textIn(contact, CONTACT_FIRST_NAME),
    'contact.lastName': textIn(contact, CONTACT_LAST_NAME),
    'contact.name': textIn(contact, CONTACT_NAME),
    'contact.title': textIn(contact, CONTACT_TITLE),
    'contact.email': textIn(contact, CONTACT_EMAIL),
    'csm.name': textIn(account, CSM_NAME),
    'csm.firstName': textIn(account, CSM_FIRST_NAME),
    'csm.email': textIn(account, CSM_EMAIL),
    'renewal.date': dayIn(account, RENEWAL_DATE),
    'renewal.daysLeft': renewal && renewal >= today ? String(daysBetween(today, renewal)) : null,
    'touchpoint.last': dayIn(account, LAST_TOUCHPOINT),
    'touchpoint.next': dayIn(account, NEXT_SCHEDULED),
    'nps.score': shownIn(account, NPS_SCORE),
    'nps.date': dayIn(account, NPS_DATE),
    today: formatDay(today),
  };
}

function textIn(record: RecordRepresentation | undefined, field: FieldReference): string | null {
  const value = record ? getFieldValue(record, field) : null;
  return value === null || value === undefined ? null : String(value);
}

/** The value as the org words it, such as an amount in its currency. */
function shownIn(record: RecordRepresentation | undefined, field: FieldReference): string | null {
  return (record && getFieldDisplayValue(record, field)) || textIn(record, field);
}

function dayIn(record: RecordRepresentation | undefined, field: FieldReference): string | null {
  const day = textIn(record, field);
  return day ? formatDay(day) : null;
}
