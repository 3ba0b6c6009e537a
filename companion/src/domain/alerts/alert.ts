import type { RecordRef } from '../signals.ts';
import type { AlertRule, AlertType, Severity } from './alert-rule.ts';

/** How an alert came to its end. */
export type Resolution = 'Cause Gone' | 'By Hand';

/** An alert as the companion keeps it. Times are ISO 8601. */
export interface Alert {
  /** Rule, account, record and day, and a number from the second of a day on. */
  key: string;
  ruleId: string;
  accountId: string;
  recordId: string;
  type: AlertType;
  severity: Severity;
  /** Null where nobody is there to be told. */
  recipientId: string | null;
  message: string;
  /** What stood behind it when it was raised. */
  records: RecordRef[];
  /** The rule as it was then. */
  rule: AlertRule;
  raisedOn: string;
  /** Whether it was already so when the rule was new. */
  baseline: boolean;
  /** Whether the cause still lasts: while it does, no other alert is raised for it, whatever became of this one. */
  lasting: boolean;
  /** Since when the cause has been away, while it may yet come back. */
  goneSince: string | null;
  readOn: string | null;
  snoozedUntil: string | null;
  resolvedOn: string | null;
  resolution: Resolution | null;
  escalatedOn: string | null;
  escalatedTo: string | null;
}

/** Whether it still asks for somebody's attention, now or when a snooze ends. */
export const isOpen = ({ resolvedOn }: Pick<Alert, 'resolvedOn'>): boolean => resolvedOn === null;

/** Whether somebody has put it off until later. */
export const isSnoozed = ({ snoozedUntil }: Pick<Alert, 'snoozedUntil'>, now: string): boolean =>
  snoozedUntil !== null && snoozedUntil > now;
