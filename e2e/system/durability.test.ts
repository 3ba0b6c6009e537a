import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { describeChangeEvents } from '../support/change-event-tests.ts';
import { changeTheBook } from '../support/change-the-book.ts';
import { runCompanionCommand, type CompanionService } from '../support/companion-service.ts';
import { allowPerson, connectInBrowser } from '../support/connect-in-browser.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { onStage, runFlow, untilAnswered, untilSettled, type Stage } from '../support/disturbed-flow.ts';
import { startOrgProxy, type OrgProxy } from '../support/org-proxy.ts';
import { readOrgState } from '../support/org-state.ts';
import { prepareOrg, type PreparedOrg } from '../support/prepared-org.ts';
import { insertAll, query } from '../support/rest.ts';
import { seededRandom } from '../support/seeded-random.ts';
import {
  expectOwnHook,
  expectOwnSync,
  expectWorkWithoutEnvironment,
  startWithoutHome,
  statusOf,
} from '../support/two-orgs.ts';
import { findOverlappingWrites } from '../support/written-records.ts';

/** How often the companion is killed in each half of the flow; more by hand: CRASH_KILLS=100 CRASH_SEED=7. */
const KILLS = Number(process.env.CRASH_KILLS ?? 4);
const SEED = Number(process.env.CRASH_SEED ?? 20261123);
/** A first read of the demo with all its writes is about this many calls. */
const CALLS_OF_A_RUN = 75;
/** Enough for the Bulk API, which begins at 2,000. */
const LARGE = 2_200;
const SECOND_ORG = '00D000000000002AAA';

let prepared: PreparedOrg;
/** What the org holds after a flow that nothing disturbed. */
let undisturbed: Record<string, string[]>;

beforeAll(async () => {
  prepared = await prepareOrg();
  undisturbed = await runFlow(prepared, async () => undefined);
}, 400_000);

afterAll(() => prepared?.remove());

/** Record for record; what differs is shown, not the thousands of records that do not. */
function expectUndisturbed(state: Record<string, string[]>): void {
  const without = (all: string[] = [], others: string[] = []) =>
    all.filter((record) => !others.includes(record));
  for (const [object, records] of Object.entries(undisturbed)) {
    const [missing, extra] = [without(records, state[object]), without(state[object], records)];
    expect({ object, count: state[object]?.length, missing, extra }).toEqual({
      ...{ object, count: records.length },
      ...{ missing: [], extra: [] },
    });
  }
}

/** Kills a companion at its n-th call: before that reaches the org, or when the org has done it and nobody heard. */
async function killAtCall(stage: Stage, call: number, moment: 'before' | 'after'): Promise<string> {
  const { companion, proxy } = await stage.start();
  let blow = 'it ended by itself';
  proxy.onRequest = (request, when) => {
    if (proxy.passed.indexOf(request) !== call || when !== moment) return;
    blow = `${when} ${request.method}`;
    companion.kill();
  };
  await companion.ended;
  return blow;
}

describe('a companion that is killed', () => {
  test(`${2 * KILLS} times, at any call, leaves the org as a run without a crash does`, async () => {
    const random = seededRandom(SEED);
    const blows: string[] = [];
    const state = await runFlow(prepared, async (stage) => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const call = Math.floor(random() * CALLS_OF_A_RUN);
        blows.push(await killAtCall(stage, call, random() < 0.5 ? 'before' : 'after'));
      }
    });

    expect(blows).not.toContain('it ended by itself');
    expect(undisturbed['CS_Account_Change__c']?.length).toBeGreaterThan(0);
    expectUndisturbed(state);
  }, 600_000);
});

/** What users were told that could not be done, and what the companions logged of it. */
async function refusalsToUsers(
  { org }: Stage,
  replicas: { companion: CompanionService }[],
): Promise<(string | null)[]> {
  const told = await query<{ CS_Message__c: string | null }>(
    org,
    "SELECT CS_Message__c FROM CS_Request__c WHERE CS_Status__c = 'Failed'",
  );
  const logged = replicas.flatMap(({ companion }) => companion.log().split('\n'));
  return [
    ...told.map(({ CS_Message__c }) => CS_Message__c),
    ...logged.filter((line) => line.includes('request of a user failed')),
  ];
}

describe('three replicas on one PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database?.drop());

  test('run each tick once, take over from one that is killed and from one that is stopped, and leave the same', async () => {
    const env = { DATABASE_URL: database.url, SYNC_CRON: '*/3 * * * * *', COMPANION_LEASE_SECONDS: '10' };
    const { state, proxies } = await onStage(prepared, async (stage) => {
      const startedAt = new Date().toISOString();
      const first = await stage.start(env);
      await first.companion.url;
      // Alone so far, it is the one whose sync is cut off, at its fourth write.
      const struck = killAtWrite(first.proxy, 4, () => first.companion.kill());
      const replicas = [await stage.start(env), await stage.start(env)];
      await struck;
      const [second, third] = replicas as [typeof first, typeof first];
      await untilSettled(second.companion, stage.org, startedAt);

      replicas.push(await stage.start(env));
      await replicas[2]?.companion.url;
      await changeTheBook(stage.org);
      const changedAt = new Date().toISOString();
      // Asked to stop in the middle of its work, it says goodbye in order and the others do the rest.
      const isStopping = killAtWrite(third.proxy, 1, () => undefined);
      await Promise.race([isStopping, untilSettled(second.companion, stage.org, changedAt)]);
      const askedAt = performance.now();
      expect(await third.companion.stop()).toBe(0);
      // What stops a container kills it after thirty seconds.
      expect(performance.now() - askedAt).toBeLessThan(30_000);
      await untilSettled(second.companion, stage.org, new Date().toISOString());
      expect(await refusalsToUsers(stage, [first, ...replicas])).toEqual([]);
      return {
        state: await readOrgState(stage.org),
        proxies: [first, ...replicas].map(({ proxy }) => proxy),
      };
    });

    expectUndisturbed(state);
    expect(proxies.flatMap(({ passed }) => passed).length).toBeGreaterThan(50);
    expect(findOverlappingWrites(proxies)).toEqual([]);
    expect(await findOverlappingRuns(database.url)).toEqual([]);
  }, 300_000);
});

describe('an org of thousands of accounts', () => {
  test('is read and written in a fraction of the calls that collections of 200 take', async () => {
    await onStage(prepared, async (stage) => {
      const made = Array.from({ length: LARGE }, (_, index) => ({
        Name: `Bulk ${index}`,
        CS_Status__c: 'Active',
      }));
      await insertAll(stage.org, 'Account', made);
      const startedAt = new Date().toISOString();
      const { companion, proxy } = await stage.start();
      await untilSettled(companion, stage.org, startedAt);

      const jobs = proxy.passed.filter(({ method, path }) => method === 'POST' && path.includes('/jobs/'));
      const objects = jobs.map(({ body }) => (JSON.parse(body) as { object?: string }).object ?? 'query');
      expect(objects.filter((object) => object === 'query')).toHaveLength(10);
      expect(objects).toEqual(expect.arrayContaining(['Account', 'CS_Account_Snapshot__c']));
      const unscored = await query(stage.org, 'SELECT Id FROM Account WHERE CS_Open_Tickets__c = null');
      const [snapshots] = await query<{ n: number }>(
        stage.org,
        'SELECT COUNT(Id) n FROM CS_Account_Snapshot__c WHERE CS_As_Of__c = TODAY',
      );
      expect({ unscored: unscored.length, snapshots: snapshots?.n }).toEqual({
        unscored: 0,
        snapshots: LARGE + 42,
      });
      // Nothing is asked for account by account, and collections carry only what is few.
      const asked = proxy.passed.map(({ path, body }) =>
        path.endsWith('/composite') ? decodeURIComponent(body) : decodeURIComponent(path),
      );
      expect(asked.filter((path) => path.includes("AccountId IN ('"))).toEqual([]);
      expect(asked.filter((path) => path.includes('/composite/')).length).toBeLessThan(LARGE / 100);
    });
  }, 200_000);
});

describeChangeEvents(() => prepared);

describe('a second org in one service', () => {
  test('is connected by a person in a browser, works for itself, and delays nobody when it is gone', async () => {
    await onStage(prepared, async (stage) => {
      const second = await prepared.startCopy();
      const proxy = await startOrgProxy(second.url, SECOND_ORG);
      try {
        await allowPerson(second);
        const env = {
          COMPANION_PUBLIC_URL: 'http://localhost:4610',
          COMPANION_ENCRYPTION_KEYS: `first:${randomBytes(32).toString('base64')}`,
        };
        const startedAt = new Date().toISOString();
        const home = await stage.start(env);
        await untilSettled(home.companion, stage.org, startedAt);
        const url = await home.companion.url;
        const secretFile = path.join(stage.folder, 'secret');
        writeFileSync(secretFile, prepared.clientSecret);
        const run = (...args: string[]) =>
          runCompanionCommand({ COMPANION_DATA_DIR: stage.folder, ...env }, args);
        const about = [
          '--login-url',
          proxy.url,
          '--client-id',
          prepared.clientId,
          '--secret-file',
          secretFile,
        ];
        expect((await run('connect', 'add', 'second', '--flow', 'web-server', ...about)).code).toBe(0);
        rmSync(secretFile);
        const { output } = await run('connect', 'link', 'second');
        const link = /http\S+/.exec(output)?.[0] ?? '';

        expect(await connectInBrowser(link, url)).toContain(`The companion may use second (${SECOND_ORG})`);
        await expect(connectInBrowser(link, url)).rejects.toThrow('answered 400');
        await untilSynced(url, SECOND_ORG);
        const key = /tenure_[\w-]{43}/.exec(
          (await run('api-key', 'create', '--name', 'b', '--org', SECOND_ORG)).output,
        )?.[0];
        const headers = { authorization: `Bearer ${key}` };
        expect((await fetch(`${url}/v1/accounts`, { headers })).status).toBe(200);
        expect(await (await fetch(`${url}/metrics`)).text()).toContain(
          `tenure_accounts{org="${SECOND_ORG}"} 42`,
        );

        await expectOwnSync(run, url, 'second', SECOND_ORG);
        await expectOwnHook(run, url, 'second', SECOND_ORG);

        expect(await home.companion.stop()).toBe(0);
        await expectWorkWithoutEnvironment(run, stage, env, SECOND_ORG);
        const again = await startWithoutHome(stage, env, SECOND_ORG);

        // Its server is gone, and the first org does not notice.
        await proxy.close();
        await second.stop();
        await changeTheBook(stage.org);
        await untilAnswered(stage.org);

        const secrets = [...proxy.secrets, ...home.proxy.secrets, ...again.proxy.secrets];
        expect(secrets.length).toBeGreaterThan(4);
        const logged = home.companion.log() + again.companion.log() + output;
        expect(secrets.filter((secret) => logged.includes(secret))).toEqual([]);
        expect(home.companion.log()).toContain('"request"');
      } finally {
        await second.stop();
      }
    });
  }, 200_000);
});

/** Waits until an org was read once. */
async function untilSynced(companionUrl: string, orgId: string): Promise<void> {
  for (;;) {
    const status = await statusOf(companionUrl, orgId);
    const { firstReadAt, writesWaiting } = status.totals;
    if (status.org?.orgId === orgId && firstReadAt !== null && writesWaiting === 0) return;
  }
}

/** Resolves when the n-th write of a proxy is about to reach the org. */
function killAtWrite(proxy: OrgProxy, count: number, strike: () => void): Promise<void> {
  return new Promise((resolve) => {
    let writes = 0;
    proxy.onRequest = ({ method, path }, moment) => {
      if (moment !== 'before' || method === 'GET' || !path.includes('/composite/')) return;
      writes += 1;
      if (writes !== count) return;
      strike();
      resolve();
    };
  });
}

/** Ticks that were planned twice, and syncs that ran at the same time. */
async function findOverlappingRuns(url: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT a.id, b.id FROM job_run a JOIN job_run b ON a.id < b.id AND a.job = b.job AND a.org_id = b.org_id
       WHERE a.scheduled_at = b.scheduled_at
          OR (a.started_at < b.finished_at AND b.started_at < a.finished_at)`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
