import type { Org } from '../org.ts';
import type { StoredNotification } from '../notifications/notification-store.ts';

/** What a title and a body are cut to unless the client asks for all of them. */
const TRIMMED_TITLE = 120;
const TRIMMED_BODY = 320;

/**
 * A notification as Connect answers it
 * (https://developer.salesforce.com/docs/atlas.en-us.264.0.pushImplGuide.meta/pushImplGuide/connect_responses_notification.htm).
 */
export function toNotification(
  org: Org,
  stored: StoredNotification,
  { trim, base }: { trim: boolean; base: string },
) {
  const { id, title, body, at } = stored;
  return {
    additionalData: null,
    communityId: null,
    communityName: null,
    count: 1,
    id,
    image: null,
    lastModified: at,
    messageBody: trim ? body.slice(0, TRIMMED_BODY) : body,
    messageTitle: trim ? title.slice(0, TRIMMED_TITLE) : title,
    mostRecentActivityDate: at,
    organizationId: org.id,
    read: stored.read,
    recipientId: stored.userId,
    seen: stored.seen,
    target: stored.targetId,
    targetPageRef: stored.targetPageRef,
    type: stored.typeId,
    url: `${base}/${id}`,
  };
}
