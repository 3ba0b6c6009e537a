import type { JobRun, RunStore } from '../usecases/ports.ts';
import type { Database } from './database.ts';

/** Which runs were planned, and what became of each. */
export function createRunStore({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>): RunStore {
  return {
    async planRun(orgId, job, scheduledAt) {
      const { rows } = await pool.query<{ id: string }>(
        `INSERT INTO job_run (org_id, job, scheduled_at, state) VALUES ($1, $2, $3, 'queued')
         ON CONFLICT (org_id, job, scheduled_at) DO NOTHING RETURNING id`,
        [orgId, job, scheduledAt],
      );
      return rows[0]?.id ?? null;
    },

    async startRun(id, at) {
      await prisma.jobRun.update({ where: { id }, data: { state: 'running', startedAt: new Date(at) } });
    },

    async finishRun(id, at, outcome) {
      const { state } = outcome;
      const error =
        outcome.state === 'failed' ? outcome.error : 'reason' in outcome ? (outcome.reason ?? null) : null;
      const data = {
        state,
        error,
        finishedAt: new Date(at),
        ...('counts' in outcome ? { counts: outcome.counts } : {}),
      };
      await prisma.jobRun.update({ where: { id }, data });
    },

    async lastRuns(orgId, job, limit) {
      const rows = await prisma.jobRun.findMany({
        where: { orgId, job },
        orderBy: [{ scheduledAt: 'desc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map((row) => ({
        id: row.id,
        job: row.job,
        scheduledAt: row.scheduledAt.toISOString(),
        startedAt: row.startedAt?.toISOString() ?? null,
        finishedAt: row.finishedAt?.toISOString() ?? null,
        // Written by this store from the same types.
        state: row.state as JobRun['state'],
        counts: row.counts as JobRun['counts'],
        error: row.error,
      }));
    },
  };
}
