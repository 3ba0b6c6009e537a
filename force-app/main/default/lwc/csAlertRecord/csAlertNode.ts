type Text = { value: string | null };
type Named = { Name: Text } | null;

/** An alert as GraphQL answers it; what the user may not read is left out. */
export interface AlertNode {
  Id: string;
  CS_Account__c: Text;
  CS_Account__r?: Named;
  CS_Type__c: Text;
  CS_Severity__c: Text;
  CS_Message__c?: Text;
  CS_Raised_On__c: Text;
  CS_Read_On__c?: Text;
  CS_Snoozed_Until__c?: Text;
  CS_Resolved_On__c?: Text;
  CS_Resolution__c?: Text;
  CS_Escalated_On__c?: Text;
  CS_Escalated_To__c?: Text;
  CS_Escalated_To__r?: Named;
  CS_Recipient__c?: Text;
  CS_Recipient__r?: Named;
  CS_Record_Id__c?: Text;
  CS_Rule__r?: {
    Name: Text;
    CS_Threshold__c?: { value: number | null };
    CS_Rationale__c?: Text;
  } | null;
  LastModifiedDate?: Text;
}

/** The rule that raised an alert. */
export interface AlertRule {
  name: string;
  /** Points, days or percent, as the type says; null for what the product ships with. */
  threshold: number | null;
  rationale: string;
}

/** Something about a customer that one person should know of; moments as ISO 8601. */
export interface Alert {
  id: string;
  accountId: string;
  account: string;
  type: string;
  severity: string;
  message: string;
  raisedAt: string;
  readAt: string | null;
  snoozedUntil: string | null;
  resolvedAt: string | null;
  /** `Cause Gone` or `By Hand`; null while it is open. */
  resolution: string | null;
  escalatedAt: string | null;
  escalatedToId: string | null;
  escalatedTo: string;
  recipientId: string | null;
  recipient: string;
  /** The record behind it; the account itself where nothing else is. */
  recordId: string | null;
  rule: AlertRule | null;
  /** What an update compares with, so that nobody's newer change is overwritten. */
  modifiedAt: string | null;
}

/** Where an alert stands: `unread` ones are open too. */
export type AlertState = 'open' | 'unread' | 'snoozed' | 'resolved';

/** Reads one alert; one without an account or a time (which an org refuses) is left out. */
export function readAlert(node: AlertNode): Alert[] {
  const accountId = node.CS_Account__c.value;
  const raisedAt = node.CS_Raised_On__c.value;
  if (accountId === null || raisedAt === null) return [];
  const type = node.CS_Type__c.value ?? '';
  const account = nameOf(node.CS_Account__r);
  return [
    {
      id: node.Id,
      accountId,
      account,
      type,
      severity: node.CS_Severity__c.value ?? '',
      message: node.CS_Message__c?.value || [type, account].filter(Boolean).join(': '),
      raisedAt,
      readAt: node.CS_Read_On__c?.value ?? null,
      snoozedUntil: node.CS_Snoozed_Until__c?.value ?? null,
      resolvedAt: node.CS_Resolved_On__c?.value ?? null,
      resolution: node.CS_Resolution__c?.value ?? null,
      escalatedAt: node.CS_Escalated_On__c?.value ?? null,
      escalatedToId: node.CS_Escalated_To__c?.value ?? null,
      escalatedTo: nameOf(node.CS_Escalated_To__r),
      recipientId: node.CS_Recipient__c?.value ?? null,
      recipient: nameOf(node.CS_Recipient__r),
      recordId: node.CS_Record_Id__c?.value ?? null,
      rule: readRule(node.CS_Rule__r),
      modifiedAt: node.LastModifiedDate?.value ?? null,
    },
  ];
}

/** Whether an alert belongs in a list of that state at the moment `now`: a snoozed one comes back by itself. */
export function isIn(state: AlertState, alert: Alert, now: Date): boolean {
  if (alert.resolvedAt !== null) return state === 'resolved';
  const isSnoozed = alert.snoozedUntil !== null && Date.parse(alert.snoozedUntil) > now.getTime();
  if (isSnoozed || state === 'snoozed') return isSnoozed && state === 'snoozed';
  return state === 'open' || (state === 'unread' && alert.readAt === null);
}

function readRule(rule: AlertNode['CS_Rule__r']): AlertRule | null {
  if (!rule) return null;
  return {
    name: rule.Name.value ?? '',
    threshold: rule.CS_Threshold__c?.value ?? null,
    rationale: rule.CS_Rationale__c?.value ?? '',
  };
}

function nameOf(named: Named | undefined): string {
  return named?.Name.value ?? '';
}
