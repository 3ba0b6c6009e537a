import type { Org } from '../org.ts';
import type { BayeuxReply } from './bayeux.ts';
import { collectEvents } from './collect-events.ts';
import type { StreamingSession } from './streaming-sessions.ts';

/** How long an org holds a connect that has nothing to tell. */
export const HOLD_MS = 110_000;
/** How often it looks whether the client is still logged in meanwhile. */
const LOGIN_CHECK_MS = 500;

/**
 * Waits until there is something to tell a client, its login has ended, it has left or asked anew, or long enough.
 *
 * @param onGone calls back when the client has closed the connection
 * @returns the events, or that the login is over
 */
export function holdConnect(
  org: Org,
  session: StreamingSession,
  onGone: (listener: () => void) => void,
): Promise<{ events: BayeuxReply[] } | 'logged out'> {
  return new Promise((resolve) => {
    const finish = (outcome: { events: BayeuxReply[] } | 'logged out') => {
      if (session.release === release) session.release = null;
      session.seenAt = org.now().getTime();
      stopListening();
      clearInterval(checking);
      clearTimeout(holding);
      resolve(outcome);
    };
    const look = () => {
      if (org.sessions.userId(session.token) === undefined) return finish('logged out');
      const events = collectEvents(org, session);
      if (events.length > 0) finish({ events });
    };
    const release = () => finish({ events: [] });
    const stopListening = org.changes.onChanges(look);
    const checking = setInterval(look, LOGIN_CHECK_MS);
    const holding = setTimeout(release, HOLD_MS);
    session.release = release;
    onGone(release);
    look();
  });
}
