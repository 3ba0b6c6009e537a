import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startCompanion, type CompanionService } from '../support/companion-service.ts';
import { startOrgProxy, type OrgProxy } from '../support/org-proxy.ts';
import { readOrgState } from '../support/org-state.ts';
import { prepareOrg, type OrgCopy, type PreparedOrg } from '../support/prepared-org.ts';
import { changeTheBook } from '../support/change-the-book.ts';
import { seededRandom } from '../support/seeded-random.ts';

/** How often the companion is killed in each of the two halves; more by hand: CRASH_KILLS=100 CRASH_SEED=7. */
const KILLS = Number(process.env.CRASH_KILLS ?? 7);
const SEED = Number(process.env.CRASH_SEED ?? 20261123);
/** A first read of the demo with all its writes is about this many calls. */
const CALLS_OF_A_RUN = 75;

let prepared: PreparedOrg;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-crash-'));
  prepared = await prepareOrg();
}, 300_000);

afterAll(() => {
  prepared?.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Setup {
  org: OrgCopy;
  proxy: OrgProxy;
  start(): CompanionService;
}

async function withCopy<T>(name: string, use: (setup: Setup) => Promise<T>): Promise<T> {
  const org = await prepared.startCopy();
  const proxy = await startOrgProxy(org.url);
  const start = () =>
    startCompanion({
      SALESFORCE_LOGIN_URL: proxy.url,
      SALESFORCE_CLIENT_ID: prepared.clientId,
      SALESFORCE_CLIENT_SECRET: prepared.clientSecret,
      COMPANION_DATA_DIR: path.join(folder, name),
      // Every start syncs; the clock adds nothing that the comparison would have to know of.
      SYNC_CRON: '0 0 1 1 *',
      REQUEST_POLL_SECONDS: '1',
    });
  try {
    return await use({ org, proxy, start });
  } finally {
    await proxy.close();
    await org.stop();
  }
}

interface Status {
  totals: { writesWaiting: number; writesSetAside: number };
  lastRuns: { state: string; error: string | null }[];
  requests: { done: number; lastPollAt: string | null };
}

/** Lets the companion finish: its sync, what is due, and the requests that are open. */
async function finish(start: () => CompanionService, org: OrgCopy): Promise<void> {
  const companion = start();
  const url = await companion.url;
  for (;;) {
    const status = (await (await fetch(`${url}/status`)).json()) as Status;
    if (status.lastRuns[0]?.state === 'failed') throw new Error(String(status.lastRuns[0].error));
    const isDone = status.lastRuns[0]?.state === 'succeeded' && status.totals.writesWaiting === 0;
    if (isDone && (await countOpenRequests(org)) === 0) break;
  }
  expect(await companion.stop()).toBe(0);
}

async function countOpenRequests({ url, accessToken }: OrgCopy): Promise<number> {
  const soql = encodeURIComponent(`SELECT COUNT() FROM CS_Request__c WHERE CS_Status__c IN ('New','Running')`);
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await fetch(`${url}/services/data/v66.0/query?q=${soql}`, { headers });
  return ((await answer.json()) as { totalSize: number }).totalSize;
}

/** Kills the companion at its n-th call: before it reaches the org, or when the org has done it and nobody heard. */
async function killAtCall(
  { start, proxy }: Setup,
  call: number,
  moment: 'before' | 'after',
): Promise<{ path: string } | null> {
  const first = proxy.passed.length;
  const companion = start();
  const struck = Promise.withResolvers<{ path: string }>();
  proxy.onRequest = (request, when) => {
    const isTheOne = proxy.passed.indexOf(request) === first + call;
    if (!isTheOne || when !== moment) return;
    companion.kill();
    struck.resolve({ path: `${request.method} ${request.path.slice(0, 60)}` });
  };
  // A run that has fewer calls than that is through: polls for requests make up the rest.
  const done = await Promise.race([struck.promise, companion.ended.then(() => null)]);
  await companion.ended;
  proxy.onRequest = () => undefined;
  return done;
}

/** The whole flow in two halves: a first read, then a day's changes; `strike` is what happens in between. */
function runFlow(name: string, strike: (setup: Setup) => Promise<void>): Promise<Record<string, string[]>> {
  return withCopy(name, async (setup) => {
    await strike(setup);
    await finish(setup.start, setup.org);
    await changeTheBook(setup.org);
    await strike(setup);
    await finish(setup.start, setup.org);
    return readOrgState(setup.org);
  });
}

test(`killed ${2 * KILLS} times at any call, it leaves the org as a run without a crash does`, async () => {
  const undisturbed = await runFlow('calm', async () => undefined);

  const random = seededRandom(SEED);
  const blows: string[] = [];
  const struck = await runFlow('struck', async (setup) => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const call = Math.floor(random() * CALLS_OF_A_RUN);
      const moment = random() < 0.5 ? 'before' : 'after';
      const blow = await killAtCall(setup, call, moment);
      blows.push(`${moment} call ${call}: ${blow?.path ?? 'ended'}`);
    }
  });

  expect(blows.filter((blow) => blow.endsWith('ended'))).toEqual([]);
  expect(undisturbed['CS_Account_Change__c']?.length).toBeGreaterThan(0);
  for (const object of Object.keys(undisturbed)) {
    expect({ object, records: struck[object] }).toEqual({ object, records: undisturbed[object] });
  }
}, 600_000);
