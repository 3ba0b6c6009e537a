import type { Alert } from '../domain/alerts/alert.ts';
import { shortHash } from './hash.ts';
import type { PushIntent } from './ports.ts';

/**
 * The write of an alert: all that is the companion's, so that a later decision may take the place of one that has not
 * been sent. What people set (read, snoozed, resolved by hand) is not in it.
 */
export function toAlertPush(alert: Alert): PushIntent {
  const fields = {
    CS_Type__c: alert.type,
    CS_Severity__c: alert.severity,
    CS_Message__c: alert.message,
    CS_Recipient__c: alert.recipientId,
    CS_Raised_On__c: alert.raisedOn,
    CS_Rule__c: alert.ruleId,
    CS_Record_Id__c: alert.recordId,
    CS_Escalated_On__c: alert.escalatedOn,
    CS_Escalated_To__c: alert.escalatedTo,
    ...(alert.resolution === 'Cause Gone'
      ? { CS_Resolved_On__c: alert.resolvedOn, CS_Resolution__c: alert.resolution }
      : {}),
  };
  return {
    object: 'CS_Alert__c',
    key: alert.key,
    parentId: alert.accountId,
    fields,
    hash: shortHash(fields),
  };
}
