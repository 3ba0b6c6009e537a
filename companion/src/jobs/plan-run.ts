import type { RunStore } from '../usecases/ports.ts';
import type { JobQueue } from './queue.ts';
import type { JobDefinition, PlannedRun } from './registry.ts';

/**
 * Plans one run of a job for a point in time. Replicas tick at the same moment: the row decides whose tick it is. A run
 * that finds another one waiting is skipped, as that one will do its work.
 */
export async function planRun(
  job: JobDefinition<PlannedRun>,
  orgId: string,
  scheduledAt: Date,
  { queue, runs }: { queue: Pick<JobQueue, 'send'>; runs: RunStore },
): Promise<'planned' | 'skipped' | 'taken'> {
  const at = scheduledAt.toISOString();
  const runId = await runs.planRun(orgId, job.name, at);
  if (runId === null) return 'taken';
  if (await queue.send(job, { orgId, runId }, orgId)) return 'planned';
  await runs.finishRun(runId, at, { state: 'skipped' });
  return 'skipped';
}
