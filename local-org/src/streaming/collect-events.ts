import type { Org } from '../org.ts';
import type { BayeuxReply } from './bayeux.ts';
import { changeEvent } from './change-event.ts';
import type { StreamingSession, Subscription } from './streaming-sessions.ts';

/** How many changes are looked at in one go; the client comes back for more. */
const CHANGES_AT_ONCE = 500;

/** The events that a client has not had yet, of all that it listens to; they count as sent. */
export function collectEvents(org: Org, session: StreamingSession): BayeuxReply[] {
  return [...session.subscriptions.values()].flatMap((subscription) => eventsOf(org, session, subscription));
}

function eventsOf(org: Org, { clientId }: StreamingSession, subscription: Subscription): BayeuxReply[] {
  const { channel, objects, user } = subscription;
  for (;;) {
    const changes = org.changes.after(subscription.position, CHANGES_AT_ONCE);
    subscription.position = changes.at(-1)?.replayId ?? subscription.position;
    const events = changes.flatMap((change) => {
      const object = objects.has(change.objectName) ? org.schema.object(change.objectName) : undefined;
      return object ? [{ channel, clientId, data: changeEvent(change, object, user) }] : [];
    });
    if (events.length > 0 || changes.length < CHANGES_AT_ONCE) return events;
  }
}
