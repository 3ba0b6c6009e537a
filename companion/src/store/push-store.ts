import type { FieldValues } from '../domain/account-fields.ts';
import type { ClaimedPush, FailedPush, PushStore } from '../usecases/ports.ts';
import type { Database } from './database.ts';
import { HOLD_ACCOUNTS, HOLD_PUSHES } from './hold-rows.ts';
import { inTransaction } from './transaction.ts';

/** Held longer than this without a word, a write was cut off by a crash: whether it arrived is not known. */
export const DEFAULT_LEASE_SECONDS = 120;

// By an expression, so that the few that are due are found by their state and not among all that were ever written.
const CLAIM = `
  WITH due AS (
    SELECT org_id, object, record_key, state AS was
    FROM push_ledger
    WHERE org_id = $1 AND object || '' = $2 AND ($5::text IS NULL OR parent_id = $5)
      AND (state = 'pending' AND next_attempt_at <= $3::timestamptz
           OR state = 'sending' AND updated_at < $3::timestamptz - make_interval(secs => $6))
    ORDER BY parent_id, record_key
    LIMIT $4
    FOR UPDATE SKIP LOCKED
  )
  UPDATE push_ledger AS ledger
  SET state = 'sending', attempts = ledger.attempts + 1, updated_at = $3::timestamptz
  FROM due
  WHERE ledger.org_id = due.org_id AND ledger.object = due.object AND ledger.record_key = due.record_key
  RETURNING ledger.record_key AS key, ledger.parent_id AS "parentId", ledger.changes AS fields, ledger.hash,
            ledger.attempts, due.was = 'sending' AS uncertain`;

const RENEW = `
  WITH held AS (${HOLD_PUSHES})
  UPDATE push_ledger AS ledger SET updated_at = $4
  FROM held
  WHERE ledger.org_id = held.org_id AND ledger.object = held.object AND ledger.record_key = held.record_key
    AND ledger.state = 'sending'`;

const RETRY = `
  WITH held AS (
    SELECT org_id, object, record_key FROM push_ledger
    WHERE org_id = $1 AND state = 'poison' AND ($3::text IS NULL OR object = $3 AND record_key = $4)
    ORDER BY object, record_key FOR UPDATE
  )
  UPDATE push_ledger AS ledger SET state = 'pending', attempts = 0, next_attempt_at = $2, updated_at = $2
  FROM held
  WHERE ledger.org_id = held.org_id AND ledger.object = held.object AND ledger.record_key = held.record_key`;

// By hash: a write that was decided anew while the old one was under way is still to come.
const SETTLE = `
  UPDATE push_ledger AS ledger
  SET state = settled.state, error = settled.error, updated_at = $4::timestamptz,
      next_attempt_at = coalesce(settled."nextAttemptAt", ledger.next_attempt_at),
      pushed_hash = CASE WHEN settled.state = 'pushed' THEN settled.hash ELSE ledger.pushed_hash END,
      attempts = CASE WHEN settled.state = 'pushed' THEN 0 ELSE ledger.attempts END
  FROM json_to_recordset($3::json) AS settled (key text, hash text, state text, error text,
                                               "nextAttemptAt" timestamptz)
  WHERE ledger.org_id = $1 AND ledger.object = $2 AND ledger.record_key = settled.key AND ledger.hash = settled.hash
    AND ledger.state = 'sending'`;

// Decided anew while it was under way (nobody has tried that yet), and free to be sent now.
const RELEASE = `
  UPDATE push_ledger SET state = 'pending'
  WHERE org_id = $1 AND object = $2 AND record_key = ANY($3::text[]) AND state = 'sending' AND attempts = 0`;

const COUNT_DUE = `
  SELECT object, count(*)::int AS due
  FROM push_ledger
  WHERE org_id = $1 AND ($3::text IS NULL OR parent_id = $3)
    AND (state = 'pending' AND next_attempt_at <= $2::timestamptz
         OR state = 'sending' AND updated_at < $2::timestamptz - make_interval(secs => $4))
  GROUP BY object`;

const FAILED = `
  SELECT object, record_key AS key, parent_id AS "parentId", attempts, coalesce(error, '') AS error, updated_at AS at
  FROM push_ledger WHERE org_id = $1 AND state = 'poison' ORDER BY updated_at DESC, object, record_key LIMIT $2`;

const CARRY_OVER = `
  UPDATE account_record AS account
  SET current = account.current || ledger.changes
  FROM push_ledger AS ledger
  WHERE ledger.org_id = $1 AND ledger.object = 'Account' AND ledger.record_key = ANY($2::text[])
    AND ledger.state = 'pushed' AND account.org_id = $1 AND account.account_id = ledger.record_key`;

/** The outbox: writes that are decided on, and what became of each. */
export function createPushStore(
  { pool }: Pick<Database, 'pool'>,
  leaseSeconds: number = DEFAULT_LEASE_SECONDS,
): PushStore {
  return {
    async countDue(orgId, now, parentId) {
      const values = [orgId, now, parentId ?? null, leaseSeconds];
      const { rows } = await pool.query<{ object: string; due: number }>(COUNT_DUE, values);
      return new Map(rows.map(({ object, due }) => [object, due]));
    },

    async renewPushes(orgId, object, keys, now) {
      await pool.query(RENEW, [orgId, object, keys, now]);
    },

    async failedPushes(orgId, limit) {
      const { rows } = await pool.query<Omit<FailedPush, 'at'> & { at: Date }>(FAILED, [orgId, limit]);
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },

    async retryFailed(orgId, now, only) {
      const { rowCount } = await pool.query(RETRY, [orgId, now, only?.object ?? null, only?.key ?? null]);
      return rowCount ?? 0;
    },

    async claimPushes(orgId, object, now, limit, parentId) {
      const { rows } = await pool.query<Omit<ClaimedPush, 'object' | 'fields'> & { fields: FieldValues }>(
        CLAIM,
        [orgId, object, now, limit, parentId ?? null, leaseSeconds],
      );
      // UPDATE … RETURNING keeps no order; children of one parent have to stay together.
      const order = (a: { parentId: string; key: string }) => `${a.parentId} ${a.key}`;
      return rows.map((row) => ({ ...row, object })).sort((a, b) => (order(a) < order(b) ? -1 : 1));
    },

    async settlePushes(orgId, object, settled, now) {
      if (settled.length === 0) return;
      const pushed = settled.filter(({ state }) => state === 'pushed').map(({ key }) => key);
      const gone = settled.filter(({ state }) => state === 'gone').map(({ key }) => key);
      await inTransaction(pool, async (client) => {
        if (object === 'Account') await client.query(HOLD_ACCOUNTS, [orgId, pushed]);
        const keys = settled.map(({ key }) => key);
        await client.query(HOLD_PUSHES, [orgId, object, keys]);
        await client.query(SETTLE, [orgId, object, JSON.stringify(settled), now]);
        await client.query(RELEASE, [orgId, object, keys]);
        if (object === 'Account' && pushed.length > 0) await client.query(CARRY_OVER, [orgId, pushed]);
        await client.query(
          'DELETE FROM push_ledger WHERE org_id = $1 AND object = $2 AND record_key = ANY($3::text[])',
          [orgId, object, gone],
        );
      });
    },
  };
}
