import type { Logger } from 'pino';
import type { Env } from '../config/env.ts';
import type { V1Deps } from '../http/v1/route.ts';
import { createAlertsJob } from '../jobs/alerts-job.ts';
import { startTicks } from '../jobs/clock-ticks.ts';
import { planRun } from '../jobs/plan-run.ts';
import { startPollLoop } from '../jobs/poll-loop.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { JobDefinition, PlannedRun } from '../jobs/registry.ts';
import { createSyncJob } from '../jobs/sync-job.ts';
import { checkUpOf } from '../open-check-up.ts';
import type { Companion } from '../open-companion.ts';
import { createApiBudget } from '../usecases/api-budget.ts';
import { createCheckUpNotes } from '../usecases/doctor/check-up.ts';
import { examine } from '../usecases/doctor/examine.ts';
import { createExecutiveBooks } from '../usecases/executive-books.ts';
import { pollInbound } from '../usecases/poll-inbound.ts';
import { pollRequests } from '../usecases/poll-requests.ts';
import type { StatusDeps } from '../usecases/read-status.ts';
import { createRecentBooks } from '../usecases/recent-books.ts';
import { createStatusReport } from '../usecases/report-status.ts';
import type { TendCounts } from '../usecases/tend-alerts.ts';
import { listenToChanges } from './listen-to-changes.ts';

/** One org at work: its own ticks, its own queue, its own look for requests, so that none waits for another. */
export interface OrgService {
  companion: Companion;
  status: StatusDeps;
  v1: V1Deps;
  /** Begins to work. Until then it can be asked for its status. */
  start(): Promise<void>;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** Puts an org to work that the companion is logged in to. */
export function createOrgService(companion: Companion, env: Env, queue: JobQueue, log: Logger): OrgService {
  const { org, store, monitor, clock, config, database, reader } = companion;
  const budget = createApiBudget(companion.apiUsage, env.salesforce.budgetPercent, (state) => {
    const { usage, pace, percent } = state;
    if (pace === 'normal') log.info({ org: org.name, usage }, 'API calls are free again');
    else log.warn({ org: org.name, usage, percent, pace }, 'API calls run short');
  });
  let nextSyncAt = (): Date | null => null;
  const opened: (() => Promise<unknown>)[] = [];
  const recentBooks = createRecentBooks(reader, clock);
  const checkUp = createCheckUpNotes(
    () => examine(checkUpOf({ ...companion, openOrg: async () => companion.orgToExamine })),
    clock,
  );
  const executiveBooks = createExecutiveBooks(org.orgId, { reader, history: store }, clock);
  const readFeed = () => store.readFeed(org.orgId, companion.changeFeed.channel, clock().toISOString());
  const status: StatusDeps = {
    ...{ org, store, monitor, clock, config, budget },
    database: database.kind === 'embedded' ? 'embedded' : 'PostgreSQL server',
    startedAt: clock().toISOString(),
    nextSyncAt: () => nextSyncAt(),
    access: companion.access,
    alertLimits: companion.alertLimits,
    checkUp,
    ...(env.salesforce.changeEvents ? { readFeed } : {}),
  };
  const tell = createStatusReport({
    ...{ ...companion, status },
    examine: async () => checkUp.last()?.findings ?? [],
  });
  // A report that fails is made by the next run; an org to which nothing is written is told nothing.
  const report = () =>
    companion.access === 'read-only'
      ? Promise.resolve()
      : tell().catch((error: unknown) => log.warn({ org: org.name, err: error }, 'status not reported'));
  companion.report = report;
  return {
    companion,
    status,
    v1: { org, store, usage: store, clock, recentBooks, executiveBooks, checkUp },

    async start() {
      const job = createSyncJob(
        org,
        { ...companion, runs: store, budget, report },
        {
          done: (counts) => log.info({ org: org.name, ...counts }, 'sync done'),
          putOff: (reason) => log.warn({ org: org.name, reason }, 'sync put off'),
          failed: (error) => log.error({ org: org.name, err: error }, 'sync failed'),
        },
      );
      const planOf = (planned: JobDefinition<PlannedRun>) => async (at: Date) => {
        await planRun(planned, org.orgId, at, { queue, runs: store }).catch((error: unknown) => {
          log.error({ org: org.name, err: error }, `${planned.name} could not be planned`);
        });
      };
      const work = async (each: JobDefinition<PlannedRun>, cron: string) => {
        await queue.work(each);
        opened.push(() => queue.leave(each));
        const ticks = startTicks(cron, planOf(each));
        opened.push(() => ticks.stop());
        return ticks;
      };
      const ticks = await work(job, env.sync.cron);
      nextSyncAt = () => ticks.next();
      if (env.sync.onStart) await planOf(job)(clock());

      const { alerts } = companion;
      if (alerts) {
        const told = {
          done: (counts: TendCounts) => log.debug({ org: org.name, ...counts }, 'alerts tended'),
          failed: (error: unknown) => log.error({ org: org.name, err: error }, 'alerts failed'),
        };
        await work(createAlertsJob(org, { ...companion, alerts, runs: store }, told), env.alerts.cron);
      }
      if (env.salesforce.changeEvents) {
        const wake = () => planRun(job, org.orgId, clock(), { queue, runs: store });
        const { leaseSeconds } = env;
        const listening = listenToChanges(companion, { wake, leaseSeconds, budget, log });
        opened.push(() => listening.stop());
      }
      // Both answer by writing to the org.
      if (companion.access === 'read-only') return;
      const onError = (error: unknown, requestId: string) =>
        log.error({ org: org.name, err: error, requestId }, 'request of a user failed');
      const onInboundError = (error: unknown) =>
        log.error({ org: org.name, err: error }, 'what came in could not be filed');
      const pauseMs = () => budget.pollPauseMs(env.sync.requestPollSeconds * 1000);
      for (const poll of [
        () => pollRequests(org.orgId, { ...companion, onError, report }),
        () => pollInbound(org.orgId, { ...companion, onError: onInboundError }),
      ]) {
        const polling = startPollLoop(pauseMs, poll);
        opened.push(() => polling.stop());
      }
    },

    async stop() {
      for (const close of opened.splice(0).toReversed()) await close();
      await checkUp.settle();
    },
  };
}
