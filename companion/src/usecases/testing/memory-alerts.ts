import type { Alert } from '../../domain/alerts/alert.ts';
import { isSnoozed } from '../../domain/alerts/alert.ts';
import { isUnread } from '../../domain/alerts/decide-care.ts';
import type { Channel, Delivery } from '../../domain/alerts/plan-deliveries.ts';
import type {
  AccountForAlerts,
  AlertChanges,
  AlertFilter,
  AlertListState,
  AlertQueryStore,
  AlertStore,
  DeliveryState,
  DeliveryStore,
} from '../alert-ports.ts';
import type { PushIntent } from '../ports.ts';
import type { PageEnd } from '../query-ports.ts';

type DeliveryRow = Delivery & {
  state: DeliveryState['state'] | 'sending';
  messageId: string | null;
  takenAt: string | null;
  sentAt: string | null;
  reason: string | null;
};

const LEASE_MS = 5 * 60_000;

/** The alert stores in memory, for one org. What is kept can be looked at. */
export class MemoryAlerts implements AlertStore, DeliveryStore, AlertQueryStore {
  readonly accounts = new Map<string, AccountForAlerts>();
  readonly alerts = new Map<string, Alert>();
  readonly deliveries = new Map<string, DeliveryRow>();
  readonly #keepPushes: (pushes: PushIntent[], at: string) => Promise<void>;
  #look = { rules: new Map<string, string>(), on: null as string | null };
  #readTo: string | null = null;

  constructor(keepPushes: (pushes: PushIntent[], at: string) => Promise<void>) {
    this.#keepPushes = keepPushes;
  }

  pageAlertAccounts = async (_orgId: string, _which: object, afterId: string, limit: number) =>
    structuredClone(
      [...this.accounts.values()]
        .filter(({ accountId }) => accountId > afterId)
        .sort((a, b) => (a.accountId < b.accountId ? -1 : 1))
        .slice(0, limit),
    );

  // Accounts are set from outside here, so each look may find news.
  lastLook = async () => ({ ...this.#look, hasNews: true });
  keepLook = async (_orgId: string, rules: Map<string, string>, at: string) =>
    void (this.#look = { rules: new Map(rules), on: at.slice(0, 10) });

  loadAlerts = async (_orgId: string, accountIds: string[], day: string) =>
    this.#find(
      (alert) =>
        accountIds.includes(alert.accountId) && (alert.lasting || alert.raisedOn.slice(0, 10) >= day),
    );
  loadAlertsByKey = async (_orgId: string, keys: string[]) => this.#find(({ key }) => keys.includes(key));
  loadAlertsToWatch = async (_orgId: string, now: string) =>
    this.#find(
      (alert) =>
        alert.resolvedOn === null &&
        (isUnread(alert, now) || (alert.snoozedUntil !== null && !isSnoozed(alert, now))),
    );

  #find(holds: (alert: Alert) => boolean): Alert[] {
    return structuredClone([...this.alerts.values()].filter(holds));
  }

  async keepAlerts(_orgId: string, { of, alerts, deliveries, pushes }: AlertChanges, at: string) {
    for (const alert of structuredClone(alerts)) {
      const known = this.alerts.get(alert.key);
      if (!known) this.alerts.set(alert.key, alert);
      else if (of === 'causes') {
        const { lasting, goneSince } = alert;
        const end = known.resolvedOn === null ? alert : known;
        Object.assign(known, { lasting, goneSince, resolvedOn: end.resolvedOn, resolution: end.resolution });
      } else if (known.resolution !== 'Cause Gone') {
        const { readOn, snoozedUntil, resolvedOn, resolution, escalatedOn, escalatedTo } = alert;
        Object.assign(known, { readOn, snoozedUntil, resolvedOn, resolution, escalatedOn, escalatedTo });
      }
    }
    for (const delivery of deliveries) {
      if (this.deliveries.has(delivery.id)) continue;
      const none = { messageId: null, takenAt: null, sentAt: null, reason: null };
      this.deliveries.set(delivery.id, { ...delivery, ...none, state: 'waiting' });
    }
    await this.#keepPushes(pushes, at);
  }

  async endOrphans(_orgId: string, at: string) {
    const orphans = [...this.alerts.values()].filter(
      ({ lasting, accountId }) => lasting && !this.accounts.has(accountId),
    );
    for (const alert of orphans) {
      Object.assign(alert, { lasting: false });
      if (alert.resolvedOn === null) Object.assign(alert, { resolvedOn: at, resolution: 'Cause Gone' });
    }
    return orphans.length;
  }

  actionsReadTo = async () => this.#readTo;
  saveActionsReadTo = async (_orgId: string, to: string) => void (this.#readTo = to);

  async dueDeliveries(_orgId: string, channel: Channel, now: string, limit: number) {
    const due = [...this.deliveries.values()].filter(
      (row) => row.channel === channel && row.state === 'waiting' && row.dueAt <= now,
    );
    return due.slice(0, limit).map((row) => {
      const alert = this.alerts.get(row.alertKey)!;
      const accountName = this.accounts.get(alert.accountId)?.name ?? alert.accountId;
      return structuredClone({ ...row, accountName, alert });
    });
  }

  async takeDeliveries(_orgId: string, ids: string[], messageId: string, takenAt: string) {
    const taken = ids.filter((id) => this.deliveries.get(id)?.state === 'waiting');
    for (const id of taken) Object.assign(this.deliveries.get(id)!, { state: 'sending', messageId, takenAt });
    return taken;
  }

  async settleDeliveries(_orgId: string, ids: string[], settled: DeliveryState, now: string) {
    for (const id of ids) {
      const row = this.deliveries.get(id);
      if (!row || !['waiting', 'sending'].includes(row.state)) continue;
      Object.assign(row, settled, { sentAt: settled.state === 'sent' ? now : null });
      if (!['sent', 'uncertain'].includes(settled.state)) row.messageId = null;
    }
  }

  async giveUpCutOff(_orgId: string, now: string) {
    const cutOff = [...this.deliveries.values()].filter(
      (row) => row.state === 'sending' && Date.parse(now) - Date.parse(row.takenAt ?? now) > LEASE_MS,
    );
    for (const row of cutOff) row.state = 'uncertain';
    return cutOff.length;
  }

  async countMessages(_orgId: string, channel: Channel, since: string) {
    const rows = [...this.deliveries.values()].filter(
      (row) => row.channel === channel && row.messageId !== null && (row.takenAt ?? '') >= since,
    );
    return new Set(rows.map(({ messageId }) => messageId)).size;
  }

  #listed(alert: Alert, now: string) {
    const open: AlertListState = isSnoozed(alert, now) ? 'snoozed' : 'open';
    const state: AlertListState = alert.resolvedOn === null ? open : 'resolved';
    return { alert, accountName: this.accounts.get(alert.accountId)?.name ?? null, state };
  }

  async pageAlerts(_orgId: string, filter: AlertFilter, now: string, after: PageEnd | null, limit: number) {
    const place = ({ raisedOn, key }: Alert) => `${raisedOn} ${key}`;
    return this.#find((alert) => after === null || place(alert) < `${after.value} ${after.id}`)
      .filter(({ type }) => filter.type === null || type === filter.type)
      .filter(({ accountId }) => filter.accountId === null || accountId.startsWith(filter.accountId))
      .sort((a, b) => (place(a) < place(b) ? 1 : -1))
      .map((alert) => this.#listed(alert, now))
      .filter(({ state }) => filter.state === null || state === filter.state)
      .slice(0, limit);
  }

  findAlert = async (_orgId: string, key: string, now: string) => {
    const alert = this.alerts.get(key);
    return alert ? this.#listed(alert, now) : null;
  };

  deliveriesOf = async (_orgId: string, alertKey: string) =>
    [...this.deliveries.values()].filter((row) => row.alertKey === alertKey);

  async alertTotals(_orgId: string, now: string) {
    const states = [...this.alerts.values()].map((alert) => this.#listed(alert, now).state);
    const rows = [...this.deliveries.values()];
    const count = (state: string, channel?: Channel) =>
      rows.filter((row) => row.state === state && (!channel || row.channel === channel)).length;
    const due = rows.filter((row) => row.state === 'waiting' && row.dueAt <= now).map(({ dueAt }) => dueAt);
    return {
      open: states.filter((state) => state === 'open').length,
      snoozed: states.filter((state) => state === 'snoozed').length,
      waiting: { bell: count('waiting', 'bell'), email: count('waiting', 'email') },
      failed: count('failed'),
      uncertain: count('uncertain'),
      oldestDueAt: due.sort()[0] ?? null,
    };
  }
}
