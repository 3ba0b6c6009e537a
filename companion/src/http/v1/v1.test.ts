import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { ACCOUNT_IDS as IDS, CSM_ID as CSM } from '../../usecases/testing/scored-portfolio.ts';
import { ORG } from '../../usecases/testing/setup.ts';
import { setup } from './testing/setup-v1.ts';

const [A = ''] = IDS;

/** All items of a list, page by page. */
async function readAll(get: (path: string) => request.Test, path: string) {
  const items: Record<string, unknown>[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const separator = path.includes('?') ? '&' : '?';
    const { body } = await get(`${path}${separator}limit=1${cursor && `&cursor=${cursor}`}`).expect(200);
    items.push(...body.items);
    cursor = body.nextCursor as string | null;
  }
  return items;
}

describe('the API', () => {
  test.each([
    ['/accounts', 'id', IDS],
    ['/accounts?band=At%20Risk', 'id', [A]],
    ['/renewals', 'accountId', IDS],
    ['/renewals?from=2026-12-15&to=2026-12-31', 'accountId', [IDS[1]]],
    ['/touchpoints', 'accountId', IDS.slice(0, 2)],
    ['/touchpoints?to=2026-11-22', 'accountId', [A]],
    ['/workload', 'csmId', [CSM]],
  ])('pages through %s without a gap or a repetition', async (path, field, expected) => {
    const { get } = await setup();
    expect((await readAll(get, path)).map((item) => item[field])).toEqual(expected);
  });

  test('gives an account by its id of 18 or of 15 characters', async () => {
    const { get } = await setup();
    const { body } = await get(`/accounts/${A}`).expect(200);
    expect(body).toMatchObject({ id: A, risk: 77, band: 'At Risk', health: 45, healthSource: 'Manual' });
    expect((await get(`/accounts/${A.slice(0, 15)}`).expect(200)).body).toEqual(body);
  });

  test('gives the scores of an account, the newest first, each with what changed', async () => {
    const { get, touchNextDay } = await setup();
    await touchNextDay();
    const items = await readAll(get, `/accounts/${A}/risk`);
    expect(items).toMatchObject([
      {
        score: 70,
        asOf: '2026-11-23',
        changes: expect.arrayContaining([{ factor: 'engagement', label: 'Engagement', delta: -7 }]),
      },
      { score: 77, asOf: '2026-11-22', changes: [] },
    ]);
  });

  test('tells what happened to an account, the newest first, and nothing that is still to come', async () => {
    const { get, touchNextDay } = await setup();
    await touchNextDay();
    const items = await readAll(get, `/accounts/${A}/feed`);
    expect(items).toMatchObject([
      { kind: 'score', title: 'Risk 70, At Risk' },
      { kind: 'touchpoint', at: '2026-11-23T00:00:00.000Z', record: { object: 'Task' } },
      { kind: 'score', title: 'Risk 77, At Risk' },
    ]);
  });

  test('says of a score that it is stale on the fourth day without another, not on the third', async () => {
    const { get, time } = await setup();
    const stale = async (path: string) => (await get(path).expect(200)).body.stale;
    time.now = '2026-11-25T09:00:00.000Z';
    expect([await stale(`/accounts/${A}`), await stale(`/accounts/${A}/risk`)]).toEqual([false, false]);
    time.now = '2026-11-26T09:00:00.000Z';
    expect([await stale(`/accounts/${A}`), await stale(`/accounts/${A}/risk`)]).toEqual([true, true]);
    const { body } = await get('/accounts').expect(200);
    expect(body.items.map((item: { stale: boolean }) => item.stale)).toEqual([true, true, true]);
  });

  test('takes every number apart: the parts of a sum add up to it, with records and configuration', async () => {
    const { get } = await setup();
    const { body } = await get(`/accounts/${A}/explain`).expect(200);
    const sums = (
      body.numbers as { name: string; how: string; value: number; parts: { value: number }[] }[]
    ).filter(({ how }) => how === 'sum');
    expect(sums.map(({ name }) => name)).toEqual([
      'risk',
      'health',
      'calculatedHealth',
      'healthChange',
      'openTickets',
    ]);
    for (const { value, parts } of sums) {
      expect(parts.reduce((sum, part) => sum + Math.round(part.value * 10), 0)).toBe(value * 10);
    }
    expect(body.numbers[0].parts[0]).toMatchObject({
      label: 'Momentum',
      records: [{ object: 'CS_Health_Score__c' }, { object: 'CS_Health_Score__c' }],
      configuration: expect.arrayContaining([
        { path: 'weights.momentum', value: 0.22, reason: expect.any(String) },
      ]),
    });
  });

  test('takes the workload of a CSM apart: each number is the sum over accounts and tasks', async () => {
    const { get } = await setup();
    const { body } = await get(`/workload/${CSM}/explain`).expect(200);
    expect(body.total).toMatchObject({ accounts: 3, atRisk: 1, overdueTasks: 2, arr: 600.3 });
    const { csmId: _csmId, ...total } = body.total as Record<string, number>;
    for (const [name, value] of Object.entries(total)) {
      const sum = (body.parts as Record<string, number>[]).reduce((all, part) => all + (part[name] ?? 0), 0);
      expect({ name, sum: Math.round(sum * 100) / 100 }).toEqual({ name, sum: value });
    }
  });

  test('adds renewals up by month over the whole span, whatever the page', async () => {
    const { get } = await setup();
    const { body } = await get('/renewals?limit=1').expect(200);
    expect(body.months).toEqual([
      { month: '2026-12', accounts: 2, arr: 300.3, arrAtRisk: 100.1 },
      { month: '2027-01', accounts: 1, arr: 300, arrAtRisk: 0 },
    ]);
  });

  test('reads the org once for those who ask within five minutes', async () => {
    const { get, org, time } = await setup();
    let reads = 0;
    const read = org.readBooks;
    org.readBooks = async (asOf) => ((reads += 1), read(asOf));
    await Promise.all([get('/workload'), get('/renewals'), get('/touchpoints')]);
    expect(reads).toBe(1);
    time.now = '2026-11-22T09:06:00.000Z';
    await get('/workload').expect(200);
    expect(reads).toBe(2);
  });
});

describe('the API refuses', () => {
  test.each([
    ['no key', undefined],
    ['a key that is none', 'Bearer tenure_wrong'],
    ['another scheme', 'Basic dGVuOnVyZQ=='],
  ])('%s', async (_what, authorization) => {
    const { app } = await setup();
    const asked = request(app).get('/v1/accounts');
    const answer = await (authorization ? asked.set('authorization', authorization) : asked);
    expect(answer.status).toBe(401);
    expect(answer.headers).toMatchObject({
      'www-authenticate': 'Bearer',
      'content-type': expect.stringContaining('problem+json'),
    });
  });

  test('a key that was revoked', async () => {
    const { get, queries, key } = await setup();
    await get('/accounts').expect(200);
    await queries.revokeKey(ORG.orgId, key.id, '2026-11-22T09:00:00.000Z');
    await get('/accounts').expect(401);
  });

  test('a key from the moment it is over', async () => {
    const { get, time } = await setup({ expiresAt: '2026-11-22T10:00:00.000Z' });
    time.now = '2026-11-22T09:59:59.999Z';
    await get('/accounts').expect(200);
    time.now = '2026-11-22T10:00:00.000Z';
    await get('/accounts').expect(401);
  });

  test.each([
    ['/workload', 'portfolio:read'],
    ['/jobs', 'jobs:read'],
    ['/doctor', 'jobs:read'],
  ])('%s to a key that may read accounts only, and names the scope', async (path, scope) => {
    const { get } = await setup({ scopes: ['accounts:read'] });
    const { body } = await get(path).expect(403);
    expect(body.detail).toContain(scope);
    await get('/accounts').expect(200);
  });

  test('more requests than a minute allows, until some time has passed', async () => {
    const { get, time } = await setup({ perMinute: 2 });
    await get('/accounts').expect(200).expect('ratelimit-remaining', '1');
    await get('/accounts').expect(200);
    await get('/accounts').expect(429).expect('retry-after', '30');
    time.now = '2026-11-22T09:00:30.000Z';
    await get('/accounts').expect(200);
  });

  test.each([
    ['/accounts?limit=0', 'query.limit'],
    ['/accounts?limit=201', 'query.limit'],
    ['/accounts?limit=many', 'query.limit'],
    ['/accounts?band=Bad', 'query.band'],
    ['/accounts?colour=red', 'query'],
    ['/accounts/nope', 'params.id'],
    [`/accounts/${A}/explain?at=yesterday`, 'query.at'],
    ['/renewals?from=2026-02-30', 'query.from'],
  ])('%s, and says that %s is wrong', async (path, at) => {
    const { get } = await setup();
    const { body } = await get(path).expect(400);
    expect(body.errors).toMatchObject([{ at }]);
  });

  test.each(['/accounts', '/renewals', `/accounts/${A}/risk`, '/jobs'])(
    'a cursor on %s that it did not give out',
    async (path) => {
      const { get } = await setup();
      const forged = Buffer.from(JSON.stringify(["' OR 1=1", 'x'])).toString('base64url');
      await get(`${path}?cursor=nonsense`).expect(400);
      const { body } = await get(`${path}?cursor=${forged}`).expect(400);
      expect(body.detail).toContain('nextCursor');
    },
  );

  test.each([
    '/accounts/001000000000009AAA',
    '/accounts/001000000000009AAA/risk',
    `/accounts/${A}/explain?at=2020-01-01`,
    '/workload/005000000000009AAA/explain',
  ])('%s as not found', async (path) => {
    const { get } = await setup();
    expect((await get(path).expect(404)).body).toMatchObject({ title: 'Not found' });
  });

  test('nobody the document and its page', async () => {
    const { app } = await setup();
    await request(app).get('/v1/openapi.json').expect(200);
    const { text } = await request(app).get('/v1/docs').expect(200);
    expect(text).toContain('GET /v1/accounts/{id}/explain');
    expect(text).not.toContain('<script');
  });
});

describe('the doctor', () => {
  test('is asked over HTTP: its verdict, and every finding with its remedy', async () => {
    const { get, time } = await setup();
    const { body } = await get('/doctor').expect(200);
    expect(body).toEqual({
      ok: false,
      at: time.now,
      findings: [
        { area: 'org', name: 'clock', level: 'fail', detail: '90 s apart', remedy: 'Set the clock.' },
      ],
    });
  });
});
