import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { takeCommands } from './cli/take-commands.ts';
import type { Env } from './config/env.ts';
import { AppError } from './errors.ts';
import { createApp } from './http/app.ts';
import { isCronExpression, startTicks } from './jobs/clock-ticks.ts';
import { planRun } from './jobs/plan-run.ts';
import { startPollLoop } from './jobs/poll-loop.ts';
import { startQueue } from './jobs/queue.ts';
import { createSyncJob } from './jobs/sync-job.ts';
import { listen } from './listen.ts';
import { createLogger } from './logger.ts';
import { openCompanion } from './open-companion.ts';
import { pollRequests } from './usecases/poll-requests.ts';
import { createRecentBooks } from './usecases/recent-books.ts';

/** The service: syncs by the clock, answers requests, shows its status. Ends on SIGTERM or SIGINT. */
export async function serve(env: Env): Promise<number> {
  const { sync, http } = env;
  if (!isCronExpression(sync.cron)) {
    throw new AppError(
      'BAD_ENVIRONMENT',
      'SYNC_CRON is not a cron expression; expected five fields, such as */15 * * * *',
    );
  }
  const log = createLogger(env.log);
  const companion = await openCompanion(env);
  const { org, store, database, monitor, clock, config } = companion;
  const opened: (() => Promise<unknown>)[] = [() => database.close()];
  const closeAll = async () => {
    for (const close of opened.toReversed()) await close();
  };
  try {
    const ticking: { next(): Date | null } = { next: () => null };
    const app = createApp(
      {
        org,
        access: companion.access,
        store,
        monitor,
        clock,
        database: database.kind === 'embedded' ? 'embedded' : 'PostgreSQL server',
        config,
        startedAt: clock().toISOString(),
        nextSyncAt: () => ticking.next(),
      },
      {
        store,
        requestsPerMinute: http.requestsPerMinute,
        recentBooks: createRecentBooks(companion.reader, clock),
      },
      {
        request: (line) => log.debug(line, 'request'),
        error: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
      },
    );
    const server = await listen(app, http.host, http.port);
    opened.push(async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    });

    if ('folder' in env.database) opened.push(await takeCommands(env.database.folder, companion));

    const queue = await startQueue(database.pool, {
      alone: database.kind === 'embedded',
      onError: (error) => log.error({ err: error }, 'job queue'),
    });
    opened.push(() => queue.stop());
    const job = createSyncJob(
      org,
      { ...companion, runs: store },
      {
        done: (counts) => log.info(counts, 'sync done'),
        failed: (error) => log.error({ err: error }, 'sync failed'),
      },
    );
    await queue.work(job);
    const plan = async (at: Date) => {
      await planRun(job, org.orgId, at, { queue, runs: store }).catch((error: unknown) => {
        log.error({ err: error }, 'sync could not be planned');
      });
    };
    const ticks = startTicks(sync.cron, plan);
    ticking.next = ticks.next;
    opened.push(() => ticks.stop());
    if (sync.onStart) await plan(clock());

    const onError = (error: unknown, requestId: string) =>
      log.error({ err: error, requestId }, 'request of a user failed');
    if (companion.access === 'write-back') {
      const polling = startPollLoop(sync.requestPollSeconds * 1000, () =>
        pollRequests(org.orgId, { ...companion, onError }),
      );
      opened.push(() => polling.stop());
    }

    const { address, port } = server.address() as AddressInfo;
    log.info({ org: org.name, url: `http://${address}:${port}` }, 'companion ready');
    const signal = await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    log.info({ signal: String(signal[0]) }, 'stopping');
  } finally {
    await closeAll();
  }
  return 0;
}
