import type { Alert } from './csAlertNode';

/** What a person may do about an alert; `snooze` carries the moment, ISO 8601, at which it comes back. */
export type AlertAction =
  { name: 'read' | 'unread' | 'wake' | 'resolve' | 'reopen' } | { name: 'snooze'; until: string };

/** The fields of an alert that a person may change. */
export type AlertChange = Partial<Pick<Alert, 'readAt' | 'snoozedUntil' | 'resolvedAt' | 'resolution'>>;

/** What an action changes about an alert; undefined where it is so already. */
export function changeOf(action: AlertAction, alert: Alert, now: Date): AlertChange | undefined {
  const at = now.toISOString();
  // Whoever decides about an alert has read it: it is not escalated any more.
  const read = alert.readAt === null ? { readAt: at } : {};
  switch (action.name) {
    case 'read':
      return alert.readAt === null ? { readAt: at } : undefined;
    case 'unread':
      return alert.readAt === null ? undefined : { readAt: null };
    case 'wake':
      return alert.snoozedUntil === null ? undefined : { snoozedUntil: null };
    case 'snooze':
      return alert.resolvedAt === null ? { ...read, snoozedUntil: action.until } : undefined;
    case 'resolve':
      return alert.resolvedAt === null ? { ...read, resolvedAt: at, resolution: 'By Hand' } : undefined;
    default:
      return alert.resolvedAt === null ? undefined : { resolvedAt: null, resolution: null };
  }
}

/** What puts an alert back as it was before a change. */
export function undoOf(change: AlertChange, before: Alert): AlertChange {
  const fields = Object.keys(change) as (keyof AlertChange)[];
  return Object.fromEntries(fields.map((field) => [field, before[field]]));
}
