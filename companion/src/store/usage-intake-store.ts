import type { PoolClient } from 'pg';
import type { UsageDayCounts, UsageIntakeStore } from '../usecases/usage-ports.ts';
import type { Database } from './database.ts';
import { toLongId } from './long-id.ts';
import { inTransaction } from './transaction.ts';

// One statement a table, whatever the number of rows.

const ACCOUNTS = `
  SELECT name, min(id) AS "accountId" FROM (
    SELECT wanted.name, account.account_id AS id
    FROM unnest($2::text[]) AS wanted (name)
    JOIN account_record AS account ON account.org_id = $1 AND account.external_key = wanted.name
    UNION ALL
    SELECT wanted.name, account.account_id
    FROM unnest($2::text[], $3::text[]) AS wanted (name, id)
    JOIN account_record AS account ON account.org_id = $1 AND account.account_id = wanted.id
  ) AS found
  GROUP BY name`;

const TOTALLED = `
  SELECT account_id || ' ' || day::text AS name FROM usage_day
  WHERE org_id = $1 AND source = 'totals'
    AND (account_id, day) IN (SELECT * FROM unnest($2::text[], $3::date[]))`;

const REMEMBER = `
  INSERT INTO usage_request (org_id, caller, key, body_hash, answer, at)
  VALUES ($1, $2, $3, $4, $5::jsonb, $6::timestamptz)
  ON CONFLICT DO NOTHING`;

const REMEMBERED = `
  SELECT body_hash AS "bodyHash", answer FROM usage_request WHERE org_id = $1 AND caller = $2 AND key = $3`;

// What was never sent stays unknown. Days given as a whole are not added to. This comes first: it locks the days, so
// that of two batches at once the second counts the people of both.
const EVENTS = `
  INSERT INTO usage_day AS kept (org_id, account_id, day, source, logins, api_calls, features, updated_at)
  SELECT $1, "accountId", day, 'events', logins, "apiCalls", features, $3::timestamptz
  FROM jsonb_to_recordset($2::jsonb) AS row ("accountId" text, day date, logins bigint, "apiCalls" bigint,
                                             features jsonb)
  ORDER BY 2, 3
  ON CONFLICT (org_id, account_id, day) DO UPDATE
  SET logins = CASE WHEN excluded.logins IS NULL THEN kept.logins
                    ELSE coalesce(kept.logins, 0) + excluded.logins END,
      api_calls = CASE WHEN excluded.api_calls IS NULL THEN kept.api_calls
                       ELSE coalesce(kept.api_calls, 0) + excluded.api_calls END,
      features = CASE WHEN excluded.features IS NULL THEN kept.features ELSE (
        SELECT jsonb_object_agg(name, uses)
        FROM (SELECT name, sum(uses::numeric) AS uses
              FROM (SELECT * FROM jsonb_each_text(coalesce(kept.features, '{}'::jsonb))
                    UNION ALL SELECT * FROM jsonb_each_text(excluded.features)) AS both_sides (name, uses)
              GROUP BY name) AS summed) END,
      dirty = true, updated_at = excluded.updated_at
  WHERE kept.source = 'events'`;

const USERS = `
  INSERT INTO usage_user (org_id, account_id, day, user_hash)
  SELECT $1, "accountId", day, hash
  FROM jsonb_to_recordset($2::jsonb) AS row ("accountId" text, day date, "userHashes" jsonb),
       jsonb_array_elements_text("userHashes") AS hash
  ORDER BY 2, 3, 4
  ON CONFLICT DO NOTHING`;

const ACTIVE_USERS = `
  UPDATE usage_day AS kept
  SET active_users = counted.people
  FROM (SELECT account_id, day, count(*) AS people FROM usage_user
        WHERE org_id = $1 AND (account_id, day) IN (SELECT * FROM unnest($2::text[], $3::date[]))
        GROUP BY account_id, day) AS counted
  WHERE kept.org_id = $1 AND kept.account_id = counted.account_id AND kept.day = counted.day
    AND kept.source = 'events'`;

const ONLY_SEATS = `row."activeUsers" IS NULL AND row.logins IS NULL AND row."apiCalls" IS NULL
  AND row.features IS NULL AND row."licensedSeats" IS NOT NULL`;

const TOTALS = `
  INSERT INTO usage_day AS kept (org_id, account_id, day, source, active_users, licensed_seats, logins, api_calls,
                                 features, updated_at)
  SELECT $1, "accountId", day, CASE WHEN ${ONLY_SEATS} THEN 'events' ELSE 'totals' END, "activeUsers",
         "licensedSeats", logins, "apiCalls", features, $3::timestamptz
  FROM jsonb_to_recordset($2::jsonb) AS row ("accountId" text, day date, "activeUsers" bigint, "licensedSeats" bigint,
                                             logins bigint, "apiCalls" bigint, features jsonb)
  ORDER BY 2, 3
  ON CONFLICT (org_id, account_id, day) DO UPDATE
  SET licensed_seats = excluded.licensed_seats,
      source = CASE WHEN excluded.source = 'events' THEN kept.source ELSE 'totals' END,
      active_users = CASE WHEN excluded.source = 'events' THEN kept.active_users ELSE excluded.active_users END,
      logins = CASE WHEN excluded.source = 'events' THEN kept.logins ELSE excluded.logins END,
      api_calls = CASE WHEN excluded.source = 'events' THEN kept.api_calls ELSE excluded.api_calls END,
      features = CASE WHEN excluded.source = 'events' THEN kept.features ELSE excluded.features END,
      dirty = true, updated_at = excluded.updated_at`;

/** Takes usage in, in bulk. */
export function createUsageIntakeStore({ pool }: Pick<Database, 'pool'>): UsageIntakeStore {
  return {
    async findUsageAccounts(orgId, names) {
      if (names.length === 0) return new Map();
      const { rows } = await pool.query<{ name: string; accountId: string }>(ACCOUNTS, [
        orgId,
        names,
        names.map(toLongId),
      ]);
      return new Map(rows.map(({ name, accountId }) => [name, accountId]));
    },

    async findTotalledDays(orgId, days) {
      if (days.length === 0) return new Set();
      const columns = [days.map(({ accountId }) => accountId), days.map(({ day }) => day)];
      const { rows } = await pool.query<{ name: string }>(TOTALLED, [orgId, ...columns]);
      return new Set(rows.map(({ name }) => name));
    },

    addEvents: <Answer>(
      orgId: string,
      request: { caller: string; key: string; bodyHash: string; at: string },
      counts: UsageDayCounts[],
      answer: Answer,
    ) =>
      inTransaction(pool, async (client) => {
        const { caller, key, bodyHash, at } = request;
        const values = [orgId, caller, key, bodyHash, JSON.stringify(answer), at];
        const { rowCount } = await client.query(REMEMBER, values);
        if (rowCount === 0) {
          const { rows } = await client.query<{ bodyHash: string; answer: Answer }>(
            REMEMBERED,
            values.slice(0, 3),
          );
          const [before] = rows as [{ bodyHash: string; answer: Answer }];
          return { isNew: false as const, ...before };
        }
        await addCounts(client, orgId, counts, at);
        return { isNew: true as const };
      }),

    async replaceDays(orgId, rows, at) {
      if (rows.length > 0) await pool.query(TOTALS, [orgId, JSON.stringify(rows), at]);
    },
  };
}

async function addCounts(
  client: PoolClient,
  orgId: string,
  counts: UsageDayCounts[],
  at: string,
): Promise<void> {
  if (counts.length === 0) return;
  const rows = JSON.stringify(counts);
  await client.query(EVENTS, [orgId, rows, at]);
  await client.query(USERS, [orgId, rows]);
  const days = [counts.map(({ accountId }) => accountId), counts.map(({ day }) => day)];
  await client.query(ACTIVE_USERS, [orgId, ...days]);
}
