// Replicas write the same rows at the same time. Whoever holds rows of both tables takes accounts before writes, and
// each in the order of their keys: the second waits for the first, and never the two for each other.

/** Holds accounts by id until the transaction ends. */
export const HOLD_ACCOUNTS = `
  SELECT org_id, account_id FROM account_record WHERE org_id = $1 AND account_id = ANY($2::text[])
  ORDER BY account_id FOR UPDATE`;

/** Holds the writes of one object by key until the transaction ends. */
export const HOLD_PUSHES = `
  SELECT org_id, object, record_key FROM push_ledger
  WHERE org_id = $1 AND object = $2 AND record_key = ANY($3::text[])
  ORDER BY record_key FOR UPDATE`;
