import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changeTheBook } from './change-the-book.ts';
import { startCompanion, type CompanionService } from './companion-service.ts';
import { startOrgProxy, type OrgProxy } from './org-proxy.ts';
import { readOrgState } from './org-state.ts';
import type { OrgCopy, PreparedOrg } from './prepared-org.ts';

/** A copy of the org, and companions that reach it through proxies of their own. */
export interface Stage {
  org: OrgCopy;
  /** A companion with a proxy between it and the org; all are ended with the stage. */
  start(env?: Record<string, string>): Promise<{ companion: CompanionService; proxy: OrgProxy }>;
  /** Where the companions keep their data unless they are told otherwise. */
  folder: string;
}

/** Starts a copy of the org for a test, and ends all that was started on it. */
export async function onStage<T>(prepared: PreparedOrg, use: (stage: Stage) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenure-stage-'));
  const org = await prepared.startCopy();
  const started: { companion: CompanionService; proxy: OrgProxy }[] = [];
  try {
    return await use({
      org,
      folder,
      async start(env = {}) {
        const proxy = await startOrgProxy(org.url);
        const companion = startCompanion({
          SALESFORCE_LOGIN_URL: proxy.url,
          SALESFORCE_CLIENT_ID: prepared.clientId,
          SALESFORCE_CLIENT_SECRET: prepared.clientSecret,
          COMPANION_DATA_DIR: folder,
          // Every start syncs; the clock adds nothing unless the test asks for it.
          SYNC_CRON: '0 0 1 1 *',
          REQUEST_POLL_SECONDS: '1',
          ...env,
        });
        started.push({ companion, proxy });
        return { companion, proxy };
      },
    });
  } finally {
    for (const { companion, proxy } of started) {
      companion.kill();
      await companion.ended;
      await proxy.close();
    }
    await org.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Status {
  totals: { writesWaiting: number };
  lastRuns: { job: string; scheduledAt: string; state: string; error: string | null }[];
}

/** Waits until a sync that was planned after `since` ended well, no write waits, and every request is answered. */
export async function untilSettled(companion: CompanionService, org: OrgCopy, since: string): Promise<void> {
  const url = await companion.url;
  for (;;) {
    const { totals, lastRuns } = (await (await fetch(`${url}/status`)).json()) as Status;
    const failed = lastRuns.find(({ state }) => state === 'failed');
    const isSynced = lastRuns.some(({ state, scheduledAt }) => state === 'succeeded' && scheduledAt > since);
    if (isSynced && totals.writesWaiting === 0 && (await countOpenRequests(org)) === 0) return;
    if (lastRuns[0] === failed && failed) throw new Error(`${failed.error}\n${companion.log()}`);
  }
}

/** Waits until every request of a user is answered. */
export async function untilAnswered(org: OrgCopy): Promise<void> {
  while ((await countOpenRequests(org)) > 0);
}

async function countOpenRequests({ url, accessToken }: OrgCopy): Promise<number> {
  const soql = `SELECT COUNT() FROM CS_Request__c WHERE CS_Status__c IN ('New', 'Running')`;
  const answer = await fetch(`${url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return ((await answer.json()) as { totalSize: number }).totalSize;
}

/**
 * The whole flow on one companion at a time, in two halves: a first read, then a day's changes.
 *
 * @param strike what happens to companions before each half is brought to its end
 * @returns what the org holds of the companion's work afterwards
 */
export function runFlow(
  prepared: PreparedOrg,
  strike: (stage: Stage) => Promise<void>,
): Promise<Record<string, string[]>> {
  return onStage(prepared, async (stage) => {
    for (const change of [async () => undefined, () => changeTheBook(stage.org)]) {
      await change();
      await strike(stage);
      const startedAt = new Date().toISOString();
      const { companion } = await stage.start();
      await untilSettled(companion, stage.org, startedAt);
      await companion.stop();
    }
    return readOrgState(stage.org);
  });
}
