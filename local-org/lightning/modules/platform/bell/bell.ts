import { callApi } from 'platform/http';
import { goTo, goToUrl } from 'platform/location';
import type { PageReference } from 'platform/location';

/** A notification as Connect answers it, as far as the bell shows it. */
export interface BellNotification {
  id: string;
  messageTitle: string;
  messageBody: string;
  /** ISO 8601. */
  lastModified: string;
  read: boolean;
  /** The record that it leads to. */
  target: string | null;
  /** A page reference as JSON, which goes before the record. */
  targetPageRef: string | null;
}

const SHOWN = 20;
const RESOURCE = '/connect/notifications';

/** The newest notifications of the user. */
export async function readNotifications(): Promise<BellNotification[]> {
  const path = `${RESOURCE}?size=${SHOWN}`;
  return (await callApi<{ notifications: BellNotification[] }>('GET', path)).notifications;
}

/** How many notifications the user has not read. */
export async function countUnread(): Promise<number> {
  return (await callApi<{ unreadCount: number }>('GET', `${RESOURCE}/status`)).unreadCount;
}

/** Marks one notification as read. */
export async function markRead(id: string): Promise<void> {
  await callApi('PATCH', `${RESOURCE}/${id}`, { read: true });
}

/** Marks every notification up to now as read. */
export async function markAllRead(): Promise<void> {
  await callApi('PATCH', RESOURCE, { read: true });
}

/** Goes where a notification leads; one that leads nowhere stays where it is. */
export function openTarget({ target, targetPageRef }: BellNotification): void {
  if (targetPageRef) goTo({ state: {}, ...(JSON.parse(targetPageRef) as Omit<PageReference, 'state'>) });
  else if (target) goToUrl(`/lightning/r/${target}/view`);
}
