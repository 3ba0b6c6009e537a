import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { setupUsageApi, type UsageApi } from '../testing/setup-usage-api.ts';

let api: UsageApi;

// On a database: what it would refuse of a payload has to be refused before.
beforeAll(async () => {
  api = await setupUsageApi();
});
afterAll(() => api.close());

const EVENT = { account: 'acme', user: 'ann', event: 'Reports', at: '2026-11-21T10:00:00Z' };
const events = (...list: unknown[]) =>
  api.post('/usage/events').set('idempotency-key', api.nextKey()).send({ events: list });
const snapshots = (...list: unknown[]) => api.post('/usage/snapshots').send({ snapshots: list });

describe('POST /v1/usage/events', () => {
  test('keeps a batch, and answers the same to the same key with the same body', async () => {
    const send = () =>
      api
        .post('/usage/events')
        .set('idempotency-key', 'once')
        .send({ events: [EVENT] });
    const { body } = await send().expect(200);
    expect(body).toEqual({ accepted: 1, rejected: 0, errors: [] });
    expect((await send().expect(200)).body).toEqual(body);
    const other = await api
      .post('/usage/events')
      .set('idempotency-key', 'once')
      .send({ events: [EVENT, EVENT] });
    expect(other.status).toBe(422);
    expect(other.body).toMatchObject({ detail: expect.stringContaining('came with another body before') });
    expect(await api.usageOf('acme')).toMatchObject([{ day: '2026-11-21', features: { Reports: 1 } }]);
  });

  test.each([
    ['a negative count', { ...EVENT, count: -1 }, 'invalid', /^count: /],
    ['half a count', { ...EVENT, count: 1.5 }, 'invalid', /^count: /],
    ['no account', { ...EVENT, account: ' ' }, 'invalid', /^account: /],
    ['an unknown account', { ...EVENT, account: 'nobody' }, 'unknown_account', /"nobody"/],
    ['a day to come', { ...EVENT, at: '2026-11-23T00:00:00Z' }, 'in_future', /after 2026-11-22/],
    ['a day long gone', { ...EVENT, at: '2026-09-01' }, 'too_old', /from 2026-10-23 on/],
    ['no day at all', { ...EVENT, at: 'yesterday' }, 'invalid', /^at: expected a time such as/],
    [
      'a use of nothing',
      { account: 'acme', at: '2026-11-21' },
      'invalid',
      /^event: expected the name of a feature/,
    ],
    ['an unknown field', { ...EVENT, colour: 'red' }, 'invalid', /colour/],
    ['text that no database takes', { ...EVENT, event: 'a\u0000b' }, 'invalid', /^event: /],
    ['half a character', { ...EVENT, user: 'a\ud800' }, 'invalid', /^user: /],
    ['something else', 17, 'invalid', /object/],
  ])(
    'keeps the others of a batch with %s, and says what is wrong with which',
    async (_title, wrong, code, message) => {
      const { body } = await events(EVENT, wrong, EVENT).expect(207);
      expect(body).toEqual({
        accepted: 2,
        rejected: 1,
        errors: [{ index: 1, code, message: expect.stringMatching(message) }],
      });
    },
  );

  test.each([
    ['no key', {}, { events: [EVENT] }, 400],
    ['a key of spaces', { 'idempotency-key': 'a b' }, { events: [EVENT] }, 400],
    ['no batch', { 'idempotency-key': 'x' }, {}, 400],
    ['an empty batch', { 'idempotency-key': 'x' }, { events: [] }, 400],
    ['more than a batch holds', { 'idempotency-key': 'x' }, { events: Array(1_001).fill(EVENT) }, 400],
    ['a field of its own', { 'idempotency-key': 'x' }, { events: [EVENT], more: 1 }, 400],
    [
      'a body without end',
      { 'idempotency-key': 'x' },
      { events: [{ ...EVENT, event: 'x'.repeat(1_100_000) }] },
      413,
    ],
  ])('refuses %s as a problem', async (_title, headers, body, status) => {
    const answer = await api.post('/usage/events').set(headers).send(body).expect(status);
    expect(answer.headers['content-type']).toContain('problem+json');
    expect(answer.body.title).toBeTruthy();
  });

  test.each([
    ['other text', 'application/json', Buffer.from('{"events": ['), 400],
    ['bytes that are no UTF-8', 'application/json', Buffer.from('{"events":["M\xfcller"]}', 'latin1'), 400],
    ['another type', 'text/csv', Buffer.from('a,b'), 415],
    ['another encoding', 'application/json; charset=latin1', Buffer.from('{}'), 415],
  ])('refuses a body of %s', async (_title, type, bytes, status) => {
    const sent = api.post('/usage/events').set('idempotency-key', 'x').set('content-type', type);
    await sent
      .serialize(() => bytes as unknown as string)
      .send(bytes)
      .expect(status);
  });

  test('takes no more of a compressed body than of a plain one', async () => {
    const bomb = gzipSync(JSON.stringify({ events: ['x'.repeat(20_000_000)] }));
    const sent = api.post('/usage/events').set('idempotency-key', 'x').set('content-encoding', 'gzip');
    sent.set('content-type', 'application/json').serialize(() => bomb as unknown as string);
    await sent.send({}).expect(413);
  });

  test('asks for the scope', async () => {
    const denied = request(api.app).post('/v1/usage/events').set('authorization', `Bearer ${api.readKey}`);
    await denied.send({ events: [EVENT] }).expect(403);
    await request(api.app)
      .post('/v1/usage/events')
      .send({ events: [EVENT] })
      .expect(401);
  });
});

describe('POST /v1/usage/snapshots', () => {
  test('sets the totals of a day, again and again the same, and gives longer periods to the org', async () => {
    const day = {
      account: 'beta',
      start: '2026-11-20',
      activeUsers: 30,
      licensedSeats: 50,
      features: { Search: 7 },
    };
    const month = { account: 'beta', start: '2026-10-01', days: 31, activeUsers: 44 };
    for (let time = 0; time < 2; time += 1) {
      expect((await snapshots(day, month).expect(200)).body).toEqual({
        accepted: 2,
        rejected: 0,
        errors: [],
      });
    }
    expect(await api.usageOf('beta')).toMatchObject([
      { activeUsers: 30, licensedSeats: 50, features: { Search: 7 } },
    ]);
    expect(await api.snapshotsWaiting()).toContainEqual(expect.objectContaining({ CS_Active_Users__c: 44 }));
    const late = { ...EVENT, account: 'beta', at: '2026-11-20T08:00:00Z' };
    expect((await events(late).expect(207)).body.errors).toMatchObject([
      { index: 0, code: 'day_has_totals' },
    ]);
  });

  test.each([
    ['nothing counted', { account: 'beta', start: '2026-11-20' }, 'invalid', /expected at least one of/],
    ['a negative total', { account: 'beta', start: '2026-11-20', logins: -4 }, 'invalid', /^logins: /],
    ['a day that is none', { account: 'beta', start: '2026-02-30', logins: 4 }, 'invalid', /^start: /],
    [
      'a period to come',
      { account: 'beta', start: '2026-12-01', logins: 4 },
      'in_future',
      /after 2026-11-22/,
    ],
    [
      'a period long gone',
      { account: 'beta', start: '2020-01-01', logins: 4 },
      'too_old',
      /from 2024-11-22 on/,
    ],
  ])('names an item with %s', async (_title, item, code, message) => {
    const { body } = await snapshots(item).expect(207);
    expect(body.errors).toEqual([{ index: 0, code, message: expect.stringMatching(message) }]);
  });
});

test('no payload whatever makes it fail', async () => {
  const odd = fc.oneof(
    fc.constantFrom(
      'acme',
      'beta',
      'login',
      'api',
      '2026-11-21',
      '2026-11-20T10:00:00Z',
      '__proto__',
      '\u0000',
      -1,
      0,
      1,
    ),
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: 'binary' }),
  );
  const item = fc.oneof(
    odd,
    fc.dictionary(
      fc.constantFrom('account', 'user', 'event', 'kind', 'at', 'count', 'start', 'days', 'features', 'x'),
      odd,
    ),
    fc.record({
      account: fc.constantFrom('acme', 'beta'),
      start: fc.constant('2026-11-20'),
      features: fc.dictionary(fc.string({ unit: 'binary' }), odd),
    }),
    fc.record({
      account: fc.constant('acme'),
      event: fc.string({ unit: 'binary' }),
      at: fc.constant('2026-11-21'),
    }),
  );
  const body = fc.oneof(
    fc.record({ events: fc.array(item, { maxLength: 6 }) }),
    fc.record({ snapshots: fc.array(item, { maxLength: 6 }) }),
    fc.jsonValue(),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('/usage/events', '/usage/snapshots'), body, async (path, sent) => {
      const answer = await api
        .post(path)
        .set('idempotency-key', api.nextKey())
        .set('content-type', 'application/json')
        .send(JSON.stringify(sent));
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
  expect(api.errors).toEqual([]);
}, 120_000);
