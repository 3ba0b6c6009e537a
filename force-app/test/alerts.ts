import type { Alert } from 'c/csAlertRecord';

/** The moment at which the tests of alerts take place. */
export const NOW = new Date('2026-11-22T15:00:00Z');

/** An unread alert of Acme for the user, raised an hour ago, unless the test says otherwise. */
export function alertOf(fields: Partial<Alert> = {}): Alert {
  return {
    id: 'al1',
    accountId: 'acc1',
    account: 'Acme',
    type: 'At Risk',
    severity: 'High',
    message: 'Acme came into the band At Risk.',
    raisedAt: '2026-11-22T14:00:00.000Z',
    readAt: null,
    snoozedUntil: null,
    resolvedAt: null,
    resolution: null,
    escalatedAt: null,
    escalatedToId: null,
    escalatedTo: '',
    recipientId: 'me',
    recipient: 'Dana Reyes',
    recordId: 'acc1',
    rule: { name: 'Became at risk', threshold: null, rationale: 'The sooner somebody calls, the better.' },
    modifiedAt: '2026-11-22T14:00:00.000Z',
    ...fields,
  };
}

const value = <Type>(of: Type): { value: Type } => ({ value: of });
const named = (name: string): object | null => (name ? { Name: value(name) } : null);

/** An alert as GraphQL answers it. */
export function alertNode(fields: Partial<Alert> = {}): object {
  const alert = alertOf(fields);
  return {
    Id: alert.id,
    CS_Account__c: value(alert.accountId),
    CS_Account__r: named(alert.account),
    CS_Type__c: value(alert.type),
    CS_Severity__c: value(alert.severity),
    CS_Message__c: value(alert.message),
    CS_Raised_On__c: value(alert.raisedAt),
    CS_Read_On__c: value(alert.readAt),
    CS_Snoozed_Until__c: value(alert.snoozedUntil),
    CS_Resolved_On__c: value(alert.resolvedAt),
    CS_Resolution__c: value(alert.resolution),
    CS_Escalated_On__c: value(alert.escalatedAt),
    CS_Escalated_To__c: value(alert.escalatedToId),
    CS_Escalated_To__r: named(alert.escalatedTo),
    CS_Recipient__c: value(alert.recipientId),
    CS_Recipient__r: named(alert.recipient),
    CS_Record_Id__c: value(alert.recordId),
    CS_Rule__r: alert.rule && {
      Name: value(alert.rule.name),
      CS_Threshold__c: value(alert.rule.threshold),
      CS_Rationale__c: value(alert.rule.rationale),
    },
    LastModifiedDate: value(alert.modifiedAt),
  };
}
