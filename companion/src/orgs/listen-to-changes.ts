import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { startPollLoop, type PollLoop } from '../jobs/poll-loop.ts';
import type { Companion } from '../open-companion.ts';
import type { ApiBudget } from '../usecases/api-budget.ts';
import { createChangeFollower, type FollowDeps } from '../usecases/follow-changes.ts';

/** Between two looks at what was heard. */
const LOOK_EVERY_MS = 1_000;
/** Between two syncs that changes wake: a sync is some thirty calls. */
const WAKE_PAUSE_MS = 5_000;

export interface ListenDeps extends Pick<FollowDeps, 'wake' | 'leaseSeconds'> {
  budget: Pick<ApiBudget, 'pollPauseMs'>;
  log: Logger;
}

/** Wakes syncs when something changes in an org, in one replica at a time; less often while API calls run short. */
export function listenToChanges(
  { org, changeFeed: feed, store, clock, userId }: Companion,
  { wake, leaseSeconds, budget, log }: ListenDeps,
): PollLoop {
  const follower = createChangeFollower(org.orgId, {
    ...{ feed, store, clock, wake, leaseSeconds, ownUserId: userId, holder: randomUUID() },
    pauseMs: () => budget.pollPauseMs(WAKE_PAUSE_MS),
    on: {
      listening: () => log.info({ org: org.name }, 'listening to change events'),
      problem: (problem) => log.warn({ org: org.name, problem }, 'no change events'),
    },
  });
  const loop = startPollLoop(() => LOOK_EVERY_MS, follower.tend);
  return {
    async stop() {
      await loop.stop();
      await follower.stop();
    },
  };
}
