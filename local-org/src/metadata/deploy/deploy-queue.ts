import type { Org } from '../../org.ts';
import type { UserContext } from '../../security/types.ts';
import { createDeployJob, isDone, type DeployJob } from './deploy-job.ts';
import type { DeployOptions } from './deploy-options.ts';
import { runDeploy, type DeployOutcome } from './run-deploy.ts';

/** The deploys of an org: one runs at a time, the others wait, all can be asked about. */
export interface DeployQueue {
  start(user: UserContext, zip: Uint8Array, options: DeployOptions): DeployJob;
  find(id: string): DeployJob | undefined;
  /** Asks a deploy to stop. One that has finished stays as it is. */
  cancel(job: DeployJob, user: UserContext): void;
  /** Settles once every deploy started so far has finished. */
  idle(): Promise<void>;
}

/** Creates the queue; `nextId` gives the Ids of deploys. */
export function createDeployQueue(org: Org, nextId: () => string): DeployQueue {
  const jobs = new Map<string, DeployJob>();
  let last: Promise<void> = Promise.resolve();
  return {
    start(user, zip, options) {
      const job = createDeployJob(nextId(), user, zip, options, org.now().toISOString());
      jobs.set(job.id, job);
      last = last.then(() => runJob(org, user, zip, job));
      return job;
    },
    find: (id) => jobs.get(id) ?? [...jobs.values()].find((job) => job.id.slice(0, 15) === id),
    cancel(job, user) {
      if (isDone(job)) return;
      job.status = 'Canceling';
      job.canceledBy = { id: user.userId, name: user.username };
    },
    idle: () => last,
  };
}

async function runJob(org: Org, user: UserContext, zip: Uint8Array, job: DeployJob): Promise<void> {
  job.startDate = org.now().toISOString();
  if (job.status === 'Pending') job.status = 'InProgress';
  try {
    const outcome = await runDeploy(org, user, zip, job.options, {
      total: (count) => void (job.total = count),
      processed(type, failed) {
        job.stateDetail = `Processing Type: ${type}`;
        if (failed) job.errors += 1;
        else job.deployed += 1;
        job.lastModifiedDate = org.now().toISOString();
      },
      isCanceled: () => job.status === 'Canceling',
    });
    settle(job, outcome);
  } catch (error) {
    // A fault of ours, not of the package: the deploy fails and says so, the server lives on.
    job.status = 'Failed';
    job.errorStatusCode = 'UNKNOWN_EXCEPTION';
    job.errorMessage = `The local org failed on this deploy: ${error instanceof Error ? error.message : String(error)}`;
  }
  job.completedDate = org.now().toISOString();
  job.lastModifiedDate = job.completedDate;
}

function settle(job: DeployJob, outcome: DeployOutcome): void {
  delete job.stateDetail;
  if (outcome.kind === 'canceled') {
    job.status = 'Canceled';
    return;
  }
  job.messages = outcome.kind === 'unreadable' ? [outcome.failure] : outcome.messages;
  const failures = job.messages.filter(({ success }) => !success);
  const failed = new Set(failures.map(({ componentType, fullName }) => `${componentType}:${fullName}`));
  job.errors = failures.length;
  job.deployed = Math.max(0, job.total - failed.size);
  if (outcome.kind === 'finished') job.numberFiles = outcome.zipFiles;
  if (failures.length === 0) job.status = 'Succeeded';
  else
    job.status = outcome.kind === 'finished' && !job.options.rollbackOnError ? 'SucceededPartial' : 'Failed';
  if (job.status === 'SucceededPartial' && job.deployed === 0) job.status = 'Failed';
}
