import type { StatusStore, StoredTotals } from '../usecases/ports.ts';
import type { Database } from './database.ts';

const TOTALS = `
  SELECT (SELECT count(*)::int FROM account_record WHERE org_id = $1) AS accounts,
         (SELECT count(*)::int FROM score WHERE org_id = $1) AS scores,
         (SELECT count(*)::int FROM push_ledger WHERE org_id = $1 AND state IN ('pending', 'sending')) AS "writesWaiting",
         (SELECT count(*)::int FROM push_ledger WHERE org_id = $1 AND state = 'poison') AS "writesSetAside",
         (SELECT full_read_at FROM org WHERE id = $1) AS "firstReadAt"`;

/** Numbers for the status page. */
export function createStatusStore({ pool }: Pick<Database, 'pool'>): StatusStore {
  return {
    async ping() {
      await pool.query('SELECT 1');
    },

    async totals(orgId) {
      const { rows } = await pool.query<Omit<StoredTotals, 'firstReadAt'> & { firstReadAt: Date | null }>(
        TOTALS,
        [orgId],
      );
      const none = { accounts: 0, scores: 0, writesWaiting: 0, writesSetAside: 0, firstReadAt: null };
      const totals = rows[0] ?? none;
      return { ...totals, firstReadAt: totals.firstReadAt?.toISOString() ?? null };
    },

    async countScoredBefore(orgId, day) {
      const { rows } = await pool.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM account_record WHERE org_id = $1 AND scored_as_of < $2::date',
        [orgId, day],
      );
      return rows[0]?.count ?? 0;
    },

    async writeErrors(orgId, limit) {
      const { rows } = await pool.query<{ object: string; key: string; error: string }>(
        `SELECT object, record_key AS key, error FROM push_ledger
         WHERE org_id = $1 AND error IS NOT NULL AND state <> 'pushed' ORDER BY updated_at DESC LIMIT $2`,
        [orgId, limit],
      );
      return rows;
    },
  };
}
