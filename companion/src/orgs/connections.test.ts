import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import express from 'express';
import request from 'supertest';
import { createConnectRouter } from '../http/connect/create-connect-router.ts';
import { createSecretBox } from '../store/secret-box.ts';
import { issueTicket, resealConnections, sealContext } from '../usecases/connect-org.ts';
import type { BrowserLogin } from '../usecases/connection-ports.ts';
import { MemoryConnections } from '../usecases/testing/memory-connections.ts';
import { useRefreshToken } from './use-refresh-token.ts';

const AT = '2026-11-23T09:00:00.000Z';
const [OLD, NEW] = [1, 2].map((fill) => ({ id: `key-${fill}`, bytes: Buffer.alloc(32, fill) }));
const GRANT = sealContext('connection-1', 'sealedGrant');

async function setup() {
  const store = new MemoryConnections();
  const box = createSecretBox([OLD!]);
  const time = { now: Date.parse(AT) };
  const clock = () => new Date(time.now);
  await store.addConnection({
    ...{ name: 'acme', orgId: null, loginUrl: 'https://acme.example', flow: 'web-server', clientId: 'id' },
    ...{ username: null, sealedSecret: null, sealedGrant: null, changeEvents: false, createdAt: AT },
  });
  const sealed = box.seal('consumer-secret', sealContext('connection-1', 'sealedSecret'));
  await store.replaceSealed('connection-1', 'sealedSecret', null, sealed);
  return { store, box, time, clock };
}

async function setupPages() {
  const kit = await setup();
  const redeemed: Parameters<BrowserLogin['redeemCode']>[0][] = [];
  const login: BrowserLogin = {
    authorizeUrl: ({ loginUrl, state, challenge }) =>
      `${loginUrl}/authorize?state=${state}&challenge=${challenge}`,
    async redeemCode(ask) {
      redeemed.push(ask);
      return { refreshToken: 'refresh-1', orgId: '00D1' };
    },
  };
  const redirectUri = 'https://companion.example/connect/callback';
  const app = express().use('/connect', createConnectRouter({ ...kit, login, redirectUri }));
  const start = (ticket: string) => request(app).get('/connect/start').query({ ticket });
  const back = (query: object, cookie: string) =>
    request(app).get('/connect/callback').query(query).set('cookie', cookie);
  const begin = async () => {
    const { headers } = await start(await issueTicket('connection-1', kit)).expect(302);
    const url = new URL(String(headers['location']));
    const [cookie = ''] = String(headers['set-cookie']).split(';');
    return {
      state: url.searchParams.get('state') ?? '',
      challenge: url.searchParams.get('challenge'),
      cookie,
    };
  };
  return { ...kit, start, back, begin, redeemed };
}

describe('connecting an org in a browser', () => {
  test('keeps the refresh token sealed, got with the verifier behind the challenge', async () => {
    const { begin, back, redeemed, store, box } = await setupPages();
    const { state, challenge, cookie } = await begin();
    const { text } = await back({ state, code: 'c1' }, cookie).expect(200);

    expect(text).toContain('The companion may use acme (00D1)');
    const [{ verifier = '', clientSecret } = {}] = redeemed;
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(challenge);
    expect(clientSecret).toBe('consumer-secret');
    const [connection] = store.connections;
    expect(connection?.sealedGrant).not.toContain('refresh-1');
    expect(box.open(connection?.sealedGrant ?? '', GRANT)).toBe('refresh-1');
    expect(connection?.orgId).toBe('00D1');
  });

  test('takes a link once, and for an hour', async () => {
    const kit = await setupPages();
    const ticket = await issueTicket('connection-1', kit);
    await kit.start(ticket).expect(302);
    expect((await kit.start(ticket).expect(400)).text).toContain('was used before');
    const late = await issueTicket('connection-1', kit);
    kit.time.now += 60 * 60_000;
    await kit.start(late).expect(400);
    await kit.start('guessed').expect(400);
  });

  test('takes an answer once, from the browser that asked, within a quarter of an hour', async () => {
    const kit = await setupPages();
    const first = await kit.begin();
    await kit.back({ state: first.state, code: 'c1' }, '').expect(400);
    await kit.back({ state: first.state, code: 'c1' }, 'tenure_connect=other').expect(400);
    await kit.back({ state: first.state, code: 'c1' }, first.cookie).expect(200);
    await kit.back({ state: first.state, code: 'c1' }, first.cookie).expect(400);
    const late = await kit.begin();
    kit.time.now += 15 * 60_000;
    await kit.back({ state: late.state, code: 'c2' }, late.cookie).expect(400);
    expect(kit.redeemed).toHaveLength(1);
  });

  test('shows what the org says when it does not agree, with everything escaped', async () => {
    const { begin, back } = await setupPages();
    const { state, cookie } = await begin();
    const answer = { state, error: 'access_denied', error_description: 'end-user <b>denied</b>' };
    const { text } = await back(answer, cookie).expect(400);
    expect(text).toContain('end-user &lt;b&gt;denied&lt;/b&gt;');
  });
});

describe('a refresh token', () => {
  const wait = async () => undefined;

  test('that is rotated is kept before anybody else uses it', async () => {
    const { store, box, clock } = await setup();
    await store.replaceSealed('connection-1', 'sealedGrant', null, box.seal('one', GRANT));
    const used: string[] = [];
    const use = async (token: string) => {
      used.push(token);
      await new Promise(setImmediate);
      return { result: token, rotated: `${token}+` };
    };
    const deps = { store, box, clock, wait: () => new Promise((resolve) => setImmediate(resolve)) };
    const connection = { id: 'connection-1', name: 'acme' };
    await Promise.all([1, 2, 3].map(() => useRefreshToken(connection, deps, use)));
    expect(used).toEqual(['one', 'one+', 'one++']);
    expect(box.open(store.connections[0]?.sealedGrant ?? '', GRANT)).toBe('one+++');
  });

  test('is free again after a use that failed, and after one that never came back', async () => {
    const { store, box, clock, time } = await setup();
    await store.replaceSealed('connection-1', 'sealedGrant', null, box.seal('one', GRANT));
    const connection = { id: 'connection-1', name: 'acme' };
    const fail = () => Promise.reject(new Error('no org'));
    await expect(useRefreshToken(connection, { store, box, clock, wait }, fail)).rejects.toThrow('no org');
    await store.claimGrant('connection-1', AT, new Date(time.now + 45_000).toISOString());
    const later = async () => void (time.now += 10_000);
    const use = async (token: string) => ({ result: token, rotated: null });
    expect(await useRefreshToken(connection, { store, box, clock, wait: later }, use)).toBe('one');
  });

  test('that nobody has agreed to says how to get one', async () => {
    const { store, box, clock } = await setup();
    const use = async (token: string) => ({ result: token, rotated: null });
    const asked = useRefreshToken({ id: 'connection-1', name: 'acme' }, { store, box, clock, wait }, use);
    await expect(asked).rejects.toThrow('open the link of "connect link acme"');
  });
});

test('rotation seals everything anew, so that the old key can go', async () => {
  const { store, clock } = await setup();
  const both = createSecretBox([NEW!, OLD!]);
  expect(await resealConnections({ store, box: both, clock })).toBe(1);
  expect(await resealConnections({ store, box: both, clock })).toBe(0);
  const sealed = store.connections[0]?.sealedSecret ?? '';
  expect(createSecretBox([NEW!]).open(sealed, sealContext('connection-1', 'sealedSecret'))).toBe(
    'consumer-secret',
  );
});
