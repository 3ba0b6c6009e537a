import type { DeliveryStore } from '../usecases/alert-ports.ts';
import type { DueDelivery } from '../domain/alerts/plan-messages.ts';
import type { Database } from './database.ts';

/** A message that has been on its way for longer than this was cut off by a crash: whether it arrived is not known. */
const SENDING_LEASE = '5 minutes';

const DUE = `
  SELECT delivery.id, delivery.alert_key AS "alertKey", delivery.channel, delivery.recipient_id AS "recipientId",
         delivery.together, delivery.due_at AS "dueAt", coalesce(account.name, alert.account_id) AS "accountName",
         alert.account_id AS "accountId", alert.type, alert.severity, alert.message,
         alert.resolved_on AS "resolvedOn", alert.read_on AS "readOn", alert.snoozed_until AS "snoozedUntil",
         alert.escalated_to AS "escalatedTo"
  FROM alert_delivery AS delivery
  JOIN alert ON alert.org_id = delivery.org_id AND alert.key = delivery.alert_key
  LEFT JOIN account_record AS account ON account.org_id = alert.org_id AND account.account_id = alert.account_id
  WHERE delivery.org_id = $1 AND delivery.channel = $2 AND delivery.state = 'waiting'
    AND delivery.due_at <= $3::timestamptz
  ORDER BY delivery.seq LIMIT $4`;

type DueRow = Omit<DueDelivery, 'dueAt' | 'alert'> &
  Omit<DueDelivery['alert'], 'resolvedOn' | 'readOn' | 'snoozedUntil'> &
  Record<'resolvedOn' | 'readOn' | 'snoozedUntil', Date | null> & { dueAt: Date };

/** What is to be told to whom, and what became of it. */
export function createDeliveryStore({ pool }: Pick<Database, 'pool'>): DeliveryStore {
  return {
    async dueDeliveries(orgId, channel, now, limit) {
      return (await pool.query<DueRow>(DUE, [orgId, channel, now, limit])).rows.map(toDue);
    },

    async takeDeliveries(orgId, ids, messageId, now) {
      const { rows } = await pool.query<{ id: string }>(
        `UPDATE alert_delivery SET state = 'sending', message_id = $3, taken_at = $4, reason = NULL
         WHERE org_id = $1 AND id = ANY($2::text[]) AND state = 'waiting' RETURNING id`,
        [orgId, ids, messageId, now],
      );
      return rows.map(({ id }) => id);
    },

    async settleDeliveries(orgId, ids, settled, now) {
      const dueAt = settled.state === 'waiting' ? settled.dueAt : null;
      const reason = 'reason' in settled ? settled.reason : null;
      await pool.query(
        `UPDATE alert_delivery
         SET state = $3, reason = $4, due_at = coalesce($5::timestamptz, due_at),
             sent_at = CASE WHEN $3 = 'sent' THEN $6::timestamptz END,
             message_id = CASE WHEN $3 IN ('sent', 'uncertain') THEN message_id END
         WHERE org_id = $1 AND id = ANY($2::text[]) AND state IN ('waiting', 'sending')`,
        [orgId, ids, settled.state, reason, dueAt, now],
      );
    },

    async giveUpCutOff(orgId, now) {
      const { rowCount } = await pool.query(
        `UPDATE alert_delivery SET state = 'uncertain', reason = 'Cut off while it was sent'
         WHERE org_id = $1 AND state = 'sending' AND taken_at < $2::timestamptz - interval '${SENDING_LEASE}'`,
        [orgId, now],
      );
      return rowCount ?? 0;
    },

    async countMessages(orgId, channel, since) {
      const { rows } = await pool.query<{ count: number }>(
        `SELECT count(DISTINCT message_id)::int AS count FROM alert_delivery
         WHERE org_id = $1 AND channel = $2 AND taken_at >= $3 AND state IN ('sending', 'sent', 'uncertain')`,
        [orgId, channel, since],
      );
      return rows[0]?.count ?? 0;
    },
  };
}

function toDue(row: DueRow): DueDelivery {
  const { id, alertKey, channel, recipientId, together, accountName } = row;
  const { accountId, type, severity, message, escalatedTo } = row;
  return {
    ...{ id, alertKey, channel, recipientId, together, accountName },
    dueAt: row.dueAt.toISOString(),
    alert: {
      ...{ accountId, type, severity, message, escalatedTo },
      resolvedOn: row.resolvedOn?.toISOString() ?? null,
      readOn: row.readOn?.toISOString() ?? null,
      snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    },
  };
}
