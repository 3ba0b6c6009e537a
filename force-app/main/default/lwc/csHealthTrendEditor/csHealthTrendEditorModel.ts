import type { RecordInput } from 'lightning/uiRecordApi';
import HEALTH_SCORE from '@salesforce/schema/CS_Health_Score__c';
import ACCOUNT from '@salesforce/schema/CS_Health_Score__c.CS_Account__c';
import COMMENT from '@salesforce/schema/CS_Health_Score__c.CS_Comment__c';
import SCORE from '@salesforce/schema/CS_Health_Score__c.CS_Score__c';
import SCORED_ON from '@salesforce/schema/CS_Health_Score__c.CS_Scored_On__c';
import SOURCE from '@salesforce/schema/CS_Health_Score__c.CS_Source__c';
import type { HealthEntry } from 'c/csHealthTrendForm';

/** The record of a health score that a person sets on the day `today`. */
export function manualScore(accountId: string, entry: HealthEntry, today: string): RecordInput {
  return {
    apiName: HEALTH_SCORE.objectApiName,
    fields: {
      [ACCOUNT.fieldApiName]: accountId,
      [SCORE.fieldApiName]: entry.score,
      [SCORED_ON.fieldApiName]: today,
      [SOURCE.fieldApiName]: 'Manual',
      [COMMENT.fieldApiName]: entry.comment || null,
    },
  };
}
