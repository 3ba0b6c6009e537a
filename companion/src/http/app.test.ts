import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { AT, RUN, setupApp } from './testing/setup-app.ts';

describe('the HTTP side', () => {
  test('is alive whatever the state of the rest', async () => {
    const { app } = setupApp({ ping: () => Promise.reject(new Error('gone')) });
    const { body } = await request(app).get('/healthz').expect(200);
    expect(body).toEqual({ status: 'ok' });
  });

  test('is ready when the database and the org answer and the org was read once', async () => {
    const { body } = await request(setupApp().app).get('/readyz').expect(200);
    expect(body).toMatchObject({ status: 'ready' });
  });

  test('names each thing that keeps it from being ready', async () => {
    const { app, monitor } = setupApp({ ping: () => Promise.reject(new Error('connection lost')) });
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

  test('gives the last runs with counts and durations, the next tick, and the progress of the run under way', async () => {
    const { app, monitor } = setupApp();
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
    const { text, headers } = await request(setupApp().app)
      .get('/')
      .expect(200)
      .expect('content-type', /html/);
    expect(text).toContain('All is well.');
    expect(text).toContain('Acme &lt;b&gt;');
    expect(text).not.toMatch(/<script|<b>/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.each([
    [{ firstReadAt: null }, 'The org has not been read yet.'],
    [{ writesSetAside: 3 }, '3 writes were refused by the org.'],
  ])('puts first on the page what needs attention: %j', async (totals, verdict) => {
    const { text } = await request(setupApp({ totals }).app).get('/');
    expect(text).toContain(`<p class="verdict" role="status">${verdict}</p>`);
  });

  test('shows people how it stands with alerts, the limits, and rules that are not applied', async () => {
    const { app, monitor } = setupApp();
    monitor.alertProblems = ['CS_Alert_Rule__c "Mine" (a0R): CS_Quiet_To__c: expected an hour from 0 to 23'];
    const { text } = await request(app).get('/');
    expect(text).toContain('3, 1 more snoozed');
    expect(text).toContain('2 waiting; at most 5,000 an hour');
    expect(text).toContain('An alert rule is not applied: CS_Alert_Rule__c &quot;Mine&quot;');
  });

  test('says when the scoring configuration of the org is at fault, and with which scores are made', async () => {
    const configProblem = 'CS_Scoring_Config__c "Ours" <a0X1>: the weights add up to 1.1; expected 1.';
    const { app } = setupApp({ configProblem });
    const { text } = await request(app).get('/');
    expect(text).toContain('&quot;Ours&quot; &lt;a0X1&gt;: the weights add up to 1.1; expected 1.');
    const { body } = await request(app).get('/status');
    expect(body).toMatchObject({ config: { version: 'starter-1', hash: 'abc', problem: configProblem } });
  });

  test('says what a run failed of', async () => {
    const runs = [{ ...RUN, state: 'failed' as const, counts: null, error: 'No org answers' }];
    const { text } = await request(setupApp({ runs }).app).get('/');
    expect(text).toContain('failed: No org answers');
  });

  test('takes a request id over when it is fit for a log, and makes one otherwise', async () => {
    const { app } = setupApp();
    await request(app).get('/healthz').set('x-request-id', 'abc-1').expect('x-request-id', 'abc-1');
    const { headers } = await request(app).get('/healthz').set('x-request-id', 'a b\u00e9');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('answers an unknown path as a problem', async () => {
    const { body } = await request(setupApp().app)
      .get('/nope')
      .expect(404)
      .expect('content-type', /problem\+json/);
    expect(body).toMatchObject({ title: 'Not found', status: 404 });
  });

  test('answers an error of its own as a problem that tells nothing of the inside but where to look', async () => {
    const { app, errors } = setupApp({
      lastRuns: () => Promise.reject(new Error('relation "job_run" is missing')),
    });
    const { body, text } = await request(app).get('/status').set('x-request-id', 'r1').expect(500);
    expect(body).toMatchObject({ title: 'Internal error', requestId: 'r1' });
    expect(text).not.toContain('job_run');
    expect(errors).toMatchObject([{ requestId: 'r1', error: { message: 'relation "job_run" is missing' } }]);
  });

  test('gives Prometheus how much is stored, and counts requests by the path as it was registered', async () => {
    const { app } = setupApp();
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
