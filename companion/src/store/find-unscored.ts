import type { Pool } from 'pg';
import type { SyncStore } from '../usecases/ports.ts';

const OTHER = (condition: string) => `EXISTS (SELECT FROM account_record WHERE org_id = $1 AND ${condition})`;

// Each of these looks at one end of an index. Asked in one condition, or for a page at once, every account is looked at.
const ANY = `
  SELECT ${OTHER('scored_as_of < $2::date')} OR ${OTHER('scored_as_of IS NULL')}
      OR ${OTHER('config_hash < $3')} OR ${OTHER('config_hash > $3')} OR ${OTHER('config_hash IS NULL')} AS found`;

const PAGE = `
  SELECT account_id AS id FROM account_record
  WHERE org_id = $1 AND account_id > $4
    AND (scored_as_of IS NULL OR scored_as_of < $2::date OR config_hash IS DISTINCT FROM $3)
  ORDER BY account_id LIMIT $5`;

/** Finds accounts that are not scored as of a day with a configuration; where there are none, at once. */
export async function findUnscored(
  pool: Pool,
  ...[orgId, { asOf, configHash }, afterId, limit]: Parameters<SyncStore['findUnscored']>
): Promise<string[]> {
  const any = await pool.query<{ found: boolean }>(ANY, [orgId, asOf, configHash]);
  if (!any.rows[0]?.found) return [];
  const { rows } = await pool.query<{ id: string }>(PAGE, [orgId, asOf, configHash, afterId, limit]);
  return rows.map(({ id }) => id);
}
