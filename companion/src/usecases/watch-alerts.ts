import type { Alert } from '../domain/alerts/alert.ts';
import { escalate, hasWoken, isUnread } from '../domain/alerts/decide-care.ts';
import { planDeliveries, type Delivery, type Occasion } from '../domain/alerts/plan-deliveries.ts';
import type { AlertActions, RaiseDeps } from './alert-ports.ts';
import { toAlertPush } from './alert-push.ts';
import { createPeopleBook, type PeopleBook } from './people-book.ts';

/** A record that was saved a little before it could be seen is read again. */
const OVERLAP_MS = 5 * 60_000;

/** What watching came to. */
export interface WatchCounts {
  escalated: number;
  woken: number;
}

/**
 * Takes note of what people did to their alerts, passes on those that nobody has read, and brings back those whose
 * snooze is over. What a person did stands: it is read, never written.
 */
export async function watchAlerts(
  orgId: string,
  { reader, store }: RaiseDeps,
  now: string,
): Promise<WatchCounts> {
  await noteActions(orgId, { reader, store }, now);
  const watched = await store.loadAlertsToWatch(orgId, now);
  const unread = watched.filter((alert) => isUnread(alert, now));
  const woken = watched.filter((alert) => hasWoken(alert, now));
  if (unread.length + woken.length === 0) return { escalated: 0, woken: 0 };

  const book = createPeopleBook(reader);
  await book.load([...unread, ...woken].map(({ recipientId }) => recipientId));
  const escalated = unread.flatMap((alert) => escalate(alert, book.people, now) ?? []);
  const deliveries = [
    ...escalated.flatMap((alert) => tell(alert, 'escalated', alert.escalatedTo, book, now)),
    ...woken.flatMap((alert) =>
      tell(alert, `snoozed until ${alert.snoozedUntil ?? now}`, alert.recipientId, book, now),
    ),
  ];
  const escalatedKeys = new Set(escalated.map(({ key }) => key));
  const awake = woken.filter(({ key }) => !escalatedKeys.has(key));
  const alerts = [...escalated, ...awake.map((alert) => ({ ...alert, snoozedUntil: null }))];
  await store.keepAlerts(
    orgId,
    { of: 'people', alerts, deliveries, pushes: escalated.map(toAlertPush) },
    now,
  );
  return { escalated: escalated.length, woken: woken.length };
}

async function noteActions(orgId: string, { reader, store }: RaiseDeps, now: string): Promise<void> {
  const readTo = await store.actionsReadTo(orgId);
  const since = readTo && new Date(Date.parse(readTo) - OVERLAP_MS).toISOString();
  const { actions, latest } = await reader.readAlertActions(since);
  const byKey = new Map(actions.map((action) => [action.key, action]));
  const known = await store.loadAlertsByKey(orgId, [...byKey.keys()]);
  const noted = known.flatMap((alert) => note(alert, byKey.get(alert.key), now) ?? []);
  await store.keepAlerts(orgId, { of: 'people', alerts: noted, deliveries: [], pushes: [] }, now);
  if (latest !== null && latest !== readTo) await store.saveActionsReadTo(orgId, latest);
}

/** The alert as people left it; null when that is nothing new. What was resolved by its cause stays so. */
function note(alert: Alert, action: AlertActions | undefined, now: string): Alert | null {
  if (!action || alert.resolution === 'Cause Gone') return null;
  const resolvedOn = action.byHand ? action.resolvedOn : null;
  const isLooked = action.readOn !== null || action.snoozedUntil !== null;
  // A snooze that is over was brought back before; the org still names the time.
  const isOver = action.snoozedUntil !== null && action.snoozedUntil <= now && alert.snoozedUntil === null;
  const noted: Alert = {
    ...alert,
    readOn: isLooked ? (action.readOn ?? alert.readOn ?? now) : null,
    snoozedUntil: isOver ? null : action.snoozedUntil,
    resolvedOn,
    resolution: resolvedOn === null ? null : 'By Hand',
  };
  const isSame =
    noted.readOn === alert.readOn &&
    noted.snoozedUntil === alert.snoozedUntil &&
    noted.resolvedOn === alert.resolvedOn;
  return isSame ? null : noted;
}

function tell(
  alert: Alert,
  occasion: Occasion,
  userId: string | null,
  { people }: PeopleBook,
  now: string,
): Delivery[] {
  const person = userId === null ? undefined : people.get(userId);
  return person ? planDeliveries(alert, occasion, person, now) : [];
}
