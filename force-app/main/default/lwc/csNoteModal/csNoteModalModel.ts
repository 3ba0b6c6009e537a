import type { RecordInput } from 'lightning/uiRecordApi';
import NOTE from '@salesforce/schema/CS_Note__c';
import ACCOUNT from '@salesforce/schema/CS_Note__c.CS_Account__c';
import BODY from '@salesforce/schema/CS_Note__c.CS_Body__c';
import TEMPLATE from '@salesforce/schema/CS_Note__c.CS_Template__c';
import TYPE from '@salesforce/schema/CS_Note__c.CS_Type__c';

/** The values of `CS_Type__c`. The first three count as a touchpoint with the customer. */
export const NOTE_TYPES = ['Call', 'Meeting', 'Email', 'Internal'].map((value) => ({ label: value, value }));

/** What a person wrote down. */
export interface NoteEntry {
  accountId: string;
  type: string;
  /** HTML. */
  body: string;
  templateId: string | undefined;
}

/** The record of a note. */
export function noteRecord({ accountId, type, body, templateId }: NoteEntry): RecordInput {
  return {
    apiName: NOTE.objectApiName,
    fields: {
      [ACCOUNT.fieldApiName]: accountId,
      [TYPE.fieldApiName]: type,
      [BODY.fieldApiName]: body,
      [TEMPLATE.fieldApiName]: templateId ?? null,
    },
  };
}
