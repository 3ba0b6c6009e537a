import type {
  Delivery,
  InboundEvent,
  InboundState,
  InboundStore,
  SettledInbound,
  WaitingInbound,
  Webhook,
  WebhookStore,
} from '../inbound-ports.ts';

interface Row {
  event: InboundEvent;
  revision: number;
  state: InboundState;
  accountId: string | null;
  reason: string | null;
  lookAt: string;
}

const LEASE_MS = 2 * 60_000;

/** Hooks, and what came in through them, in memory, for one org. */
export class MemoryInbound implements WebhookStore, InboundStore {
  readonly hooks = new Map<string, { orgId: string; hook: Webhook; secret: string }>();
  /** For which orgs deliveries were kept, one after another. */
  readonly keptFor: string[] = [];
  readonly deliveries = new Map<string, string>();
  readonly rows = new Map<string, Row>();
  /** Accounts that the companion knows: what is filed under others is orphaned. */
  knownAccounts: readonly string[] | null = null;
  waiting: WaitingInbound | null = null;

  createWebhook = async (orgId: string, about: Omit<Webhook, 'lastUsedAt' | 'revokedAt'>, secret: string) =>
    void this.hooks.set(about.id, { orgId, hook: { ...about, lastUsedAt: null, revokedAt: null }, secret });

  listWebhooks = async () => [...this.hooks.values()].map(({ hook }) => hook);

  orgOfWebhook = async (id: string) => this.hooks.get(id)?.orgId ?? null;

  openWebhook = async (_orgId: string, id: string) => {
    const found = this.hooks.get(id);
    return found && found.hook.revokedAt === null ? found : null;
  };

  replaceSecret = async (orgId: string, id: string, secret: string) => {
    const found = await this.openWebhook(orgId, id);
    if (found) found.secret = secret;
    return found !== null;
  };

  revokeWebhook = async (orgId: string, id: string, at: string) => {
    const found = await this.openWebhook(orgId, id);
    if (found) found.hook.revokedAt = at;
    return found !== null;
  };

  keepDelivery = async (orgId: string, { hookId, bodyHash, events }: Delivery, at: string) => {
    const name = `${hookId} ${bodyHash}`;
    this.keptFor.push(orgId);
    if (this.deliveries.has(name)) return false;
    this.deliveries.set(name, at);
    await this.keepEvents(orgId, events, at);
    return true;
  };

  keepEvents = async (_orgId: string, events: InboundEvent[], at: string) => {
    for (const event of structuredClone(events)) {
      const name = `${event.kind} ${event.key}`;
      const known = this.rows.get(name);
      if (known && known.event.changedAt > event.changedAt) continue;
      const merged = { ...known?.event, ...event } as InboundEvent;
      const revision = (known?.revision ?? 0) + 1;
      const accountId = known?.accountId ?? null;
      this.rows.set(name, { event: merged, revision, state: 'new', accountId, reason: null, lookAt: at });
    }
  };

  claimInbound = async (_orgId: string, now: string, limit: number) => {
    const due = [...this.rows.values()]
      .filter(({ state, lookAt }) => state !== 'filed' && lookAt <= now)
      .slice(0, limit);
    return due.map((row) => {
      row.lookAt = new Date(Date.parse(now) + LEASE_MS).toISOString();
      return { event: structuredClone(row.event), revision: row.revision };
    });
  };

  settleInbound = async (_orgId: string, settled: SettledInbound[]) => {
    for (const { kind, key, revision, ...outcome } of settled) {
      const row = this.rows.get(`${kind} ${key}`);
      if (row?.revision === revision) Object.assign(row, outcome);
    }
  };

  findOrphanedAccounts = async (_orgId: string, now: string, limit: number) => {
    const known = this.knownAccounts;
    if (!known) return [];
    const due = [...this.rows.values()].filter(({ state, lookAt }) => state === 'filed' && lookAt <= now);
    const ids = due.flatMap(({ accountId }) => accountId ?? []);
    return [...new Set(ids)].filter((id) => !known.includes(id)).slice(0, limit);
  };

  reopenInbound = async (_orgId: string, accountIds: string[], at: string) => {
    for (const row of this.rows.values()) {
      if (row.accountId !== null && accountIds.includes(row.accountId))
        Object.assign(row, { state: 'new', accountId: null, lookAt: at, revision: row.revision + 1 });
    }
  };

  postponeInbound = async (_orgId: string, accountIds: string[], lookAt: string) => {
    for (const row of this.rows.values()) {
      if (row.accountId !== null && accountIds.includes(row.accountId)) row.lookAt = lookAt;
    }
  };

  waitingInbound = async () => this.waiting ?? { held: 0, queued: 0, unseen: 0, newest: [] };

  forgetDeliveries = async (_orgId: string, before: string) => {
    for (const [name, at] of this.deliveries) if (at < before) this.deliveries.delete(name);
  };
}
