import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import type { AlertQueryStore, AlertTotals } from '../usecases/alert-ports.ts';
import type { JobRun, RunStore, StatusStore, StoredTotals } from '../usecases/ports.ts';
import type { FeedState } from '../usecases/change-ports.ts';
import type { StatusDeps } from '../usecases/read-status.ts';
import { fail, type Finding } from '../usecases/doctor/finding.ts';
import { createRunMonitor } from '../usecases/run-monitor.ts';
import { MemoryInbound } from '../usecases/testing/memory-inbound.ts';
import { MemoryQueries } from '../usecases/testing/memory-queries.ts';
import { MemoryStore } from '../usecases/testing/memory-store.ts';
import { MemoryUsage } from '../usecases/testing/memory-usage.ts';
import { createApp } from './app.ts';

const AT = '2026-11-22T09:00:00.000Z';
const RUN: JobRun = {
  id: '1',
  job: 'sync',
  scheduledAt: AT,
  startedAt: AT,
  finishedAt: '2026-11-22T09:00:02.500Z',
  state: 'succeeded',
  counts: { read: 500, scored: 500, pushed: 1000, failed: 0, full: true },
  error: null,
};

interface Known {
  configProblem?: string;
  totals?: Partial<StoredTotals>;
  stale?: number;
  isStopping?: boolean;
  checkUp?: { findings: Finding[]; at: string };
  ping?: StatusStore['ping'];
  runs?: JobRun[];
  lastRuns?: RunStore['lastRuns'];
  feed?: Partial<FeedState> | null;
}

const FEED: FeedState = {
  ...{ channel: '/data/CS_Tenure__chn', replayId: 7, connectedSince: AT, lastEventAt: AT },
  ...{ events: 1200, ownEvents: 30, reconnects: 2, problem: null },
};

function setup(known: Known = {}) {
  const totals = {
    accounts: 500,
    scores: 500,
    writesWaiting: 0,
    writesSetAside: 0,
    firstReadAt: AT,
    ...known.totals,
  };
  const alerts: AlertTotals = {
    ...{ open: 3, snoozed: 1, failed: 0, uncertain: 1, oldestDueAt: '2026-11-22T08:59:30.000Z' },
    waiting: { bell: 2, email: 4 },
  };
  const store: StatusStore & Pick<RunStore, 'lastRuns'> & Pick<AlertQueryStore, 'alertTotals'> = {
    alertTotals: async () => alerts,
    ping: known.ping ?? (async () => undefined),
    totals: async () => totals,
    countScoredBefore: async () => known.stale ?? 0,
    writeErrors: async () => [],
    lastRuns: known.lastRuns ?? (async () => known.runs ?? [RUN]),
  };
  const config = { version: 'starter-1', hash: 'abc', recordId: null, problem: known.configProblem ?? null };
  const monitor = createRunMonitor();
  const errors: { error: unknown; requestId: string }[] = [];
  const base = Object.assign(new MemoryQueries(new MemoryStore()), new MemoryInbound(), { ping: store.ping });
  const clock = () => new Date(AT);
  const status: StatusDeps = {
    org: { orgId: '00D', name: 'Acme <b>', instanceUrl: 'https://acme.example' },
    database: 'embedded',
    config: { state: () => config },
    startedAt: AT,
    store: Object.assign(new MemoryInbound(), store as StatusStore & RunStore & typeof store),
    alertLimits: { bellsPerHour: 5000, emailsPerDay: 500 },
    monitor,
    clock,
    access: 'write-back',
    nextSyncAt: () => new Date('2026-11-22T09:15:00.000Z'),
    checkUp: { last: () => known.checkUp ?? null },
    ...(known.feed === undefined
      ? {}
      : { readFeed: async () => (known.feed ? { ...FEED, ...known.feed } : null) }),
  };
  const v1 = {
    ...{ org: status.org, store: base, usage: new MemoryUsage(), clock },
    recentBooks: () => Promise.reject(new Error('not asked for')),
    executiveBooks: () => Promise.reject(new Error('not asked for')),
    checkUp: { now: () => Promise.reject(new Error('not asked for')) },
  };
  const app = createApp(
    {
      ...{ orgs: () => [{ status, v1 }], waiting: () => [], store: base, clock, requestsPerMinute: 10 },
      isStopping: () => known.isStopping ?? false,
    },
    { request: () => undefined, error: (error, requestId) => errors.push({ error, requestId }) },
  );
  return { app, monitor, errors };
}

describe('the HTTP side', () => {
  test('is alive whatever the state of the rest', async () => {
    const { app } = setup({ ping: () => Promise.reject(new Error('gone')) });
    const { body } = await request(app).get('/healthz').expect(200);
    expect(body).toEqual({ status: 'ok' });
  });

  test('is ready when the database and the org answer and the org was read once', async () => {
    const { body } = await request(setup().app).get('/readyz').expect(200);
    expect(body).toMatchObject({ status: 'ready' });
  });

  test('names each thing that keeps it from being ready', async () => {
    const { app, monitor } = setup({ ping: () => Promise.reject(new Error('connection lost')) });
    monitor.orgError = 'No org answers at https://acme.example';
    const { body } = await request(app)
      .get('/readyz')
      .expect(503)
      .expect('content-type', /problem\+json/);
    expect(body).toMatchObject({
      title: 'Not ready',
      checks: [
        { name: 'database', problem: 'connection lost' },
        { name: 'org', problem: 'No org answers at https://acme.example' },
        { name: 'first sync', problem: 'The org has not been read completely yet.' },
      ],
    });
  });

  test('is not ready from the moment it is asked to stop, and alive all the same', async () => {
    const { app } = setup({ isStopping: true });
    const { body } = await request(app).get('/readyz').expect(503);
    expect(body.checks[0]).toEqual({ name: 'service', problem: 'It is stopping: send work elsewhere.' });
    await request(app).get('/healthz').expect(200);
  });

  test('gives the last runs with counts and durations, the next tick, and the progress of the run under way', async () => {
    const { app, monitor } = setup();
    const progress = { read: 200, scored: 200, pushed: 150, failed: 0, of: 500 };
    monitor.running = { job: 'sync', startedAt: AT, progress };
    const { body } = await request(app).get('/status').expect(200);
    expect(body).toMatchObject({
      access: 'write-back',
      nextSyncAt: '2026-11-22T09:15:00.000Z',
      progress: '200 of 500 accounts scored, 150 writes done',
      lastRuns: [{ job: 'sync', state: 'succeeded', seconds: 2.5, counts: { read: 500, pushed: 1000 } }],
    });
  });

  test('shows people a page without scripts, with everything escaped', async () => {
    const { text, headers } = await request(setup().app).get('/').expect(200).expect('content-type', /html/);
    expect(text).toContain('All is well.');
    expect(text).toContain('Acme &lt;b&gt;');
    expect(text).not.toMatch(/<script|<b>/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.each([
    [{ firstReadAt: null }, 'The org has not been read yet.'],
    [{ writesSetAside: 3 }, '3 writes were refused by the org.'],
  ])('puts first on the page what needs attention: %j', async (totals, verdict) => {
    const { text } = await request(setup({ totals }).app).get('/');
    expect(text).toContain(`<p class="verdict" role="status">${verdict}</p>`);
  });

  test('shows people how it stands with alerts, the limits, and rules that are not applied', async () => {
    const { app, monitor } = setup();
    monitor.alertProblems = ['CS_Alert_Rule__c "Mine" (a0R): CS_Quiet_To__c: expected an hour from 0 to 23'];
    const { text } = await request(app).get('/');
    expect(text).toContain('3, 1 more snoozed');
    expect(text).toContain('2 waiting; at most 5,000 an hour');
    expect(text).toContain('An alert rule is not applied: CS_Alert_Rule__c &quot;Mine&quot;');
  });

  test.each<[string, Partial<FeedState> | null | undefined, string]>([
    ['turned off', undefined, 'off: changes are read by the clock'],
    ['not yet heard of', null, 'starting'],
    [
      'listened to',
      {},
      'listening since 2026-11-22 09:00:00 UTC; last event 2026-11-22 09:00:00 UTC; 1,200 changes by others, 2 reconnects',
    ],
    [
      'not to be had',
      { connectedSince: null, lastEventAt: null, events: 0, reconnects: 0, problem: 'No channel <b>.' },
      'nobody listens; no event yet; 0 changes by others, 0 reconnects. No channel &lt;b&gt;.',
    ],
  ])('shows people how it stands with change events that are %s', async (_what, feed, shown) => {
    const { text } = await request(setup(feed === undefined ? {} : { feed }).app).get('/');
    expect(text).toContain(`<dt>Change events</dt><dd>${shown}</dd>`);
    expect(text.includes('>All is well.<')).toBe(!feed?.problem);
  });

  test('gives Prometheus how it stands with change events, where they are turned on', async () => {
    const { text } = await request(setup({ feed: {} }).app).get('/metrics');
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        `tenure_change_events_connected_since_timestamp_seconds{org="00D"} ${Date.parse(AT) / 1000}`,
        `tenure_change_events_last_timestamp_seconds{org="00D"} ${Date.parse(AT) / 1000}`,
        'tenure_change_events_total{org="00D",by="others"} 1200',
        'tenure_change_events_total{org="00D",by="companion"} 30',
        'tenure_change_events_reconnects_total{org="00D"} 2',
      ]),
    );
    const { text: off } = await request(setup().app).get('/metrics');
    expect(off).not.toContain('tenure_change_events');
  });

  test('says when the scoring configuration of the org is at fault, and with which scores are made', async () => {
    const configProblem = 'CS_Scoring_Config__c "Ours" <a0X1>: the weights add up to 1.1; expected 1.';
    const { app } = setup({ configProblem });
    const { text } = await request(app).get('/');
    expect(text).toContain('&quot;Ours&quot; &lt;a0X1&gt;: the weights add up to 1.1; expected 1.');
    const { body } = await request(app).get('/status');
    expect(body).toMatchObject({ config: { version: 'starter-1', hash: 'abc', problem: configProblem } });
  });

  test('says what a run failed of', async () => {
    const runs = [{ ...RUN, state: 'failed' as const, counts: null, error: 'No org answers' }];
    const { text } = await request(setup({ runs }).app).get('/');
    expect(text).toContain('failed: No org answers');
  });

  test('takes a request id over when it is fit for a log, and makes one otherwise', async () => {
    const { app } = setup();
    await request(app).get('/healthz').set('x-request-id', 'abc-1').expect('x-request-id', 'abc-1');
    const { headers } = await request(app).get('/healthz').set('x-request-id', 'a b\u00e9');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('answers an unknown path as a problem', async () => {
    const { body } = await request(setup().app)
      .get('/nope')
      .expect(404)
      .expect('content-type', /problem\+json/);
    expect(body).toMatchObject({ title: 'Not found', status: 404 });
  });

  test('answers an error of its own as a problem that tells nothing of the inside but where to look', async () => {
    const { app, errors } = setup({
      lastRuns: () => Promise.reject(new Error('relation "job_run" is missing')),
    });
    const { body, text } = await request(app).get('/status').set('x-request-id', 'r1').expect(500);
    expect(body).toMatchObject({ title: 'Internal error', requestId: 'r1' });
    expect(text).not.toContain('job_run');
    expect(errors).toMatchObject([{ requestId: 'r1', error: { message: 'relation "job_run" is missing' } }]);
  });

  test('shows what the doctor found, and says so at the top of the page', async () => {
    const finding = fail('rights', 'Account', 'cannot read CS_ARR__c', 'Run: npm run deploy');
    const { text } = await request(setup({ checkUp: { findings: [finding], at: AT } }).app)
      .get('/')
      .expect(200);
    expect(text).toContain('role="status">The health check below found a fault.');
    expect(text).toContain('rights: Account');
    expect((await request(setup().app).get('/')).text).toContain('role="status">All is well.');
  });

  test('gives Prometheus how much is stored, and counts requests by the path as it was registered', async () => {
    const { app } = setup();
    await request(app).get('/healthz');
    await request(app).get('/nope');
    const { text } = await request(app)
      .get('/metrics')
      .expect(200)
      .expect('content-type', /version=0\.0\.4/);
    const lines = text.trimEnd().split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'tenure_accounts{org="00D"} 500',
        'tenure_org_answers{org="00D"} 1',
        'tenure_last_run_seconds{org="00D"} 2.5',
        'tenure_alerts{org="00D",state="open"} 3',
        'tenure_alert_deliveries_waiting{org="00D",channel="email"} 4',
        'tenure_alert_delivery_limit{org="00D",channel="bell"} 5000',
        'tenure_alert_deliveries_overdue_seconds{org="00D"} 30',
        'tenure_alert_deliveries_not_sent{org="00D",outcome="unknown"} 1',
        'tenure_http_requests_total{method="GET",route="/healthz",status="200"} 1',
        'tenure_http_requests_total{method="GET",route="none",status="404"} 1',
        'tenure_http_request_duration_seconds_bucket{route="/healthz",le="+Inf"} 1',
      ]),
    );
    const isSample = /^[a-z_]+(\{[a-zA-Z_]+="[^"]*"(,[a-zA-Z_]+="[^"]*")*\})? -?[\d.e+-]+$/;
    expect(lines.filter((line) => !line.startsWith('# ') && !isSample.test(line))).toEqual([]);
  });
});
