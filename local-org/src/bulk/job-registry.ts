import { SalesforceError } from '../errors.ts';
import { makeId, normalizeId } from '../ids.ts';
import type { UserContext } from '../security/types.ts';
import type { Job } from './job.ts';

/** The key prefix of bulk jobs. */
const KEY_PREFIX = '750';

/** Numbers jobs; one counter for jobs of both kinds, since they share a key prefix. */
export function createJobIds(): () => string {
  let jobs = 0;
  return () => {
    jobs += 1;
    return makeId(KEY_PREFIX, jobs);
  };
}

/** The jobs of one kind, in memory with their data: a restart forgets them, as an org does after seven days. */
export class JobRegistry<J extends Job> {
  readonly #jobs = new Map<string, J>();

  add(job: J): void {
    this.#jobs.set(job.id, job);
  }

  remove(job: J): void {
    this.#jobs.delete(job.id);
  }

  /** A job that the user may see, or the platform's 404. */
  find(user: UserContext, id: string): J {
    const job = this.#jobs.get(normalizeId(id) ?? '');
    if (!job || !isVisible(user, job)) {
      throw new SalesforceError('NOT_FOUND', `The requested resource does not exist: no bulk job ${id}`, {
        httpStatus: 404,
      });
    }
    return job;
  }

  /** Newest first. */
  list(user: UserContext): J[] {
    return [...this.#jobs.values()].filter((job) => isVisible(user, job)).reverse();
  }
}

/** Jobs hold the data of whoever made them. */
function isVisible(user: UserContext, job: Job): boolean {
  return job.createdById === user.userId || user.viewAllData;
}
