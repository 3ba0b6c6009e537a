import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import type { ChangeNotice } from '../domain/change-notice.ts';
import type { FeedEnd } from '../usecases/change-ports.ts';
import { CHANGE_CHANNEL, createChangeFeed } from './change-feed.ts';
import { startStubOrg, type StubOrg } from './testing/stub-org.ts';

interface Message {
  channel: string;
  id: string;
  ext?: { replay?: Record<string, number> };
}

/** What the org does; each test changes what it is about. */
const org = {
  answers: {} as Record<string, object>,
  /** What the next connect tells. */
  news: [] as object[],
  subscriptions: [] as (number | undefined)[],
  goodbyes: 0,
};
const PATIENT = { reconnect: 'retry', interval: 5, timeout: 1000 };
const event = (replayId: number, header: object) => ({
  channel: CHANGE_CHANNEL,
  data: { schema: 's', payload: { ChangeEventHeader: header }, event: { replayId } },
});

let stub: StubOrg;
let close: () => Promise<void>;

function answer(message: Message): object[] {
  const { channel, id } = message;
  if (channel === '/meta/subscribe') org.subscriptions.push(message.ext?.replay?.[CHANGE_CHANNEL]);
  if (channel === '/meta/disconnect') org.goodbyes += 1;
  const reply = {
    ...{ channel, id, successful: true, clientId: 'c1', advice: PATIENT },
    ...(channel === '/meta/handshake'
      ? { version: '1.0', supportedConnectionTypes: ['long-polling'], ext: { replay: true } }
      : {}),
    ...(channel === '/meta/subscribe' ? { subscription: CHANGE_CHANNEL } : {}),
    ...org.answers[channel],
  };
  return [reply, ...(channel === '/meta/connect' ? org.news.splice(0) : [])];
}

beforeEach(async () => {
  Object.assign(org, { answers: {}, news: [], subscriptions: [], goodbyes: 0 });
  stub = await startStubOrg(({ method, path, body }) => {
    // The client asks for a WebSocket too, which an org does not offer.
    if (method !== 'POST' || path !== '/cometd/66.0') return undefined;
    return { body: [JSON.parse(body) as Message | Message[]].flat().flatMap(answer) };
  });
});
afterEach(async () => {
  await close();
  await stub.close();
});

function open(replayId: number | null) {
  const connection = new Connection({ instanceUrl: stub.url, accessToken: 't', version: '66.0' });
  const notices: ChangeNotice[] = [];
  const subscribed: boolean[] = [];
  const ended = Promise.withResolvers<FeedEnd>();
  const taken = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<void>();
  const wanted = { subscriptions: 1, notices: 1 };
  const stream = createChangeFeed(connection).open(replayId, {
    subscribed(fromNow) {
      subscribed.push(fromNow);
      if (subscribed.length === wanted.subscriptions) taken.resolve();
    },
    notice(notice) {
      notices.push(notice);
      if (notices.length === wanted.notices) heard.resolve();
    },
    down: () => undefined,
    ended: ended.resolve,
  });
  close = stream.close;
  return { notices, subscribed, wanted, ended: ended.promise, taken: taken.promise, heard: heard.promise };
}

describe('the feed of change events', () => {
  test('tells what changed and by whom, and of what it cannot read that something did', async () => {
    const { notices, wanted, heard } = open(null);
    wanted.notices = 2;
    org.news = [
      event(8, { changeType: 'UPDATE', commitUser: '005A', entityName: 'Account' }),
      { channel: CHANGE_CHANNEL, data: { payload: 'new and unknown' } },
    ];
    await heard;
    expect(notices).toEqual([
      { replayId: 8, changeType: 'UPDATE', userId: '005A' },
      { replayId: null, changeType: 'GAP_UNREADABLE', userId: '' },
    ]);
  });

  test.each([
    ['after an event', 41, 41, false],
    ['with what comes', null, -1, true],
  ])('begins %s', async (_what, replayId, asked, fromNow) => {
    const { taken, subscribed } = open(replayId);
    await taken;
    expect({ asked: org.subscriptions, subscribed }).toEqual({ asked: [asked], subscribed: [fromNow] });
  });

  test('of a client that the org has forgotten is taken up after the last event', async () => {
    const { taken, heard, wanted, subscribed } = open(null);
    wanted.subscriptions = 2;
    org.news = [event(9, { changeType: 'CREATE', commitUser: '005A' })];
    await heard;
    org.answers['/meta/connect'] = {
      ...{ successful: false, error: '403::Unknown client' },
      advice: { reconnect: 'handshake', interval: 0 },
    };
    const again = () => void delete org.answers['/meta/connect'];
    // From the next handshake on the org knows the client again.
    Object.defineProperty(org.answers, '/meta/handshake', { get: () => (again(), {}), configurable: true });
    await taken;
    expect({ asked: org.subscriptions, subscribed }).toEqual({ asked: [-1, 9], subscribed: [true, false] });
  });

  test.each([
    [
      'whose login is over',
      '/meta/connect',
      { error: '401::Authentication invalid', advice: { reconnect: 'none' } },
      { kind: 'login', problem: expect.stringContaining('401::Authentication invalid') },
    ],
    [
      'that is denied at the handshake for its login',
      '/meta/handshake',
      {
        error: '403::Handshake denied',
        advice: { reconnect: 'none' },
        ext: { sfdc: { failureReason: '401::Authentication invalid' } },
      },
      { kind: 'login', problem: expect.stringContaining('401::Authentication invalid') },
    ],
    [
      'that is denied at the handshake for the rights of the user',
      '/meta/handshake',
      {
        error: '403::Handshake denied',
        advice: { reconnect: 'none' },
        ext: { sfdc: { failureReason: '403::API is disabled for this User' } },
      },
      { kind: 'refused', problem: expect.stringContaining('403::API is disabled for this User') },
    ],
    [
      'whose replay id is too old',
      '/meta/subscribe',
      { error: '400::The replayId {41} you provided was invalid.' },
      { kind: 'replay', problem: expect.stringContaining('no longer keeps') },
    ],
    [
      'to a channel that is not there',
      '/meta/subscribe',
      { error: `400::The channel you requested to subscribe to does not exist {${CHANGE_CHANNEL}}` },
      {
        kind: 'refused',
        problem: expect.stringContaining('npm run deploy -- --target-org ALIAS --change-events'),
      },
    ],
    [
      'that goes over the limit of the org while it listens',
      '/meta/connect',
      { error: '403::Organization total events daily limit exceeded', advice: { reconnect: 'retry' } },
      { kind: 'refused', problem: expect.stringContaining('daily limit exceeded') },
    ],
    [
      'over the limit of the org',
      '/meta/subscribe',
      { error: '403::Organization total events daily limit exceeded' },
      { kind: 'refused', problem: expect.stringContaining('daily limit exceeded') },
    ],
  ])('%s ends with the reason', async (_what, channel, reply, end) => {
    org.answers[channel] = { successful: false, ...reply };
    expect(await open(41).ended).toEqual(end);
  });

  test('says goodbye, and nothing after it', async () => {
    const { taken, notices } = open(null);
    await taken;
    await close();
    const asked = () => stub.requests.filter(({ method }) => method === 'POST').length;
    const before = asked();
    org.news = [event(1, { changeType: 'CREATE', commitUser: '005A' })];
    // By then a client that goes on would have come back: its pause is a few milliseconds.
    for (let round = 0; round < 10; round += 1) await fetch(stub.url);
    expect({ goodbyes: org.goodbyes, notices, asked: asked() }).toEqual({
      ...{ goodbyes: 1, notices: [], asked: before },
    });
  });
});
