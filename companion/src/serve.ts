import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeCommands } from './cli/take-commands.ts';
import type { Env } from './config/env.ts';
import { AppError } from './errors.ts';
import { createApp } from './http/app.ts';
import { isCronExpression } from './jobs/clock-ticks.ts';
import { startQueue } from './jobs/queue.ts';
import { listen } from './listen.ts';
import { createLogger } from './logger.ts';
import { openCompanion } from './open-companion.ts';
import { startFleet, type OrgFleet } from './orgs/org-fleet.ts';
import { createOrgService } from './orgs/org-service.ts';
import { browserLogin } from './salesforce/browser-login.ts';
import { listenForStop } from './stop-signal.ts';

/**
 * How long a stop may take: what waits for the process usually kills it after 30 seconds. What is then still under way
 * is taken up by another replica, or by the next start, as after a crash.
 */
const STOP_PATIENCE_MS = 25_000;

/** The service: syncs by the clock, answers requests, shows its status. Ends on SIGTERM or SIGINT. */
export async function serve(env: Env): Promise<number> {
  const { sync, http } = env;
  for (const [name, cron] of Object.entries({ SYNC_CRON: sync.cron, ALERTS_CRON: env.alerts.cron })) {
    if (isCronExpression(cron)) continue;
    throw new AppError(
      'BAD_ENVIRONMENT',
      `${name} is not a cron expression; expected five fields, such as */15 * * * *`,
    );
  }
  const log = createLogger(env.log);
  const untilStopped = listenForStop();
  const companion = await openCompanion(env);
  const { org, store, database, clock, box } = companion;
  const opened: (() => Promise<unknown>)[] = [() => database.close()];
  const closeAll = async () => {
    for (const close of opened.toReversed()) await close();
  };
  try {
    if (database.kind === 'embedded') await store.releaseCutOff(clock().toISOString());
    const home = createOrgService(companion, env, log);
    let fleet: OrgFleet | null = null;
    let isStopping = false;
    const app = createApp(
      { ...home.status, isStopping: () => isStopping },
      { ...home.v1, store: companion.store, requestsPerMinute: http.requestsPerMinute },
      {
        request: (line) => log.debug(line, 'request'),
        error: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
      },
      {
        others: () => fleet?.services() ?? [],
        idle: () => fleet?.idle() ?? [],
        connect: {
          ...{ store, box, clock, login: browserLogin },
          redirectUri: `${http.publicUrl}/connect/callback`,
          onConnected: () => void fleet?.look(),
        },
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
      leaseSeconds: env.leaseSeconds,
      onError: (error) => log.error({ err: error }, 'job queue'),
    });
    opened.push(() => queue.stop());
    opened.push(() => home.stop());
    await home.start(queue);
    const connected = startFleet(companion, env, queue, log);
    opened.push(() => connected.stop());
    fleet = connected;

    const { address, port } = server.address() as AddressInfo;
    log.info({ org: org.name, url: `http://${address}:${port}` }, 'companion ready');
    const signal = await untilStopped();
    // From now on /readyz says so, until the door is closed after the work.
    isStopping = true;
    log.info({ signal }, 'stopping');
    // What is under way ends early in every org, before any of them is waited for.
    queue.abort();
  } finally {
    const closed = await Promise.race([
      closeAll().then(() => true),
      sleep(STOP_PATIENCE_MS, false, { ref: false }),
    ]);
    if (!closed)
      log.warn('what is under way did not end in time: it is left to another replica, or the next start');
  }
  return 0;
}
