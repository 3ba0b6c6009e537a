import type { BellNotification } from 'platform/bell';

/** A notification as the panel shows it. */
export interface BellItem {
  id: string;
  title: string;
  body: string;
  /** `5 minutes ago`. */
  ago: string;
  isUnread: boolean;
  className: string;
}

/** Above this the bell says that there are more. */
const MOST_COUNTED = 99;

const STEPS = [
  { unit: 'minute', ms: 60_000, below: 60 },
  { unit: 'hour', ms: 3_600_000, below: 24 },
  { unit: 'day', ms: 86_400_000, below: Infinity },
] as const;

/** The notifications as the panel shows them at the moment `now`. */
export function bellItems(notifications: readonly BellNotification[], now: Date): BellItem[] {
  return notifications.map(({ id, messageTitle, messageBody, lastModified, read }) => ({
    id,
    title: messageTitle,
    body: messageBody,
    ago: agoOf(Date.parse(lastModified), now.getTime()),
    isUnread: !read,
    className: `slds-button slds-button_reset item slds-p-around_small${read ? '' : ' item_unread'}`,
  }));
}

/** What stands on the bell: nothing, a number, or `99+`. */
export function bellBadge(unread: number): string {
  if (unread === 0) return '';
  return unread > MOST_COUNTED ? `${MOST_COUNTED}+` : String(unread);
}

/** The bell in words, for those who do not see its number. */
export function bellLabel(unread: number): string {
  return unread === 0 ? 'Notifications' : `Notifications: ${unread} unread`;
}

function agoOf(at: number, now: number): string {
  const passed = Math.max(0, now - at);
  const step = STEPS.find(({ ms, below }) => Math.round(passed / ms) < below) ?? STEPS[2];
  const count = Math.round(passed / step.ms);
  if (step.unit === 'minute' && count === 0) return 'just now';
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-count, step.unit);
}
