import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { customerOrg, type CustomerOrg } from '../records/customer-org.ts';
import { createServer } from '../server.ts';
import type { BayeuxReply, BayeuxRequest } from './bayeux.ts';
import { RECONNECT_WITHIN_MS } from './streaming-sessions.ts';

let kit: CustomerOrg;
let server: ReturnType<typeof createServer>;
let token: string;
const time = { now: new Date('2026-11-22T10:00:00.000Z') };

beforeAll(() => {
  kit = customerOrg({ now: () => time.now });
  server = createServer(kit.org);
});
beforeEach(() => {
  token = kit.org.sessions.open(kit.org.adminId);
});
afterAll(() => kit.org.close());

const HANDSHAKE = { channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling'] };
const CONNECT = { channel: '/meta/connect', connectionType: 'long-polling' };
const SUBSCRIBE = { channel: '/meta/subscribe', subscription: '/data/ChangeEvents' };

function send(message: object, { cookie = '', path = '/cometd/66.0', as = token } = {}) {
  const post = request(server)
    .post(path)
    .set('cookie', cookie)
    .send([message as BayeuxRequest]);
  return as === '' ? post : post.set('authorization', `OAuth ${as}`);
}
const replyOf = async (...args: Parameters<typeof send>) =>
  ((await send(...args)).body as BayeuxReply[])[0] ?? {};

/** Shakes hands; answers what the client has to send from then on. */
async function shakeHands(): Promise<{ clientId: string; cookie: string }> {
  const { body, headers } = await send({ ...HANDSHAKE, id: '1' }).expect(200);
  const [cookie = ''] = String(headers['set-cookie']).split(';');
  return { clientId: String((body as BayeuxReply[])[0]?.['clientId']), cookie };
}

describe('a handshake', () => {
  test('offers long polling and replay, and repeats the id of the message', async () => {
    expect(await replyOf({ ...HANDSHAKE, id: '7' })).toMatchObject({
      ...{
        channel: '/meta/handshake',
        id: '7',
        successful: true,
        supportedConnectionTypes: ['long-polling'],
      },
      ...{ clientId: expect.stringMatching(/^\w+$/), ext: { replay: true } },
    });
  });

  test.each([
    ['no API version', '/cometd', {}, '400::API version in the URI is mandatory'],
    ['an old API version', '/cometd/36.0', {}, '400::Unsupported API version'],
    [
      'another transport',
      '/cometd/66.0',
      { supportedConnectionTypes: ['websocket'] },
      '400::Invalid connection type websocket',
    ],
  ])('with %s is refused for good', async (_what, path, change, error) => {
    expect(await replyOf({ ...HANDSHAKE, ...change }, { path })).toMatchObject({
      ...{ successful: false, advice: { reconnect: 'none' } },
      error: expect.stringContaining(error),
    });
  });

  test('without a login, or by a user who may not use the API, is denied with the reason', async () => {
    const denied = (failureReason: string) => ({
      ...{ error: '403::Handshake denied', advice: { reconnect: 'none' }, ext: { sfdc: { failureReason } } },
    });
    expect(await replyOf(HANDSHAKE, { as: '' })).toMatchObject(
      denied('401::Request requires authentication'),
    );
    expect(await replyOf(HANDSHAKE, { as: 'gone' })).toMatchObject(denied('401::Authentication invalid'));
    const cookie = `sid=${encodeURIComponent(token)}`;
    expect(await replyOf(HANDSHAKE, { as: '', cookie })).toMatchObject(
      denied('401::Request requires authentication'),
    );
    const minimal = kit.addUser('minimal', { profile: 'Minimum Access - Salesforce', editor: false });
    const as = kit.org.sessions.open(minimal().userId);
    expect(await replyOf(HANDSHAKE, { as })).toMatchObject(denied('403::API is disabled for this User'));
  });
});

describe('a client', () => {
  test('has its first connect answered at once, with how long the next may be held', async () => {
    const { clientId, cookie } = await shakeHands();
    expect(await replyOf({ ...CONNECT, clientId }, { cookie })).toMatchObject({
      ...{ successful: true, clientId, advice: { reconnect: 'retry', interval: 0, timeout: 110_000 } },
    });
  });

  test('that is unknown, or was away for too long, has to shake hands again', async () => {
    const again = { error: '403::Unknown client', advice: { reconnect: 'handshake' } };
    expect(await replyOf({ ...CONNECT, clientId: 'nobody' })).toMatchObject(again);
    const { clientId, cookie } = await shakeHands();
    time.now = new Date(time.now.getTime() + RECONNECT_WITHIN_MS);
    expect(await replyOf({ ...CONNECT, clientId }, { cookie })).toMatchObject({ successful: true });
    time.now = new Date(time.now.getTime() + RECONNECT_WITHIN_MS + 1);
    expect(await replyOf({ ...CONNECT, clientId }, { cookie })).toMatchObject(again);
  });

  test('that does not send its cookie back is told so', async () => {
    const { clientId } = await shakeHands();
    expect(await replyOf({ ...SUBSCRIBE, clientId })).toMatchObject({
      error: `400::Client ${clientId} has established a session, but no BAYEUX_BROWSER cookie present`,
    });
  });

  test('of one login is closed to another', async () => {
    const { clientId, cookie } = await shakeHands();
    const as = kit.org.sessions.open(kit.org.adminId);
    expect(await replyOf({ ...CONNECT, clientId }, { cookie, as })).toMatchObject({
      ...{ error: '401::Authentication invalid', advice: { reconnect: 'none' } },
    });
  });

  test('that has left is known no more', async () => {
    const { clientId, cookie } = await shakeHands();
    const goodbye = { channel: '/meta/disconnect', clientId };
    expect(await replyOf(goodbye, { cookie })).toMatchObject({ successful: true });
    expect(await replyOf({ ...SUBSCRIBE, clientId }, { cookie })).toMatchObject({
      error: '403::Unknown client',
    });
  });

  test('cannot publish: change events are the org’s own', async () => {
    const { clientId, cookie } = await shakeHands();
    const event = { channel: '/data/ChangeEvents', clientId, data: {} };
    expect(await replyOf(event, { cookie })).toMatchObject({
      successful: false,
      error: expect.stringContaining('501::The local org does not model'),
    });
  });
});

test.each([
  ['no channel', undefined, '400::Channel name not specified'],
  [
    'a channel without a slash',
    'data/ChangeEvents',
    "400::Channel subscriptions must start with a leading '/'",
  ],
])('a subscription to %s is refused', async (_what, subscription, error) => {
  const { clientId, cookie } = await shakeHands();
  expect(await replyOf({ ...SUBSCRIBE, clientId, subscription }, { cookie })).toMatchObject({ error });
});

test('a request of more than 32,768 bytes is too large', async () => {
  await send({ ...HANDSHAKE, ext: { filler: 'x'.repeat(32_768) } }).expect(413);
});
