import type { AlertListState, AlertQueryStore, DeliveryReport } from '../usecases/alert-ports.ts';
import { ALERT_COLUMNS, toAlert, type AlertRow } from './alert-rows.ts';
import type { Database } from './database.ts';

const STATE = `
  CASE WHEN alert.resolved_on IS NOT NULL THEN 'resolved'
       WHEN alert.snoozed_until > $2::timestamptz THEN 'snoozed' ELSE 'open' END`;

const PAGE = `
  SELECT ${ALERT_COLUMNS}, account.name AS "accountName", ${STATE} AS state
  FROM alert
  LEFT JOIN account_record AS account ON account.org_id = alert.org_id AND account.account_id = alert.account_id
  WHERE alert.org_id = $1 AND ($3::text IS NULL OR ${STATE} = $3) AND ($4::text IS NULL OR alert.type = $4)
    AND ($5::text IS NULL OR alert.account_id = $5 OR left(alert.account_id, 15) = $5)
    AND ($6::timestamptz IS NULL OR (alert.raised_on, alert.key) < ($6::timestamptz, $7::text))
  ORDER BY alert.raised_on DESC, alert.key DESC LIMIT $8`;

const TOTALS = `
  SELECT (SELECT count(*)::int FROM alert WHERE org_id = $1 AND ${STATE} = 'open') AS open,
         (SELECT count(*)::int FROM alert WHERE org_id = $1 AND ${STATE} = 'snoozed') AS snoozed,
         count(*) FILTER (WHERE state = 'waiting' AND channel = 'bell')::int AS bell,
         count(*) FILTER (WHERE state = 'waiting' AND channel = 'email')::int AS email,
         count(*) FILTER (WHERE state = 'failed')::int AS failed,
         count(*) FILTER (WHERE state = 'uncertain')::int AS uncertain,
         min(due_at) FILTER (WHERE state = 'waiting' AND due_at <= $2::timestamptz) AS "oldestDueAt"
  FROM alert_delivery WHERE org_id = $1`;

interface TotalsRow {
  open: number;
  snoozed: number;
  bell: number;
  email: number;
  failed: number;
  uncertain: number;
  oldestDueAt: Date | null;
}

/** Lists of alerts, and how it stands with them. */
export function createAlertQueryStore({ pool }: Pick<Database, 'pool'>): AlertQueryStore {
  return {
    async pageAlerts(orgId, { state, type, accountId }, now, after, limit) {
      const { rows } = await pool.query<AlertRow & { accountName: string | null; state: AlertListState }>(
        PAGE,
        [...[orgId, now, state, type, accountId], ...[after?.value ?? null, after?.id ?? null, limit]],
      );
      return rows.map((row) => ({ alert: toAlert(row), accountName: row.accountName, state: row.state }));
    },

    async findAlert(orgId, key, now) {
      const { rows } = await pool.query<AlertRow & { accountName: string | null; state: AlertListState }>(
        `SELECT ${ALERT_COLUMNS}, account.name AS "accountName", ${STATE} AS state
         FROM alert
         LEFT JOIN account_record AS account
           ON account.org_id = alert.org_id AND account.account_id = alert.account_id
         WHERE alert.org_id = $1 AND alert.key = $3`,
        [orgId, now, key],
      );
      const [row] = rows;
      return row ? { alert: toAlert(row), accountName: row.accountName, state: row.state } : null;
    },

    async deliveriesOf(orgId, alertKey) {
      const { rows } = await pool.query<
        Omit<DeliveryReport, 'dueAt' | 'sentAt'> & { dueAt: Date; sentAt: Date | null }
      >(
        `SELECT channel, recipient_id AS "recipientId", due_at AS "dueAt", state, sent_at AS "sentAt", reason
         FROM alert_delivery WHERE org_id = $1 AND alert_key = $2 ORDER BY seq`,
        [orgId, alertKey],
      );
      return rows.map((row) => ({
        ...row,
        dueAt: row.dueAt.toISOString(),
        sentAt: row.sentAt?.toISOString() ?? null,
      }));
    },

    async alertTotals(orgId, now) {
      const { rows } = await pool.query<TotalsRow>(TOTALS, [orgId, now]);
      const { open, snoozed, bell, email, failed, uncertain, oldestDueAt } = rows[0]!;
      const waiting = { bell, email };
      return { open, snoozed, waiting, failed, uncertain, oldestDueAt: oldestDueAt?.toISOString() ?? null };
    },
  };
}
