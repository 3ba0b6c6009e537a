import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import {
  CONNECT,
  DISCONNECT,
  HANDSHAKE,
  LONG_POLLING,
  refusal,
  replyTo,
  STREAMING_ERRORS,
  SUBSCRIBE,
  UNSUBSCRIBE,
  type BayeuxReply,
  type BayeuxRequest,
} from './bayeux.ts';
import { findChannel } from './find-channel.ts';
import { HOLD_MS, holdConnect } from './hold-connect.ts';
import { readReplay } from './read-replay.ts';
import type { StreamingSession, StreamingSessions } from './streaming-sessions.ts';

export const SESSION_COOKIE = 'BAYEUX_BROWSER';

/** Who sends a message, and over what. */
export interface Caller {
  token: string | undefined;
  user: UserContext | undefined;
  /** The session cookie that came with it. */
  cookie: string | undefined;
  setCookie(value: string): void;
  /** Calls back when the caller has closed the connection. */
  onGone(listener: () => void): void;
}

/** Answers one message of the protocol; a connect may take its time. */
export async function answerMessage(
  org: Org,
  sessions: StreamingSessions,
  message: BayeuxRequest,
  caller: Caller,
): Promise<BayeuxReply[]> {
  const { user, token } = caller;
  const loginError =
    token === undefined ? STREAMING_ERRORS.unauthenticated : STREAMING_ERRORS.authenticationInvalid;
  if (message.channel === HANDSHAKE) return [handshake(sessions, message, caller, loginError)];
  const session = sessions.find(message.clientId);
  if (!session) return [refusal(message, STREAMING_ERRORS.unknownClient, 'handshake')];
  const { clientId } = session;
  if (!user || token !== session.token) return [{ ...refusal(message, loginError, 'none'), clientId }];
  if (caller.cookie !== session.cookie) {
    return [{ ...refusal(message, STREAMING_ERRORS.cookieMissing(clientId, SESSION_COOKIE)), clientId }];
  }
  switch (message.channel) {
    case CONNECT:
      return connect(org, session, message, caller);
    case SUBSCRIBE:
      return [{ ...subscribe(org, session, message, user), clientId }];
    case UNSUBSCRIBE:
      session.subscriptions.delete(String(message.subscription));
      return [replyTo(message, { clientId, subscription: message.subscription })];
    case DISCONNECT:
      sessions.close(clientId);
      return [replyTo(message, { clientId })];
    default:
      return [
        refusal(message, STREAMING_ERRORS.notModelled(`messages on the channel ${String(message.channel)}`)),
      ];
  }
}

function handshake(
  sessions: StreamingSessions,
  message: BayeuxRequest,
  { user, token, setCookie }: Caller,
  loginError: string,
): BayeuxReply {
  const offered = message.supportedConnectionTypes;
  if (!Array.isArray(offered) || !offered.includes(LONG_POLLING)) {
    return refusal(message, STREAMING_ERRORS.connectionType(String(offered)), 'none');
  }
  if (!user || token === undefined || !user.hasSystemPermission('ApiEnabled')) {
    const ext = {
      sfdc: { failureReason: user ? '403::API is disabled for this User' : loginError },
      replay: true,
    };
    return { ...refusal(message, STREAMING_ERRORS.handshakeDenied, 'none'), ext };
  }
  const { clientId, cookie } = sessions.open(token);
  setCookie(cookie);
  return replyTo(message, {
    clientId,
    version: '1.0',
    minimumVersion: '1.0',
    supportedConnectionTypes: [LONG_POLLING],
    ext: { replay: true, 'payload.format': true },
  });
}

async function connect(
  org: Org,
  session: StreamingSession,
  message: BayeuxRequest,
  caller: Caller,
): Promise<BayeuxReply[]> {
  const { clientId } = session;
  if (message.connectionType !== LONG_POLLING) {
    return [refusal(message, STREAMING_ERRORS.connectionType(String(message.connectionType)), 'none')];
  }
  session.release?.();
  const advice = { reconnect: 'retry', interval: 0, timeout: HOLD_MS };
  const reply = replyTo(message, { clientId, advice });
  if (session.isNew) {
    session.isNew = false;
    return [reply];
  }
  const outcome = await holdConnect(org, session, caller.onGone);
  if (outcome !== 'logged out') return [reply, ...outcome.events];
  return [{ ...refusal(message, STREAMING_ERRORS.authenticationInvalid, 'none'), clientId }];
}

function subscribe(
  org: Org,
  session: StreamingSession,
  message: BayeuxRequest,
  user: UserContext,
): BayeuxReply {
  const channel = typeof message.subscription === 'string' ? message.subscription : '';
  const found = findChannel(org, user, channel);
  const { subscription } = message;
  if ('error' in found) return { ...refusal(message, found.error), subscription };
  const start = readReplay(org.changes, message.ext?.replay?.[channel]);
  if ('error' in start) return { ...refusal(message, start.error), subscription };
  session.subscriptions.set(channel, { channel, user, objects: found.objects, position: start.position });
  // What is to be replayed does not wait for the next change.
  session.release?.();
  return replyTo(message, { subscription });
}
