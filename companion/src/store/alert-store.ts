import type { AccountFacts } from '../domain/account-changes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { FieldValues } from '../domain/account-fields.ts';
import type { AccountSignals } from '../domain/signals.ts';
import type { AccountForAlerts, AlertChanges, AlertStore } from '../usecases/alert-ports.ts';
import { ALERT_COLUMNS, toAlert, type AlertRow } from './alert-rows.ts';
import type { Database } from './database.ts';
import { PUSHES } from './keep-batch.ts';
import { inTransaction } from './transaction.ts';

const LOOKED_AT = `coalesce((SELECT looked_at FROM alert_cursor WHERE org_id = $1), '-infinity')`;

// What is found of an account moves with the account, or with the day, on which every account is scored and kept anew.
// What a request had read just before a look may have been kept just after it.
const NEWS_OF = `
  SELECT account_id FROM account_record WHERE org_id = $1 AND read_at > ${LOOKED_AT} - interval '10 seconds'
  UNION SELECT account_id FROM alert WHERE org_id = $1 AND lasting AND gone_since IS NOT NULL`;

// Of the explanations only what is looked at: a page of them whole is megabytes.
const pageOf = (accounts: string) => `
  SELECT account.account_id AS "accountId", account.name, account.signals, account.facts,
         account.current - 'CS_Risk_Explanation__c' AS current,
         (account.last_score ->> 'score')::float8 AS score, account.last_score ->> 'band' AS band,
         earlier.score AS "scoreBefore"
  FROM ${accounts}
  LEFT JOIN LATERAL (
    SELECT (score.result ->> 'score')::float8 AS score
    FROM score
    WHERE score.org_id = account.org_id AND score.account_id = account.account_id AND score.as_of <= $2::date
    ORDER BY score.scored_at DESC LIMIT 1
  ) AS earlier ON true
  WHERE account.org_id = $1 AND account.account_id > $3
  ORDER BY account.account_id LIMIT $4`;
const ALL_ACCOUNTS = pageOf('account_record AS account');
const NEWS_ACCOUNTS = pageOf(`(${NEWS_OF}) AS news JOIN account_record AS account USING (account_id)`);

const ALERTS = `
  INSERT INTO alert (org_id, key, rule_id, account_id, record_id, type, severity, recipient_id, message, records, rule,
                     raised_on, baseline, lasting, gone_since, read_on, snoozed_until, resolved_on, resolution,
                     escalated_on, escalated_to)
  SELECT $1, key, "ruleId", "accountId", "recordId", type, severity, "recipientId", message, records, rule, "raisedOn",
         baseline, lasting, "goneSince", "readOn", "snoozedUntil", "resolvedOn", resolution, "escalatedOn",
         "escalatedTo"
  FROM json_to_recordset($2::json) AS row (
    key text, "ruleId" text, "accountId" text, "recordId" text, type text, severity text, "recipientId" text,
    message text, records jsonb, rule jsonb, "raisedOn" timestamptz, baseline boolean, lasting boolean,
    "goneSince" timestamptz, "readOn" timestamptz, "snoozedUntil" timestamptz, "resolvedOn" timestamptz,
    resolution text, "escalatedOn" timestamptz, "escalatedTo" text)
  ORDER BY key
  ON CONFLICT (org_id, key) DO UPDATE SET `;

// By whichever came first an alert was resolved, that stands.
const OF: Record<AlertChanges['of'], string> = {
  causes: `
    lasting = excluded.lasting, gone_since = excluded.gone_since,
    resolved_on = coalesce(alert.resolved_on, excluded.resolved_on),
    resolution = coalesce(alert.resolution, excluded.resolution)`,
  people: `
    read_on = excluded.read_on, snoozed_until = excluded.snoozed_until, resolved_on = excluded.resolved_on,
    resolution = excluded.resolution, escalated_on = excluded.escalated_on, escalated_to = excluded.escalated_to
    WHERE alert.resolution IS DISTINCT FROM 'Cause Gone'`,
};

// What was decided on before, in whatever state it is, is not decided on again.
const DELIVERIES = `
  INSERT INTO alert_delivery (org_id, id, alert_key, channel, recipient_id, together, due_at, state)
  SELECT $1, id, "alertKey", channel, "recipientId", together, "dueAt", 'waiting'
  FROM json_to_recordset($2::json) AS row (id text, "alertKey" text, channel text, "recipientId" text,
                                           together boolean, "dueAt" timestamptz)
  ORDER BY id
  ON CONFLICT (org_id, id) DO NOTHING`;

const ORPHANS = `
  UPDATE alert SET lasting = false, resolved_on = coalesce(resolved_on, $2::timestamptz),
                   resolution = coalesce(resolution, 'Cause Gone')
  WHERE org_id = $1 AND lasting
    AND NOT EXISTS (SELECT FROM account_record AS account
                    WHERE account.org_id = alert.org_id AND account.account_id = alert.account_id)`;

const NEWS = `
  SELECT EXISTS (SELECT FROM account_record WHERE org_id = $1 AND read_at > ${LOOKED_AT}) AS "hasNews",
         (SELECT (looked_at AT TIME ZONE 'UTC')::date::text FROM alert_cursor WHERE org_id = $1) AS "on"`;

const FORGET_RULES = 'DELETE FROM alert_rule_seen WHERE org_id = $1 AND NOT rule_id = ANY($2::text[])';

const KEEP_RULES = `
  INSERT INTO alert_rule_seen (org_id, rule_id, fingerprint, seen_at)
  SELECT $1, "ruleId", fingerprint, $3::timestamptz
  FROM json_to_recordset($2::json) AS row ("ruleId" text, fingerprint text)
  ON CONFLICT (org_id, rule_id) DO UPDATE SET fingerprint = excluded.fingerprint, seen_at = excluded.seen_at`;

const TO_WATCH = `
  resolved_on IS NULL
  AND (snoozed_until <= $2::timestamptz
       OR read_on IS NULL AND snoozed_until IS NULL AND escalated_on IS NULL
          AND raised_on + (rule ->> 'escalateAfterDays')::int * interval '1 day' <= $2::timestamptz)`;

type AccountRow = Omit<AccountForAlerts, 'signals' | 'current' | 'facts'> & {
  signals: AccountSignals;
  current: FieldValues;
  facts: AccountFacts | null;
};

/** Alerts, with the messages and writes that come of them. */
export function createAlertStore({ pool }: Pick<Database, 'pool'>): AlertStore {
  const findAlerts = async (condition: string, values: unknown[]) => {
    const { rows } = await pool.query<AlertRow>(
      `SELECT ${ALERT_COLUMNS} FROM alert WHERE org_id = $1 AND ${condition} ORDER BY raised_on, key`,
      values,
    );
    return rows.map(toAlert);
  };

  return {
    async pageAlertAccounts(orgId, { all, beforeDay }, afterId, limit) {
      const { rows } = await pool.query<AccountRow>(all ? ALL_ACCOUNTS : NEWS_ACCOUNTS, [
        orgId,
        beforeDay,
        afterId,
        limit,
      ]);
      return rows;
    },

    async lastLook(orgId) {
      const { rows } = await pool.query<{ ruleId: string; fingerprint: string }>(
        'SELECT rule_id AS "ruleId", fingerprint FROM alert_rule_seen WHERE org_id = $1',
        [orgId],
      );
      const news = await pool.query<{ hasNews: boolean; on: IsoDate | null }>(NEWS, [orgId]);
      return {
        rules: new Map(rows.map(({ ruleId, fingerprint }) => [ruleId, fingerprint])),
        hasNews: news.rows[0]?.hasNews ?? true,
        on: news.rows[0]?.on ?? null,
      };
    },

    async keepLook(orgId, fingerprints, at) {
      const rules = [...fingerprints].map(([ruleId, fingerprint]) => ({ ruleId, fingerprint }));
      await inTransaction(pool, async (client) => {
        await client.query(FORGET_RULES, [orgId, [...fingerprints.keys()]]);
        await client.query(KEEP_RULES, [orgId, JSON.stringify(rules), at]);
        await client.query(
          `INSERT INTO alert_cursor (org_id, looked_at) VALUES ($1, $2)
           ON CONFLICT (org_id) DO UPDATE SET looked_at = excluded.looked_at`,
          [orgId, at],
        );
      });
    },

    loadAlerts: (orgId, accountIds, day) =>
      findAlerts('account_id = ANY($2::text[]) AND (lasting OR raised_on >= $3::date)', [
        orgId,
        accountIds,
        `${day}T00:00:00Z`,
      ]),

    loadAlertsByKey: (orgId, keys) => findAlerts('key = ANY($2::text[])', [orgId, keys]),

    loadAlertsToWatch: (orgId, now) => findAlerts(TO_WATCH, [orgId, now]),

    async keepAlerts(orgId, { of, alerts, deliveries, pushes }, at) {
      if (alerts.length + deliveries.length + pushes.length === 0) return;
      await inTransaction(pool, async (client) => {
        await client.query(ALERTS + OF[of], [orgId, JSON.stringify(alerts)]);
        await client.query(DELIVERIES, [orgId, JSON.stringify(deliveries)]);
        await client.query(PUSHES, [orgId, JSON.stringify(pushes), at]);
      });
    },

    async endOrphans(orgId, at) {
      return (await pool.query(ORPHANS, [orgId, at])).rowCount ?? 0;
    },

    async actionsReadTo(orgId) {
      const { rows } = await pool.query<{ readTo: Date | null }>(
        'SELECT read_to AS "readTo" FROM alert_cursor WHERE org_id = $1',
        [orgId],
      );
      return rows[0]?.readTo?.toISOString() ?? null;
    },

    async saveActionsReadTo(orgId, to) {
      await pool.query(
        `INSERT INTO alert_cursor (org_id, read_to) VALUES ($1, $2)
         ON CONFLICT (org_id) DO UPDATE SET read_to = excluded.read_to`,
        [orgId, to],
      );
    },
  };
}
