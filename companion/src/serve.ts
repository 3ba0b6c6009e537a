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
import { connectCompanion, type Companion } from './open-companion.ts';
import { startFleet } from './orgs/org-fleet.ts';
import { createOrgService } from './orgs/org-service.ts';
import { chooseSource, listSources, type OrgSource } from './orgs/org-source.ts';
import { pickCompanion } from './orgs/pick-companion.ts';
import { browserLogin } from './salesforce/browser-login.ts';
import { createStore } from './store/create-store.ts';
import { openDatabase } from './store/database.ts';
import { createSecretBox } from './store/secret-box.ts';
import { listenForStop } from './stop-signal.ts';

/**
 * How long a stop may take: what waits for the process usually kills it after 30 seconds. What is then still under way
 * is taken up by another replica, or by the next start, as after a crash.
 */
const STOP_PATIENCE_MS = 25_000;

/**
 * The service: syncs every org by the clock, answers requests, shows its status. It serves those that answer, whichever
 * they are, and keeps trying the others. Ends on SIGTERM or SIGINT.
 */
export async function serve(env: Env): Promise<number> {
  const { sync, http, salesforce } = env;
  for (const [name, cron] of Object.entries({ SYNC_CRON: sync.cron, ALERTS_CRON: env.alerts.cron })) {
    if (isCronExpression(cron)) continue;
    throw new AppError(
      'BAD_ENVIRONMENT',
      `${name} is not a cron expression; expected five fields, such as */15 * * * *`,
    );
  }
  const log = createLogger(env.log);
  const untilStopped = listenForStop();
  const database = await openDatabase(env.database);
  const opened: (() => Promise<unknown>)[] = [() => database.close()];
  const closeAll = async () => {
    for (const close of opened.toReversed()) await close();
  };
  try {
    const store = createStore(database, { leaseSeconds: env.leaseSeconds, keys: env.encryptionKeys });
    const clock = () => new Date();
    const box = createSecretBox(env.encryptionKeys);
    const sources = () => listSources(salesforce, { store, box, clock });
    const connect = (source: OrgSource) => connectCompanion(source.login(), envOf(env, source), database);
    const first = await openFirst(await sources(), await store.orgs(), connect);
    if (database.kind === 'embedded') await store.releaseCutOff(clock().toISOString());

    const queue = await startQueue(database.pool, {
      alone: database.kind === 'embedded',
      leaseSeconds: env.leaseSeconds,
      onError: (error) => log.error({ err: error }, 'job queue'),
    });
    opened.push(() => queue.stop());
    const fleet = startFleet({
      listSources: sources,
      open: async (source) =>
        createOrgService(first.get(source.id) ?? (await connect(source)), envOf(env, source), queue, log),
      opened: async ({ id, connection }, { status }) => {
        first.delete(id);
        if (connection) await store.noteLogin(id, status.org.orgId, clock().toISOString());
      },
      ...{ clock, log },
    });
    opened.push(() => fleet.stop());

    let isStopping = false;
    const app = createApp(
      {
        orgs: fleet.services,
        waiting: fleet.waiting,
        ...{ store, clock, requestsPerMinute: http.requestsPerMinute },
        isStopping: () => isStopping,
        connect: {
          ...{ store, box, clock, login: browserLogin },
          redirectUri: `${http.publicUrl}/connect/callback`,
          onConnected: () => void fleet.look(),
        },
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
    if ('folder' in env.database) {
      const companionOf = async (word: string | null) => {
        // Whoever asks while it starts waits until it is known which orgs answer.
        await fleet.tried();
        return pickCompanion(word, fleet);
      };
      const host = { database, store, box, clock, publicUrl: http.publicUrl, companionOf };
      opened.push(await takeCommands(env.database.folder, host));
    }

    await fleet.look();
    await fleet.tried();
    const { address, port } = server.address() as AddressInfo;
    const orgs = fleet.services().map(({ status }) => status.org.name);
    log.info({ orgs, url: `http://${address}:${port}` }, 'companion ready');
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

/** A connection says itself whether the change events of its org are listened to. */
function envOf(env: Env, { connection }: OrgSource): Env {
  if (connection === null) return env;
  return { ...env, salesforce: { ...env.salesforce, changeEvents: connection.changeEvents } };
}

/**
 * A service that has never worked for an org, and knows but one, opens it before anything else: a mistake in how it is
 * set up is told at once, by ending with it.
 */
async function openFirst(
  sources: readonly OrgSource[],
  orgs: Parameters<typeof chooseSource>[2],
  connect: (source: OrgSource) => Promise<Companion>,
): Promise<Map<string, Companion>> {
  if (sources.length > 0 && (sources.length > 1 || orgs.length > 0 || sources[0]?.connection))
    return new Map();
  const source = chooseSource(null, sources, orgs);
  return new Map([[source.id, await connect(source)]]);
}
