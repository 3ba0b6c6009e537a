import { updateRecord } from 'lightning/uiRecordApi';
import COMMENT from '@salesforce/schema/CS_NPS_Response__c.CS_Comment__c';
import RESPONSE_ACCOUNT from '@salesforce/schema/CS_NPS_Response__c.CS_Account__c';
import RESPONSE_KEY from '@salesforce/schema/CS_NPS_Response__c.CS_Key__c';
import RESPONDED_ON from '@salesforce/schema/CS_NPS_Response__c.CS_Responded_On__c';
import SCORE from '@salesforce/schema/CS_NPS_Response__c.CS_Score__c';
import SURVEY from '@salesforce/schema/CS_NPS_Response__c.CS_Survey__c';
import ACCOUNT from '@salesforce/schema/CS_NPS_Inbox__c.CS_Account__c';
import STATUS from '@salesforce/schema/CS_NPS_Inbox__c.CS_Status__c';
import { refusalOf, sendMutation } from 'c/csMutation';
import type { InboxAnswer, InboxStatus } from './csNpsInboxModel';
import { ASSIGN } from './csNpsInboxQuery';

/**
 * Makes an NPS response of an answer, for an account.
 *
 * @returns why it was refused; null when it was not
 */
export async function assign(answer: InboxAnswer, accountId: string): Promise<string | null> {
  const response = {
    [RESPONSE_ACCOUNT.fieldApiName]: accountId,
    [RESPONSE_KEY.fieldApiName]: answer.key || null,
    [SCORE.fieldApiName]: answer.score,
    [RESPONDED_ON.fieldApiName]: answer.day,
    [SURVEY.fieldApiName]: answer.survey || null,
    [COMMENT.fieldApiName]: answer.comment || null,
  };
  const settled = { [STATUS.fieldApiName]: 'Assigned', [ACCOUNT.fieldApiName]: accountId };
  const sent = await sendMutation(ASSIGN, {
    response: { CS_NPS_Response__c: response },
    answer: { Id: answer.id, CS_NPS_Inbox__c: settled },
  });
  return refusalOf('response', sent) ?? refusalOf('answer', sent);
}

/** Sets an answer aside, or puts it back. */
export async function setStatus(id: string, status: InboxStatus): Promise<void> {
  await updateRecord({ fields: { Id: id, [STATUS.fieldApiName]: status } });
}
