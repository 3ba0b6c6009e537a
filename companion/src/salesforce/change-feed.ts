import type { Connection } from 'jsforce';
import { StreamingExtension } from 'jsforce/lib/api/streaming.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ChangeNotice } from '../domain/change-notice.ts';
import type { ChangeFeed, FeedEnd, FeedListener } from '../usecases/change-ports.ts';
import { toAppError } from './salesforce-error.ts';

/** The channel of `change-events/`: a channel of one's own leaves what the admin selected on the standard one alone. */
export const CHANGE_CHANNEL = '/data/CS_Tenure__chn';

const ONLY_NEW = -1;
/** How long a goodbye may take: the org forgets a silent client by itself. */
const GOODBYE_MS = 2_000;

interface BayeuxMessage {
  channel: string;
  successful?: boolean;
  error?: string;
  advice?: { reconnect?: string };
  ext?: { replay?: Record<string, number>; sfdc?: { failureReason?: string } };
}
type Pass = (message: BayeuxMessage | null) => void;

/** What is used of the Bayeux client that jsforce brings, which comes without types. */
interface BayeuxClient {
  subscribe(channel: string, listener: (data: unknown) => void): PromiseLike<void>;
  disconnect(): PromiseLike<void> | undefined;
  on(event: 'transport:down', listener: () => void): void;
  /** Goes on sending what got no answer until it is closed; jsforce reaches for it too. */
  _dispatcher: { close(): void };
}

const eventMessage = z.object({
  payload: z.object({ ChangeEventHeader: z.object({ changeType: z.string(), commitUser: z.string() }) }),
  event: z.object({ replayId: z.number() }),
});

/** Change events by long polling, over a connection that is logged in. */
export function createChangeFeed(connection: Connection, channel: string = CHANGE_CHANNEL): ChangeFeed {
  return {
    channel,
    open: (replayId, listener) => subscribe(connection, channel, replayId, listener),
    async renewLogin() {
      try {
        // The cheapest call: an expired login is renewed on the way.
        await connection.query('SELECT Id FROM Organization');
      } catch (error) {
        throw toAppError(error, connection.instanceUrl);
      }
    },
  };
}

function subscribe(
  connection: Connection,
  channel: string,
  replayId: number | null,
  listener: FeedListener,
): { close(): Promise<void> } {
  let isOver = false;
  let isDown = false;
  let isNewSession = false;
  const end = (reason: FeedEnd) => {
    if (!isOver) listener.ended(reason);
  };
  const up = (isFromNow: boolean) => {
    isDown = isNewSession = false;
    if (!isOver) listener.subscribed(isFromNow);
  };
  /** Lets nothing pass once it is over: the client would go on trying for ever. */
  const gate = {
    outgoing: (message: BayeuxMessage, pass: Pass) =>
      pass(isOver && message.channel !== '/meta/disconnect' ? null : message),
    incoming: (message: BayeuxMessage, pass: Pass) =>
      pass(isOver && message.channel !== '/meta/disconnect' ? null : message),
  };
  let fromNow = true;
  const watch = {
    outgoing(message: BayeuxMessage, pass: Pass) {
      if (message.channel === '/meta/subscribe') fromNow = message.ext?.replay?.[channel] === ONLY_NEW;
      pass(message);
    },
    incoming(message: BayeuxMessage, pass: Pass) {
      const { channel: about, successful = false } = message;
      if (about === '/meta/handshake' && successful) isNewSession = true;
      // The client subscribes more than once after it was away.
      if (about === '/meta/subscribe' && successful && isNewSession) up(fromNow);
      if (about === '/meta/subscribe' && !successful) end(explain(message, channel));
      // The client would come back at once, and again; only for another handshake it should.
      if (about === '/meta/connect' && !successful && message.advice?.reconnect !== 'handshake') {
        end(explain(message, channel));
      }
      // The org still knew the client: what it could not tell meanwhile it tells now.
      if (about === '/meta/connect' && successful && isDown) up(false);
      pass(message);
    },
  };
  const denied = new StreamingExtension.AuthFailure((message: BayeuxMessage) =>
    end(explain(message, channel)),
  );
  const replay = new StreamingExtension.Replay(channel, replayId ?? ONLY_NEW);
  const client = connection.streaming.createClient([gate, denied, replay, watch]) as unknown as BayeuxClient;
  client.on('transport:down', () => {
    if (isOver) return;
    isDown = true;
    listener.down();
  });
  const subscription = client.subscribe(channel, (data) => {
    if (!isOver) listener.notice(readNotice(data));
  });
  // A refusal is heard of by `watch`.
  void subscription.then(undefined, () => undefined);
  return {
    async close() {
      isOver = true;
      const goodbye = client.disconnect();
      const isDone = new AbortController();
      const late = sleep(GOODBYE_MS, undefined, { signal: isDone.signal }).catch(() => undefined);
      if (goodbye) await Promise.race([goodbye.then(undefined, () => undefined), late]);
      isDone.abort();
      client._dispatcher.close();
    },
  };
}

/** An event that cannot be read still says that something changed. */
function readNotice(data: unknown): ChangeNotice {
  const read = eventMessage.safeParse(data);
  if (!read.success) return { replayId: null, changeType: 'GAP_UNREADABLE', userId: '' };
  const { payload, event } = read.data;
  const { changeType, commitUser } = payload.ChangeEventHeader;
  return { replayId: event.replayId, changeType, userId: commitUser };
}

const NO_CHANNEL = /^400::The channel you requested/;
const BAD_REPLAY_ID = /^400::The replayId/;

/**
 * What an answer of the org means for the companion.
 * https://developer.salesforce.com/docs/platform/api-streaming/guide/streaming-error-codes.html
 */
function explain({ error = '', ext }: BayeuxMessage, channel: string): FeedEnd {
  const reason = ext?.sfdc?.failureReason ?? error;
  if (reason.startsWith('401')) {
    return {
      kind: 'login',
      problem: `The login for change events is over (${reason}); it is being renewed.`,
    };
  }
  if (BAD_REPLAY_ID.test(reason)) {
    return {
      kind: 'replay',
      problem:
        'The org no longer keeps the change event that was heard last; what changed since is read once.',
    };
  }
  const advice = NO_CHANNEL.test(reason)
    ? `it has no channel ${channel}, which npm run deploy -- --target-org ALIAS --change-events brings`
    : reason;
  return {
    kind: 'refused',
    problem: `The org sends no change events: ${advice}. Changes are read by the clock.`,
  };
}
