import { randomBytes } from 'node:crypto';
import type { UserContext } from '../security/types.ts';

/** A client that does not come back within this time is forgotten. */
export const RECONNECT_WITHIN_MS = 40_000;

/** What a client listens to, and how far it has got. */
export interface Subscription {
  channel: string;
  objects: ReadonlySet<string>;
  /** Rights as they were when it subscribed: an org looks at them again only then. */
  user: UserContext;
  /** The replay id up to which everything was sent. */
  position: number;
}

/** One client between its handshake and its leave. */
export interface StreamingSession {
  clientId: string;
  /** What the client has to send back as a cookie, so that it reaches the server which knows it. */
  cookie: string;
  token: string;
  subscriptions: Map<string, Subscription>;
  /** The first connect is answered at once. */
  isNew: boolean;
  seenAt: number;
  /** Ends the connect that is being held. */
  release: (() => void) | null;
}

/** The clients that are connected now; they are gone when the org restarts, as an org's are. */
export interface StreamingSessions {
  open(token: string): StreamingSession;
  /** The session of a client, which is thereby heard of; undefined when it is unknown or was away for too long. */
  find(clientId: unknown): StreamingSession | undefined;
  close(clientId: string): void;
}

/** Creates the sessions. */
export function createStreamingSessions(now: () => Date): StreamingSessions {
  const sessions = new Map<string, StreamingSession>();
  const dropSilent = () => {
    const since = now().getTime() - RECONNECT_WITHIN_MS;
    for (const [id, { seenAt, release }] of sessions) if (!release && seenAt < since) sessions.delete(id);
  };
  return {
    open(token) {
      dropSilent();
      const session: StreamingSession = {
        clientId: randomBytes(16).toString('hex'),
        cookie: randomBytes(12).toString('hex'),
        ...{ token, subscriptions: new Map(), isNew: true, seenAt: now().getTime(), release: null },
      };
      sessions.set(session.clientId, session);
      return session;
    },
    find(clientId) {
      dropSilent();
      const session = sessions.get(String(clientId));
      if (session) session.seenAt = now().getTime();
      return session;
    },
    close(clientId) {
      sessions.get(clientId)?.release?.();
      sessions.delete(clientId);
    },
  };
}
