import type { Alert } from '../domain/alerts/alert.ts';
import type { AlertRule, AlertType } from '../domain/alerts/alert-rule.ts';
import type { AlertPerson } from '../domain/alerts/choose-recipient.ts';
import type { Channel, Delivery } from '../domain/alerts/plan-deliveries.ts';
import type { DueDelivery } from '../domain/alerts/plan-messages.ts';
import type { BellText, EmailText } from '../domain/alerts/word-message.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { CustomerReader, PushIntent, StoredAccount } from './ports.ts';
import type { PageEnd } from './query-ports.ts';

/** What raising, watching and delivering alerts need from outside. */

/** What people did to an alert in the org. */
export interface AlertActions {
  key: string;
  readOn: string | null;
  snoozedUntil: string | null;
  resolvedOn: string | null;
  byHand: boolean;
}

/** An open alert as the org has it: taken over when the database knows nothing of it. */
export interface OpenAlert {
  key: string;
  ruleId: string;
  accountId: string;
  recordId: string;
  recipientId: string | null;
  message: string;
  raisedOn: string;
  readOn: string | null;
  snoozedUntil: string | null;
}

export interface AlertReader extends Pick<CustomerReader, 'readCustomers' | 'snapshotDays'> {
  /** The active rules; those that make no sense are left out and told of. */
  readAlertRules(): Promise<{ rules: AlertRule[]; problems: string[] }>;
  /** Users by id; unknown ones are left out. */
  readPeople(userIds: string[]): Promise<AlertPerson[]>;
  /** The user who owns each task or case; queues are left out. */
  readRecordOwners(recordIds: string[]): Promise<Map<string, string>>;
  /** Alerts that were changed at or after a time, and the latest time seen. */
  readAlertActions(since: string | null): Promise<{ actions: AlertActions[]; latest: string | null }>;
  readOpenAlerts(ruleIds: string[]): Promise<OpenAlert[]>;
}

/** What became of a message: unknown is one that may or may not have arrived. */
export type SendOutcome =
  | { outcome: 'sent' }
  | { outcome: 'refused'; retry: boolean; error: string }
  | { outcome: 'unknown'; error: string };

/** Sends through the org. Neither throws. */
export interface AlertSender {
  sendBell(userId: string, text: BellText): Promise<SendOutcome>;
  sendEmail(address: string, text: EmailText): Promise<SendOutcome>;
}

/** An account as the rules look at it, with the score that stood on an earlier day. */
export type AccountForAlerts = Pick<StoredAccount, 'accountId' | 'name' | 'signals' | 'current' | 'facts'> & {
  score: number | null;
  band: string | null;
  scoreBefore: number | null;
};

/**
 * What changes of alerts at once, all or nothing. Raising and watching may run side by side, so each changes only what is
 * its own: `causes` whether the cause lasts and the end that comes of it, `people` what people did and the passing on.
 */
export interface AlertChanges {
  of: 'causes' | 'people';
  alerts: Alert[];
  deliveries: Delivery[];
  pushes: PushIntent[];
}

/** What becomes of deliveries. Retried ones wait until `dueAt`. */
export type DeliveryState =
  | { state: 'sent' }
  | { state: 'dropped' | 'uncertain' | 'failed'; reason: string }
  | { state: 'waiting'; dueAt: string; reason: string };

export interface AlertStore {
  /**
   * The next accounts after an id, in the order of their ids: all of them, or those that were read since the last look
   * and those of which an alert waits for its end.
   */
  pageAlertAccounts(
    orgId: string,
    which: { all: boolean; beforeDay: IsoDate },
    afterId: string,
    limit: number,
  ): Promise<AccountForAlerts[]>;
  /** What each rule looked for when all were last applied, on which day, and whether accounts were read since then. */
  lastLook(orgId: string): Promise<{ rules: Map<string, string>; hasNews: boolean; on: IsoDate | null }>;
  /** Remembers a look at all accounts with exactly these rules; one that is left out is new when it comes again. */
  keepLook(orgId: string, fingerprints: Map<string, string>, at: string): Promise<void>;
  /** Alerts of these accounts whose cause lasts, and those raised on the day. */
  loadAlerts(orgId: string, accountIds: string[], day: IsoDate): Promise<Alert[]>;
  loadAlertsByKey(orgId: string, keys: string[]): Promise<Alert[]>;
  /** Open alerts that nobody has read, or whose snooze ended at or before a time. */
  loadAlertsToWatch(orgId: string, now: string): Promise<Alert[]>;
  keepAlerts(orgId: string, changes: AlertChanges, at: string): Promise<void>;
  /** Ends the alerts of accounts that are no more. */
  endOrphans(orgId: string, at: string): Promise<number>;
  /** Up to where what people did has been read; null while nothing has. */
  actionsReadTo(orgId: string): Promise<string | null>;
  saveActionsReadTo(orgId: string, to: string): Promise<void>;
}

export interface DeliveryStore {
  /** What is due of a channel, the first decided on first. */
  dueDeliveries(orgId: string, channel: Channel, now: string, limit: number): Promise<DueDelivery[]>;
  /** Records the intent to send; the ids that nobody else has taken. */
  takeDeliveries(orgId: string, ids: string[], messageId: string, now: string): Promise<string[]>;
  settleDeliveries(orgId: string, ids: string[], state: DeliveryState, now: string): Promise<void>;
  /** Gives up those that a crash cut off while they were sent: they may have arrived. */
  giveUpCutOff(orgId: string, now: string): Promise<number>;
  /** Messages that were sent, or may have been, since a time. */
  countMessages(orgId: string, channel: Channel, since: string): Promise<number>;
}

/** An alert as it is listed. */
export interface ListedAlert {
  alert: Alert;
  accountName: string | null;
  state: AlertListState;
}
export const ALERT_LIST_STATES = ['open', 'snoozed', 'resolved'] as const;
export type AlertListState = (typeof ALERT_LIST_STATES)[number];

export interface AlertFilter {
  state: AlertListState | null;
  type: AlertType | null;
  accountId: string | null;
}

/** How an alert was told to people. */
export interface DeliveryReport {
  channel: Channel;
  recipientId: string;
  dueAt: string;
  state: string;
  sentAt: string | null;
  reason: string | null;
}

/** How it stands with alerts and what is to be sent. */
export interface AlertTotals {
  open: number;
  snoozed: number;
  waiting: Record<Channel, number>;
  failed: number;
  uncertain: number;
  /** When the first of those that wait now was due; null when none is overdue. */
  oldestDueAt: string | null;
}

export interface AlertQueryStore {
  /** The newest first, after the end of the page before. */
  pageAlerts(
    orgId: string,
    filter: AlertFilter,
    now: string,
    after: PageEnd | null,
    limit: number,
  ): Promise<ListedAlert[]>;
  findAlert(orgId: string, key: string, now: string): Promise<ListedAlert | null>;
  deliveriesOf(orgId: string, alertKey: string): Promise<DeliveryReport[]>;
  alertTotals(orgId: string, now: string): Promise<AlertTotals>;
}

/** What raising alerts is done with. */
export interface RaiseDeps {
  reader: AlertReader;
  store: AlertStore;
}

/** What alerts are delivered with. */
export interface DeliverDeps {
  reader: Pick<AlertReader, 'readPeople'>;
  store: DeliveryStore;
  sender: AlertSender;
  limits: AlertLimits;
}

/** How much of the org's limits alerts may use up. */
export interface AlertLimits {
  bellsPerHour: number;
  emailsPerDay: number;
}
