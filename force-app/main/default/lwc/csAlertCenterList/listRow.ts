import type { AlertRow } from 'c/csAlertCenterRow';
import { isIn, recordBehind, severityOf, whyRaised } from 'c/csAlertRecord';
import type { Alert } from 'c/csAlertRecord';
import { formatAgo, formatMoment } from 'c/csFormat';

/** What a row depends on beside its alert. */
export interface RowContext {
  now: Date;
  userId: string;
  /** Whether the account is named: not where the list is of one. */
  namesAccount: boolean;
  /** Whether the user may change alerts. */
  canChange: boolean;
  /** Whether several can be selected. */
  canSelect: boolean;
  selected: ReadonlySet<string>;
  opened: ReadonlySet<string>;
}

/** Whether an alert is for this user: sent to her, or passed on to her because nobody read it. */
export function isFor(userId: string, { recipientId, escalatedToId }: Alert): boolean {
  return recipientId === userId || escalatedToId === userId;
}

/** An alert as a row. */
export function rowOf(alert: Alert, context: RowContext): AlertRow {
  const isResolved = alert.resolvedAt !== null;
  const isSnoozed = isIn('snoozed', alert, context.now);
  const { canChange, now } = context;
  return {
    id: alert.id,
    severity: severityOf(alert.severity),
    message: alert.message,
    isUnread: alert.readAt === null && !isResolved,
    accountId: alert.accountId,
    account: context.namesAccount ? alert.account : '',
    type: alert.type,
    recipient: isFor(context.userId, alert) ? '' : alert.recipient,
    when: formatAgo(alert.raisedAt, now),
    moment: formatMoment(alert.raisedAt),
    notes: notesOf(alert, isSnoozed, now),
    why: whyRaised(alert),
    rationale: alert.rule?.rationale ?? '',
    facts: factsOf(alert),
    behind: recordBehind(alert),
    isSelected: context.selected.has(alert.id),
    isOpen: context.opened.has(alert.id),
    canSelect: canChange && context.canSelect,
    canResolve: canChange && !isResolved,
    canSnooze: canChange && !isResolved,
    canWake: canChange && isSnoozed,
    canReopen: canChange && isResolved,
    canMark: canChange && !isResolved,
  };
}

function notesOf(alert: Alert, isSnoozed: boolean, now: Date): AlertRow['notes'] {
  const { resolvedAt, resolution, snoozedUntil, escalatedTo } = alert;
  const how = resolution === 'Cause Gone' ? 'Resolved as its cause was gone' : 'Resolved by hand';
  return [
    { key: 'resolved', text: resolvedAt ? `${how}, ${formatAgo(resolvedAt, now)}` : '' },
    { key: 'snoozed', text: isSnoozed && snoozedUntil ? `Snoozed until ${formatMoment(snoozedUntil)}` : '' },
    {
      key: 'escalated',
      text: escalatedTo && !resolvedAt ? `Passed on to ${escalatedTo}, as nobody had read it` : '',
    },
  ].filter(({ text }) => text !== '');
}

function factsOf(alert: Alert): AlertRow['facts'] {
  return [
    { label: 'For', value: alert.recipient },
    { label: 'Raised', value: formatMoment(alert.raisedAt) },
    { label: 'Read', value: alert.readAt ? formatMoment(alert.readAt) : 'Not yet' },
    { label: 'Resolved', value: alert.resolvedAt ? formatMoment(alert.resolvedAt) : '' },
    { label: 'Passed on', value: alert.escalatedAt ? formatMoment(alert.escalatedAt) : '' },
  ].filter(({ value }) => value !== '');
}
