import type { RecordInput } from 'lightning/uiRecordApi';
import RESPONSE from '@salesforce/schema/CS_NPS_Response__c';
import ACCOUNT from '@salesforce/schema/CS_NPS_Response__c.CS_Account__c';
import COMMENT from '@salesforce/schema/CS_NPS_Response__c.CS_Comment__c';
import CONTACT from '@salesforce/schema/CS_NPS_Response__c.CS_Contact__c';
import RESPONDED_ON from '@salesforce/schema/CS_NPS_Response__c.CS_Responded_On__c';
import SCORE from '@salesforce/schema/CS_NPS_Response__c.CS_Score__c';
import SURVEY from '@salesforce/schema/CS_NPS_Response__c.CS_Survey__c';
import type { NpsEntry } from 'c/csNpsForm';
import { categoryOf } from 'c/csPromoterScore';

/** The record of what a customer answered; what was left empty is not sent, so that no right to it is needed. */
export function answerRecord(accountId: string, entry: NpsEntry): RecordInput {
  return {
    apiName: RESPONSE.objectApiName,
    fields: {
      [ACCOUNT.fieldApiName]: accountId,
      [SCORE.fieldApiName]: entry.score,
      [RESPONDED_ON.fieldApiName]: entry.day,
      ...(entry.contactId ? { [CONTACT.fieldApiName]: entry.contactId } : {}),
      ...(entry.survey ? { [SURVEY.fieldApiName]: entry.survey } : {}),
      ...(entry.comment ? { [COMMENT.fieldApiName]: entry.comment } : {}),
    },
  };
}

/** What confirms the answer: `NPS answer recorded: 9, a promoter`. */
export function toastText(score: number): string {
  return `NPS answer recorded: ${score}, a ${categoryOf(score).toLowerCase()}`;
}
