import { setTimeout as delay } from 'node:timers/promises';
import type { Credentials } from '../connect/connect-companion.ts';
import { CommandError } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';
import { Service } from '../process/service.ts';
import type { Instance } from './instance.ts';

const POLL_MS = 250;
/** The demo answers a click within seconds; on a real org the API budget asks for a slower pace. */
const DEMO_REQUEST_POLL_SECONDS = 2;

export interface RunningCompanion {
  service: Service;
  url: string;
}

/** Starts the companion on the instance's folder, or on DATABASE_URL when that is set. */
export function launchCompanion(
  instance: Instance,
  org: { instanceUrl: string },
  credentials: Credentials,
  port: number,
): RunningCompanion {
  const service = new Service({
    name: 'companion',
    entry: inRoot('companion', 'src', 'main.ts'),
    logFile: instance.path('logs', 'companion.log'),
    env: {
      ...process.env,
      SALESFORCE_LOGIN_URL: org.instanceUrl,
      SALESFORCE_CLIENT_ID: credentials.clientId,
      SALESFORCE_CLIENT_SECRET: credentials.clientSecret,
      COMPANION_DATA_DIR: instance.path('companion'),
      COMPANION_ENCRYPTION_KEYS: instance.encryptionKeys(),
      COMPANION_PORT: String(port),
      REQUEST_POLL_SECONDS: String(DEMO_REQUEST_POLL_SECONDS),
    },
  });
  return { service, url: `http://localhost:${port}` };
}

/** What `/status` says of the last sync, as far as it is shown here. */
export interface SyncSummary {
  read: number;
  scored: number;
  pushed: number;
  failed: number;
}

/** Waits until the sync that this start began is done; rejects when the companion ends or that sync failed. */
export async function waitForSync(
  companion: RunningCompanion,
  progress: (text: string) => void,
): Promise<SyncSummary> {
  for (;;) {
    const ended = await Promise.race([companion.service.ended, delay(POLL_MS, undefined)]);
    if (ended !== undefined) {
      throw new CommandError(
        `The companion ended with exit code ${ended}:\n${companion.service.lastLines()}`,
      );
    }
    const status = await readStatus(companion.url);
    if (!status) continue;
    // Where it is told to wait for its tick, an earlier start's run has to do.
    const since = process.env.SYNC_ON_START === 'false' ? '' : status.startedAt;
    const run = status.lastRuns.find(
      ({ job, startedAt }) => job === 'sync' && startedAt !== null && startedAt >= since,
    );
    if (run?.state === 'succeeded') return run.counts;
    if (run?.state === 'failed') throw new CommandError(`The sync failed: ${run.error}`);
    if (status.progress) progress(status.progress);
  }
}

interface Status {
  startedAt: string;
  lastRuns: { job: string; state: string; startedAt: string | null; counts: SyncSummary; error?: string }[];
  progress?: string | null;
}

async function readStatus(url: string): Promise<Status | undefined> {
  try {
    const response = await fetch(`${url}/status`, { headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as Status) : undefined;
  } catch {
    // It does not listen yet.
    return undefined;
  }
}
