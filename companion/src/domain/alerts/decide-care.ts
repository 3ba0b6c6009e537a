import { isOpen, isSnoozed, type Alert } from './alert.ts';
import type { People } from './choose-recipient.ts';

const DAY_MS = 86_400_000;

/** Whether nobody has looked at an alert for as long as its rule allows. A snooze is a look. */
export function isUnread(alert: Alert, now: string): boolean {
  const { escalateAfterDays } = alert.rule;
  if (!isOpen(alert) || escalateAfterDays === null || alert.escalatedOn !== null) return false;
  if (alert.readOn !== null || alert.snoozedUntil !== null) return false;
  return Date.parse(now) - Date.parse(alert.raisedOn) >= escalateAfterDays * DAY_MS;
}

/**
 * The alert passed on to the manager of the one who was told; null when there is no such manager, or it is the manager
 * who was told.
 */
export function escalate(alert: Alert, people: People, now: string): Alert | null {
  const told = alert.recipientId === null ? undefined : people.get(alert.recipientId);
  const manager = told?.managerId ? people.get(told.managerId) : undefined;
  if (!manager?.active || manager.userId === alert.recipientId) return null;
  return { ...alert, escalatedOn: now, escalatedTo: manager.userId };
}

/** Whether a snooze was over before now, and the alert still asks for attention. */
export function hasWoken(alert: Alert, now: string): boolean {
  return isOpen(alert) && alert.snoozedUntil !== null && !isSnoozed(alert, now);
}
