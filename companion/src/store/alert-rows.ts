import type { Alert } from '../domain/alerts/alert.ts';

/** The columns of an alert under the names that the domain gives them. */
export const ALERT_COLUMNS = `
  alert.key, alert.rule_id AS "ruleId", alert.account_id AS "accountId", alert.record_id AS "recordId", alert.type,
  alert.severity, alert.recipient_id AS "recipientId", alert.message, alert.records, alert.rule,
  alert.raised_on AS "raisedOn", alert.baseline, alert.lasting, alert.gone_since AS "goneSince",
  alert.read_on AS "readOn", alert.snoozed_until AS "snoozedUntil", alert.resolved_on AS "resolvedOn",
  alert.resolution, alert.escalated_on AS "escalatedOn", alert.escalated_to AS "escalatedTo"`;

type Time = 'goneSince' | 'readOn' | 'snoozedUntil' | 'resolvedOn' | 'escalatedOn';

/** An alert as the database gives it. */
export type AlertRow = Omit<Alert, Time | 'raisedOn'> & Record<Time, Date | null> & { raisedOn: Date };

const iso = (time: Date | null) => time?.toISOString() ?? null;

/** The alert of a row. */
export function toAlert(row: AlertRow): Alert {
  return {
    key: row.key,
    ruleId: row.ruleId,
    accountId: row.accountId,
    recordId: row.recordId,
    type: row.type,
    severity: row.severity,
    recipientId: row.recipientId,
    message: row.message,
    records: row.records,
    rule: row.rule,
    raisedOn: row.raisedOn.toISOString(),
    baseline: row.baseline,
    lasting: row.lasting,
    goneSince: iso(row.goneSince),
    readOn: iso(row.readOn),
    snoozedUntil: iso(row.snoozedUntil),
    resolvedOn: iso(row.resolvedOn),
    resolution: row.resolution,
    escalatedOn: iso(row.escalatedOn),
    escalatedTo: row.escalatedTo,
  };
}
