import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { createApiBudget } from '../usecases/api-budget.ts';
import { createApiKey } from '../usecases/api-keys.ts';
import type { StatusDeps } from '../usecases/read-status.ts';
import { createRunMonitor } from '../usecases/run-monitor.ts';
import { MemoryConnections } from '../usecases/testing/memory-connections.ts';
import { MemoryInbound } from '../usecases/testing/memory-inbound.ts';
import { MemoryUsage } from '../usecases/testing/memory-usage.ts';
import { setupPortfolio } from '../usecases/testing/scored-portfolio.ts';
import { createWebhook, hookPath } from '../usecases/webhooks.ts';
import { createApp } from './app.ts';
import { BODIES } from './hooks/testing/bodies.ts';
import { SIGNERS } from './hooks/testing/deliveries.ts';

const AT = '2026-11-22T09:00:00.000Z';
const clock = () => new Date(AT);

const GONE = {
  ...{ name: 'gone', loginUrl: 'https://gone.example', problem: 'No org answers <there>.', since: AT },
  ...{ tries: 3, nextTryAt: '2026-11-22T09:00:04.000Z', isEnvironment: false },
};
const ENVIRONMENT = { ...GONE, name: 'environment', isEnvironment: true };

interface Wanted {
  atWork?: ('home' | 'other')[];
  waiting?: (typeof GONE)[];
}

async function orgNamed(orgId: string, name: string, accounts: number, used: number) {
  const totals = { accounts, scores: 0, writesWaiting: 0, writesSetAside: 0, firstReadAt: AT };
  const store = {
    ping: async () => undefined,
    totals: async () => totals,
    countScoredBefore: async () => 0,
    writeErrors: async () => [],
    lastRuns: async () => [],
    alertTotals: async () => ({
      ...{ open: 0, snoozed: 0, waiting: { bell: 0, email: 0 }, failed: 0, uncertain: 0, oldestDueAt: null },
    }),
    waitingInbound: async () => ({ held: 0, queued: 0, unseen: 0, newest: [] }),
  } as unknown as StatusDeps['store'];
  const org = { orgId, name, instanceUrl: `https://${name}.example` };
  const { queries } = await setupPortfolio();
  return {
    queries,
    status: {
      ...{ org, store, clock, database: 'embedded', startedAt: AT, monitor: createRunMonitor() },
      access: 'write-back' as const,
      config: { state: () => null },
      nextSyncAt: () => null,
      alertLimits: { bellsPerHour: 5000, emailsPerDay: 500 },
      budget: createApiBudget(() => ({ used, limit: 15_000 }), 50),
    },
    v1: {
      org,
      store: queries,
      usage: new MemoryUsage(),
      clock,
      recentBooks: () => Promise.reject(new Error('not asked for')),
      executiveBooks: () => Promise.reject(new Error('not asked for')),
      checkUp: { now: () => Promise.reject(new Error('not asked for')) },
    },
  };
}

async function setup({ atWork = ['home', 'other'], waiting = [GONE] }: Wanted = {}) {
  const home = await orgNamed('00D1', 'home', 5, 10);
  const other = await orgNamed('00D2', 'other', 7, 8_000);
  // One database: both orgs know every key.
  other.v1.store = home.queries;
  const login = { authorizeUrl: () => '', redeemCode: () => Promise.reject(new Error('not asked for')) };
  const inbound = new MemoryInbound();
  const database = { isUp: true };
  const ping = () => (database.isUp ? Promise.resolve() : Promise.reject(new Error('connection lost')));
  const app = createApp(
    {
      orgs: () => atWork.map((name) => ({ home, other })[name]),
      waiting: () => waiting,
      store: Object.assign(home.queries, inbound, { ping }),
      ...{ clock, requestsPerMinute: 100 },
      connect: {
        ...{
          store: new MemoryConnections(),
          box: { seal: String, open: String, isOutdated: () => false },
          login,
          clock,
        },
        redirectUri: 'https://companion.example/connect/callback',
      },
    },
    { request: () => undefined, error: () => undefined },
  );
  const keyOf = async (orgId: string) => {
    const about = { name: 'k', scopes: ['jobs:read' as const], createdAt: AT, expiresAt: null };
    return (await createApiKey(orgId, about, home.queries)).secret;
  };
  return { app, keyOf, queries: home.queries, inbound, database, home, other };
}

describe('a service of several orgs', () => {
  test('shows the org of the environment, leads to the others, and says why one is not at work', async () => {
    const { app } = await setup();
    const { text } = await request(app).get('/').expect(200);
    expect(text).toContain('home at https://home.example');
    expect(text).toContain('<a href="/?org=00D2">other</a>: at work');
    expect(text).toContain(
      'gone (https://gone.example): No org answers &lt;there&gt;. Tried 3 times, next at 2026-11-22 09:00:04 UTC.',
    );
    expect(text).toContain('10 of 15,000 of the org in 24 hours; the companion keeps below 50%');
  });

  test('shows another org when it is asked for, and that its calls run short', async () => {
    const { app } = await setup();
    const { text } = await request(app).get('/?org=00D2').expect(200);
    expect(text).toContain('other at https://other.example');
    expect(text).toContain('Work is put off: the API calls of the org run short.');
    const { body } = await request(app).get('/status?org=00D2');
    expect(body).toMatchObject({ org: { orgId: '00D2' }, budget: { pace: 'spent', usage: { used: 8_000 } } });
  });

  test('gives each family of metrics once, with a sample for each org', async () => {
    const { text } = await request((await setup()).app).get('/metrics');
    const lines = text.split('\n');
    expect(lines.filter((line) => line.startsWith('tenure_accounts{'))).toEqual([
      'tenure_accounts{org="00D1"} 5',
      'tenure_accounts{org="00D2"} 7',
    ]);
    expect(lines.filter((line) => line === '# TYPE tenure_accounts gauge')).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('process_resident_memory_bytes'))).toHaveLength(1);
    expect(lines).toContain('tenure_api_pace{org="00D2"} 2');
  });

  test('answers under /v1 about the org of the key, and says when that org is not connected', async () => {
    const { app, keyOf, queries } = await setup();
    const asked: string[] = [];
    queries.pageRuns = async (orgId) => {
      asked.push(orgId);
      return [];
    };
    const get = async (orgId: string) =>
      request(app)
        .get('/v1/jobs')
        .set('authorization', `Bearer ${await keyOf(orgId)}`);
    expect((await get('00D1')).status).toBe(200);
    expect((await get('00D2')).status).toBe(200);
    expect(asked).toEqual(['00D1', '00D2']);
    expect((await get('00D3')).status).toBe(503);
  });
});

describe('a service whose org of the environment does not answer', () => {
  const away = { atWork: ['other' as const], waiting: [ENVIRONMENT] };

  test('serves the others, and says what it waits for, on its page and in its metrics', async () => {
    const { app, keyOf } = await setup(away);
    const { text } = await request(app).get('/').expect(200);
    expect(text).toContain('other at https://other.example');
    expect(text).toContain(
      '<p class="verdict" role="status">The org of the environment is not at work: No org answers &lt;there&gt;.',
    );
    const lines = (await request(app).get('/metrics')).text.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'tenure_org_connected{connection="other",org="00D2"} 1',
        'tenure_org_connected{connection="environment"} 0',
        'tenure_org_connect_tries{connection="environment"} 3',
      ]),
    );
    const jobs = async (orgId: string) =>
      request(app)
        .get('/v1/jobs')
        .set('authorization', `Bearer ${await keyOf(orgId)}`);
    expect((await jobs('00D2')).status).toBe(200);
    expect((await jobs('00D1')).status).toBe(503);
  });

  test('is ready for the others, and alive without any', async () => {
    const { body } = await request((await setup(away)).app)
      .get('/readyz')
      .expect(200);
    expect(body).toMatchObject({
      checks: [
        { name: 'database', problem: null },
        { name: 'org', org: 'other', problem: null },
        { name: 'first sync', org: 'other', problem: null },
        { name: 'org', org: 'environment', problem: 'No org answers <there>.' },
      ],
    });
    const alone = await setup({ atWork: [], waiting: [ENVIRONMENT] });
    await request(alone.app).get('/readyz').expect(503);
    await request(alone.app).get('/healthz').expect(200);
    const { text } = await request(alone.app).get('/').expect(200);
    expect(text).toContain('No org is at work: none of them answers.');
    expect(text).toContain('environment (https://gone.example): No org answers &lt;there&gt;.');
    const { body: status } = await request(alone.app).get('/status').expect(200);
    expect(status).toMatchObject({ org: null, lastRuns: [], idle: [{ name: 'environment', tries: 3 }] });
  });

  test('is not ready without a database, nor before an org was read', async () => {
    const { app, database, other } = await setup(away);
    database.isUp = false;
    await request(app).get('/readyz').expect(503);
    database.isUp = true;
    other.status.monitor.orgError = 'No org answers';
    await request(app).get('/readyz').expect(503);
    const none = await setup({ atWork: [], waiting: [] });
    const { body } = await request(none.app).get('/readyz').expect(503);
    expect(body).toMatchObject({ checks: [{}, { name: 'org', problem: 'No org is connected yet.' }] });
    expect((await request(none.app).get('/')).text).toContain('connect add NAME');
  });
});

describe('a hook', () => {
  test('takes what comes for its own org, whichever that is, and whether or not it is at work', async () => {
    const { app, inbound } = await setup({ atWork: ['other'] });
    const send = async (orgId: string, signedFor = orgId) => {
      const about = { source: 'jira' as const, name: 'j', mapping: {}, createdAt: AT };
      const { hook } = await createWebhook(orgId, about, `a secret of ${orgId}`, inbound);
      const body = Buffer.from(JSON.stringify(BODIES.jira));
      return request(app)
        .post(hookPath(hook))
        .set('content-type', 'application/json')
        .set(SIGNERS.jira(body, `a secret of ${signedFor}`, AT))
        .serialize((data) => data as string)
        .send(body as unknown as string);
    };
    expect((await send('00D2')).status).toBe(202);
    expect((await send('00D1')).status).toBe(202);
    // The secret of one org opens no hook of another.
    expect((await send('00D1', '00D2')).status).toBe(401);
    expect(inbound.keptFor).toEqual(['00D2', '00D1']);
  });
});
