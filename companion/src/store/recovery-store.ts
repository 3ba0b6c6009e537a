import type { RecoveryStore } from '../usecases/ports.ts';
import type { Database } from './database.ts';
import { inTransaction } from './transaction.ts';

/** Longer ago than any lease: what is dated so may be taken at once. */
const LONG_AGO = '1970-01-01T00:00:00.000Z';

/** Takes back what a process held that is no more. */
export function createRecoveryStore({ pool }: Pick<Database, 'pool'>): RecoveryStore {
  return {
    async releaseCutOff(at) {
      await inTransaction(pool, async (client) => {
        await client.query(`UPDATE push_ledger SET updated_at = $1 WHERE state = 'sending'`, [LONG_AGO]);
        await client.query(`UPDATE request_log SET taken_at = $1 WHERE state = 'taken'`, [LONG_AGO]);
        await client.query(`UPDATE change_feed SET held_until = $1, connected_since = NULL`, [LONG_AGO]);
        await client.query(
          `UPDATE job_run SET state = 'failed', finished_at = $1, error = 'The companion ended before the run did.'
           WHERE state IN ('queued', 'running')`,
          [at],
        );
      });
    },
  };
}
