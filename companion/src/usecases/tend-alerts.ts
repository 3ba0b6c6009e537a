import type { AlertLimits, AlertReader, AlertSender, AlertStore, DeliveryStore } from './alert-ports.ts';
import { deliverAlerts, type DeliverCounts } from './deliver-alerts.ts';
import type { OrgIdentity } from './ports.ts';
import { pushChanges, type PushDeps } from './push-changes.ts';
import { watchAlerts, type WatchCounts } from './watch-alerts.ts';

/** The name of the job that looks after alerts between syncs. */
export const ALERTS_JOB = 'alerts';

/** What alerts are raised, watched and delivered with. */
export interface AlertDeps {
  reader: AlertReader;
  store: AlertStore & DeliveryStore;
  sender: AlertSender;
  limits: AlertLimits;
}

export type TendCounts = WatchCounts & DeliverCounts;

/**
 * Looks after alerts that were raised: takes note of what people did, passes on what nobody read, brings back what was
 * snoozed, and sends what is due. Safe to stop and to repeat at any point.
 */
export async function tendAlerts(
  org: OrgIdentity,
  alerts: AlertDeps,
  push: PushDeps,
  signal?: AbortSignal,
): Promise<TendCounts> {
  const now = () => push.clock().toISOString();
  const watched = await watchAlerts(org.orgId, alerts, now());
  await pushChanges(org.orgId, push, signal ? { signal } : {});
  const control = { now, baseUrl: org.instanceUrl, ...(signal ? { signal } : {}) };
  return { ...watched, ...(await deliverAlerts(org.orgId, alerts, control)) };
}
