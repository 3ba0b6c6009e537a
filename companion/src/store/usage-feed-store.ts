import type { UsageFeedStore, UsageWeek } from '../usecases/usage-ports.ts';
import type { Database } from './database.ts';
import { keepPushes } from './keep-batch.ts';
import { inTransaction } from './transaction.ts';
import { DAY_COLUMNS, toUsageDay, type StoredDay } from './usage-rows.ts';

const DAYS = `
  SELECT ${DAY_COLUMNS} FROM usage_day
  WHERE org_id = $1 AND account_id = ANY($2::text[]) AND day >= $3::date
  ORDER BY account_id, day`;

// From the first event of the account on: before that it did not send any.
const QUIET_DAYS = `
  INSERT INTO usage_day (org_id, account_id, day, source, active_users, features, updated_at)
  SELECT $1, sender.account_id, feed.day, 'events', 0,
         CASE WHEN sender.names_features THEN '{}'::jsonb END, $4::timestamptz
  FROM (SELECT account_id, min(day) AS since, bool_or(features IS NOT NULL) AS names_features FROM usage_day
        WHERE org_id = $1 AND source = 'events' AND active_users IS NOT NULL AND day >= $2::date
        GROUP BY account_id) AS sender
  JOIN account_record AS account ON account.org_id = $1 AND account.account_id = sender.account_id
  JOIN (SELECT DISTINCT day FROM usage_day
        WHERE org_id = $1 AND source = 'events' AND active_users > 0 AND day >= $2::date AND day < $3::date) AS feed
    ON feed.day > sender.since
  ORDER BY 2, 3
  ON CONFLICT DO NOTHING`;

// Days are locked in the order in which events lock them, and marked as given before they are read: what comes in meanwhile marks them again, and is given next time.
const TAKE = `
  WITH due AS (
    SELECT DISTINCT account_id, date_trunc('week', day)::date AS monday FROM usage_day
    WHERE org_id = $1 AND dirty AND day >= $2::date AND ($3::text IS NULL OR account_id = $3)
    ORDER BY 1, 2 LIMIT $4
  ), locked AS (
    SELECT kept.account_id, kept.day FROM usage_day AS kept JOIN due
      ON kept.account_id = due.account_id AND kept.day BETWEEN due.monday AND due.monday + 6
    WHERE kept.org_id = $1 AND kept.dirty
    ORDER BY 1, 2 FOR UPDATE OF kept
  ), given AS (
    UPDATE usage_day AS kept SET dirty = false FROM locked
    WHERE kept.org_id = $1 AND kept.account_id = locked.account_id AND kept.day = locked.day
  )
  SELECT account_id AS "accountId", monday::text AS monday FROM due`;

const PUT_ASIDE = `
  UPDATE usage_day SET dirty = false
  WHERE org_id = $1 AND dirty AND day < $2::date AND ($3::text IS NULL OR account_id = $3)`;

const WEEK_DAYS = `
  SELECT ${DAY_COLUMNS}, monday::text AS monday
  FROM usage_day JOIN unnest($2::text[], $3::date[]) AS week (id, monday)
    ON account_id = week.id AND day BETWEEN week.monday AND week.monday + 6
  WHERE org_id = $1 ORDER BY account_id, day`;

// Seats that no day names are those of the newest period that the org knows.
const WEEK_FACTS = `
  SELECT week.id AS "accountId", week.monday::text AS monday,
         (SELECT nullif(count(DISTINCT user_hash), 0) FROM usage_user
          WHERE org_id = $1 AND account_id = week.id AND day BETWEEN week.monday AND week.monday + 6) AS people,
         coalesce(
           (SELECT licensed_seats FROM usage_day
            WHERE org_id = $1 AND account_id = week.id AND day <= week.monday + 6 AND licensed_seats IS NOT NULL
            ORDER BY day DESC LIMIT 1),
           (SELECT (period ->> 'licensedSeats')::bigint
            FROM account_record, jsonb_array_elements(signals -> 'usage') AS period
            WHERE org_id = $1 AND account_id = week.id AND period ->> 'licensedSeats' IS NOT NULL
            ORDER BY period ->> 'periodStart' DESC LIMIT 1)) AS seats
  FROM unnest($2::text[], $3::date[]) AS week (id, monday)`;

const PRUNE = [
  'DELETE FROM usage_user WHERE org_id = $1 AND day < $2::date',
  'DELETE FROM usage_request WHERE org_id = $1 AND at < $2::date',
];
const PRUNE_DAYS = 'DELETE FROM usage_day WHERE org_id = $1 AND day < $2::date';

/** What the main job reads of usage, and gives to the org. */
export function createUsageFeedStore({ pool }: Pick<Database, 'pool'>): UsageFeedStore {
  return {
    async readUsageDays(orgId, accountIds, from) {
      const { rows } = await pool.query<StoredDay>(DAYS, [orgId, accountIds, from]);
      return Map.groupBy(rows.map(toUsageDay), ({ accountId }) => accountId);
    },

    async fillQuietDays(orgId, { from, before }, at) {
      return (await pool.query(QUIET_DAYS, [orgId, from, before, at])).rowCount ?? 0;
    },

    publishWeeks: (orgId, { from, limit, accountId }, toPush, at) =>
      inTransaction(pool, async (client) => {
        const only = accountId ?? null;
        await client.query(PUT_ASIDE, [orgId, from, only]);
        const taken = await client.query<{ accountId: string; monday: string }>(TAKE, [
          orgId,
          from,
          only,
          limit,
        ]);
        if (taken.rows.length === 0) return false;
        const weeks = [taken.rows.map((row) => row.accountId), taken.rows.map((row) => row.monday)];
        const days = await client.query<StoredDay & { monday: string }>(WEEK_DAYS, [orgId, ...weeks]);
        const facts = await client.query<WeekFacts>(WEEK_FACTS, [orgId, ...weeks]);
        const daysOf = Map.groupBy(days.rows, (day) => `${day.accountId} ${day.monday}`);
        const pushes = facts.rows
          .map((week) => toWeek(week, daysOf.get(`${week.accountId} ${week.monday}`) ?? []))
          .map(toPush);
        await keepPushes(client, orgId, pushes, at);
        return true;
      }),

    async pruneUsage(orgId, { users, days }) {
      for (const statement of PRUNE) await pool.query(statement, [orgId, users]);
      await pool.query(PRUNE_DAYS, [orgId, days]);
    },
  };
}

interface WeekFacts {
  accountId: string;
  monday: string;
  people: string | null;
  seats: string | null;
}

function toWeek({ accountId, monday, people, seats }: WeekFacts, days: StoredDay[]): UsageWeek {
  return {
    accountId,
    monday,
    distinctUsers: people === null ? null : Number(people),
    licensedSeats: seats === null ? null : Number(seats),
    days: days.map(toUsageDay),
  };
}
