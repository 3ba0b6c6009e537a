import type { PoolClient } from 'pg';
import type {
  ClaimedInbound,
  InboundEvent,
  InboundStore,
  WaitingInbound,
} from '../usecases/inbound-ports.ts';
import type { Database } from './database.ts';
import { inTransaction } from './transaction.ts';

/** Whoever takes an event has this long to settle it; after a crash it is taken again. */
const LEASE = '2 minutes';

// What an event does not say keeps its value; one that is older than what is known changes nothing.
const KEEP = `
  INSERT INTO inbound_record AS known (org_id, kind, key, content, changed_at, state, received_at, look_at)
  SELECT $1, content->>'kind', content->>'key', content, (content->>'changedAt')::timestamptz, 'new',
         $3::timestamptz, $3::timestamptz
  FROM (SELECT $2::jsonb AS content) AS heard
  ON CONFLICT (org_id, kind, key) DO UPDATE
  SET content = known.content || excluded.content, changed_at = excluded.changed_at, revision = known.revision + 1,
      state = 'new', received_at = excluded.received_at, look_at = excluded.look_at
  WHERE excluded.changed_at >= known.changed_at`;

const CLAIM = `
  WITH due AS (
    SELECT org_id, kind, key FROM inbound_record
    WHERE org_id = $1 AND state IN ('new', 'held', 'queued') AND look_at <= $2::timestamptz
    ORDER BY look_at, key LIMIT $3 FOR UPDATE SKIP LOCKED
  )
  UPDATE inbound_record AS taken SET look_at = $2::timestamptz + interval '${LEASE}'
  FROM due WHERE taken.org_id = due.org_id AND taken.kind = due.kind AND taken.key = due.key
  RETURNING taken.content AS event, taken.revision`;

const SETTLE = `
  UPDATE inbound_record AS known
  SET state = settled.state, account_id = settled."accountId", reason = settled.reason, look_at = settled."lookAt"
  FROM json_to_recordset($2::json) AS settled (kind text, key text, revision int, state text, "accountId" text,
                                               reason text, "lookAt" timestamptz)
  WHERE known.org_id = $1 AND known.kind = settled.kind AND known.key = settled.key
    AND known.revision = settled.revision`;

// Before the first full read the companion knows no account yet.
const ORPHANED = `
  SELECT DISTINCT filed.account_id AS id FROM inbound_record AS filed
  JOIN org ON org.id = filed.org_id AND org.full_read_at IS NOT NULL
  WHERE filed.org_id = $1 AND filed.state = 'filed' AND filed.account_id IS NOT NULL AND filed.look_at <= $2::timestamptz
    AND NOT EXISTS (SELECT FROM account_record AS account
                    WHERE account.org_id = filed.org_id AND account.account_id = filed.account_id)
  LIMIT $3`;

const COUNT = `
  SELECT count(*) FILTER (WHERE state = 'held')::int AS held, count(*) FILTER (WHERE state = 'queued')::int AS queued,
         count(*) FILTER (WHERE state = 'new')::int AS unseen
  FROM inbound_record WHERE org_id = $1 AND state IN ('new', 'held', 'queued')`;

/** What came in from outside, and how far it has come. */
export function createInboundStore({ pool }: Pick<Database, 'pool'>): InboundStore {
  return {
    keepDelivery: (orgId, { hookId, bodyHash, events }, at) =>
      inTransaction(pool, async (client) => {
        const { rowCount } = await client.query(
          `INSERT INTO webhook_delivery (org_id, hook_id, body_hash, received_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING`,
          [orgId, hookId, bodyHash, at],
        );
        if (rowCount === 0) return false;
        await keep(client, orgId, events, at);
        await client.query('UPDATE webhook SET last_used_at = $3 WHERE org_id = $1 AND id = $2', [
          orgId,
          hookId,
          at,
        ]);
        return true;
      }),

    keepEvents: (orgId, events, at) => inTransaction(pool, (client) => keep(client, orgId, events, at)),

    async claimInbound(orgId, now, limit) {
      return (await pool.query<ClaimedInbound>(CLAIM, [orgId, now, limit])).rows;
    },

    async settleInbound(orgId, settled) {
      await pool.query(SETTLE, [orgId, JSON.stringify(settled)]);
    },

    async findOrphanedAccounts(orgId, now, limit) {
      return (await pool.query<{ id: string }>(ORPHANED, [orgId, now, limit])).rows.map(({ id }) => id);
    },

    async reopenInbound(orgId, accountIds, at) {
      await pool.query(
        `UPDATE inbound_record SET state = 'new', account_id = NULL, revision = revision + 1, look_at = $3
         WHERE org_id = $1 AND account_id = ANY($2::text[])`,
        [orgId, accountIds, at],
      );
    },

    async postponeInbound(orgId, accountIds, lookAt) {
      await pool.query(
        `UPDATE inbound_record SET look_at = $3 WHERE org_id = $1 AND account_id = ANY($2::text[]) AND state = 'filed'`,
        [orgId, accountIds, lookAt],
      );
    },

    async waitingInbound(orgId, limit) {
      const { rows: counts } = await pool.query<Omit<WaitingInbound, 'newest'>>(COUNT, [orgId]);
      const { rows } = await pool.query<{
        kind: InboundEvent['kind'];
        key: string;
        since: Date;
        reason: string | null;
      }>(
        `SELECT kind, key, received_at AS since, reason FROM inbound_record
         WHERE org_id = $1 AND state IN ('held', 'queued') ORDER BY received_at DESC, key LIMIT $2`,
        [orgId, limit],
      );
      const none = { held: 0, queued: 0, unseen: 0 };
      const newest = rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
      return { ...(counts[0] ?? none), newest };
    },

    async forgetDeliveries(orgId, before) {
      await pool.query('DELETE FROM webhook_delivery WHERE org_id = $1 AND received_at < $2', [
        orgId,
        before,
      ]);
    },
  };
}

/**
 * One after another: of two events of one ticket in a batch the later one stands. In the order of their keys, so that
 * of two batches at once one waits for the other.
 */
async function keep(client: PoolClient, orgId: string, events: InboundEvent[], at: string): Promise<void> {
  const place = ({ kind, key, changedAt }: InboundEvent) => [kind, key, changedAt];
  const inOrder = events.toSorted((a, b) => compareInTurn(place(a), place(b)));
  for (const event of inOrder) await client.query(KEEP, [orgId, JSON.stringify(event), at]);
}

function compareInTurn(a: string[], b: string[]): number {
  const index = a.findIndex((value, each) => value !== b[each]);
  return index < 0 ? 0 : (a[index] ?? '') < (b[index] ?? '') ? -1 : 1;
}
