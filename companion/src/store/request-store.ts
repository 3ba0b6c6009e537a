import type { RequestStore } from '../usecases/ports.ts';
import type { Database } from './database.ts';
import { DEFAULT_LEASE_SECONDS } from './push-store.ts';

/**
 * Which requests were taken up, so that replicas do not answer one twice. One that was taken up longer ago than the
 * lease and is not finished was cut off by a crash, and may be taken again.
 */
export function createRequestStore(
  { pool }: Pick<Database, 'pool'>,
  leaseSeconds: number = DEFAULT_LEASE_SECONDS,
): RequestStore {
  return {
    async takeRequest(orgId, { id, accountId }, at) {
      const { rowCount } = await pool.query(
        `INSERT INTO request_log (org_id, request_id, account_id, state, taken_at)
         VALUES ($1, $2, $3, 'taken', $4)
         ON CONFLICT (org_id, request_id) DO UPDATE SET taken_at = excluded.taken_at
         WHERE request_log.state = 'taken' AND request_log.taken_at < excluded.taken_at - make_interval(secs => $5)`,
        [orgId, id, accountId, at, leaseSeconds],
      );
      return rowCount === 1;
    },

    async finishRequest(orgId, requestId, state, message, at) {
      await pool.query(
        `UPDATE request_log SET state = $3, message = $4, finished_at = $5 WHERE org_id = $1 AND request_id = $2`,
        [orgId, requestId, state, message, at],
      );
    },
  };
}
