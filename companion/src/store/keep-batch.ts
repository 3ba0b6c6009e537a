import type { Pool, PoolClient } from 'pg';
import type { BatchToKeep, PushIntent } from '../usecases/ports.ts';
import { HOLD_ACCOUNTS } from './hold-rows.ts';
import { inTransaction } from './transaction.ts';

// One statement a table, whatever the number of rows: row by row, and by createMany, a large org takes minutes.
// json_to_recordset rather than jsonb_: an explanation has to keep the order of its keys.

const ACCOUNTS = `
  INSERT INTO account_record (org_id, account_id, name, system_modstamp, signals, record_ids, current, last_score,
                              scored_as_of, read_at, config_hash, facts, external_key, mirrored, parent_id,
                              arr, family)
  SELECT $1, "accountId", name, "systemModstamp", signals, ARRAY(SELECT json_array_elements_text("recordIds")),
         current, "lastScore", $3::date, $4::timestamptz, $5, facts, "externalKey", mirrored,
         "parentId", arr, family
  FROM json_to_recordset($2::json) AS row ("accountId" text, name text, "systemModstamp" timestamptz, signals jsonb,
                                           "recordIds" json, current jsonb, "lastScore" json, facts jsonb,
                                           "externalKey" text, mirrored jsonb, "parentId" text, arr double precision,
                                           family jsonb)
  ORDER BY "accountId"
  ON CONFLICT (org_id, account_id) DO UPDATE
  SET name = excluded.name, system_modstamp = excluded.system_modstamp, signals = excluded.signals,
      record_ids = excluded.record_ids, current = excluded.current, last_score = excluded.last_score,
      scored_as_of = excluded.scored_as_of, read_at = excluded.read_at, config_hash = excluded.config_hash,
      facts = excluded.facts, external_key = excluded.external_key, mirrored = excluded.mirrored, parent_id = excluded.parent_id,
      arr = excluded.arr, family = excluded.family`;

const SCORES = `
  INSERT INTO score (org_id, account_id, as_of, scored_at, config_hash, inputs, result)
  SELECT $1, "accountId", "asOf", "scoredAt", "configHash", inputs, result
  FROM json_to_recordset($2::json) AS row ("accountId" text, "asOf" date, "scoredAt" timestamptz, "configHash" text,
                                           inputs json, result json)`;

const LAST_FAMILIES = `
  UPDATE family_score SET is_current = false WHERE org_id = $1 AND account_id = ANY($2::text[]) AND is_current`;

const FAMILIES = `
  INSERT INTO family_score (org_id, account_id, as_of, scored_at, config_hash, inputs, result, member_ids, is_current)
  SELECT $1, "accountId", "asOf", "scoredAt", "configHash", inputs, result,
         ARRAY(SELECT json_array_elements(inputs->'members')->>'accountId'), result IS NOT NULL
  FROM json_to_recordset($2::json) AS row ("accountId" text, "asOf" date, "scoredAt" timestamptz, "configHash" text,
                                           inputs json, result json)`;

// The same content again is no news, whether it waits, is on its way, or was refused for good. Only an account's may be
// written once more: someone has changed it back in the org. One that is on its way stays with whoever sends it until
// that is settled: two writes of one record at once might arrive in either order.
export const PUSHES = `
  INSERT INTO push_ledger (org_id, object, record_key, parent_id, changes, hash, state, next_attempt_at, updated_at)
  SELECT $1, object, key, "parentId", fields, hash, 'pending', $3::timestamptz, $3::timestamptz
  FROM json_to_recordset($2::json) AS row (object text, key text, "parentId" text, fields jsonb, hash text)
  ORDER BY object, key
  ON CONFLICT (org_id, object, record_key) DO UPDATE
  SET parent_id = excluded.parent_id, changes = excluded.changes, hash = excluded.hash,
      state = CASE WHEN push_ledger.state = 'sending' THEN 'sending' ELSE 'pending' END,
      attempts = 0, error = NULL, next_attempt_at = excluded.next_attempt_at,
      updated_at = CASE WHEN push_ledger.state = 'sending' THEN push_ledger.updated_at ELSE excluded.updated_at END
  WHERE push_ledger.hash <> excluded.hash OR (push_ledger.state = 'pushed' AND push_ledger.object = 'Account')`;

/** Keeps a batch of scored accounts, their scores and the writes decided on, in one transaction. */
export async function keepBatch(pool: Pool, orgId: string, batch: BatchToKeep): Promise<void> {
  const { accounts, scores, pushes, families = [], asOf, readAt, configHash } = batch;
  if (accounts.length + families.length === 0) return;
  await inTransaction(pool, async (client) => {
    if (families.length > 0) {
      const held = [...accounts, ...families].map(({ accountId }) => accountId);
      await client.query(HOLD_ACCOUNTS, [orgId, held]);
      await client.query(LAST_FAMILIES, [orgId, families.map(({ accountId }) => accountId)]);
      await client.query(FAMILIES, [orgId, JSON.stringify(families)]);
    }
    await client.query(ACCOUNTS, [orgId, JSON.stringify(accounts), asOf, readAt, configHash]);
    if (scores.length > 0) await client.query(SCORES, [orgId, JSON.stringify(scores)]);
    if (pushes.length > 0) await client.query(PUSHES, [orgId, JSON.stringify(pushes), readAt]);
  });
}

/** Keeps writes alone, in one statement. */
export async function keepPushes(
  pool: Pool | PoolClient,
  orgId: string,
  pushes: PushIntent[],
  at: string,
): Promise<void> {
  if (pushes.length > 0) await pool.query(PUSHES, [orgId, JSON.stringify(pushes), at]);
}
