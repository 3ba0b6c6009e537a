import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database, type DatabaseLocation } from './store/database.ts';
import type { TicketEvent } from './usecases/inbound-ports.ts';
import { createWebhook } from './usecases/webhooks.ts';

const AT = '2026-11-22T09:00:00.000Z';
const LATER = '2026-11-22T09:03:00.000Z';
const TEST_KEY = { id: 'test', bytes: Buffer.alloc(32, 7) };
const SENDER = { accountId: null, accountKeys: ['north'], email: null, name: null, company: null };
const ticket = (changedAt: string, more: Partial<TicketEvent> = {}): TicketEvent => ({
  kind: 'ticket',
  key: 'jira:A-1',
  changedAt,
  sender: SENDER,
  ...more,
});

describe.each(['PGlite', 'PostgreSQL'])('what comes in, on %s', (kind) => {
  let server: TestServer | null = null;
  let database: Database;
  let store: Store;
  let orgs = 0;

  beforeAll(async () => {
    let where: DatabaseLocation = { memory: true };
    if (kind === 'PostgreSQL') {
      server = await startPostgres();
      where = { url: server.url };
    }
    database = await openDatabase(where);
    store = createStore(database, { keys: [TEST_KEY] });
  });

  afterAll(async () => {
    await database.close();
    await server?.stop();
  });

  const newOrg = () => `00D${(orgs += 1)}`;
  const settled = (revision: number, state: 'held' | 'filed', lookAt: string) => ({
    ...{ kind: 'ticket' as const, key: 'jira:A-1', revision, state, lookAt },
    accountId: state === 'filed' ? '001A' : null,
    reason: state === 'held' ? 'nobody' : null,
  });

  test('a secret is sealed for its hook and its org, and replaced and revoked with it', async () => {
    const orgId = newOrg();
    const about = { source: 'jira' as const, name: 'Desk', mapping: { prefix: 'x' }, createdAt: AT };
    const { hook, secret } = await createWebhook(orgId, about, null, store);
    expect(await store.openWebhook(orgId, hook.id)).toMatchObject({
      secret,
      hook: { mapping: { prefix: 'x' } },
    });
    expect(await store.openWebhook(newOrg(), hook.id)).toBeNull();
    const row = await database.prisma.webhook.findUniqueOrThrow({ where: { id: hook.id } });
    expect(row.secret).not.toContain(secret);
    const copied = { ...row, id: randomUUID(), mapping: {} };
    await database.prisma.webhook.create({ data: copied });
    await expect(store.openWebhook(orgId, copied.id)).rejects.toThrow('changed, or belongs elsewhere');
    expect(await store.replaceSecret(orgId, hook.id, 'theirs')).toBe(true);
    expect(await store.openWebhook(orgId, hook.id)).toMatchObject({ secret: 'theirs' });
    expect(await store.revokeWebhook(orgId, hook.id, AT)).toBe(true);
    expect(await store.openWebhook(orgId, hook.id)).toBeNull();
    expect(await store.replaceSecret(orgId, hook.id, 'more')).toBe(false);
  });

  test('a secret moves to the new key when it is used after a rotation', async () => {
    const orgId = newOrg();
    const about = { source: 'jira' as const, name: 'Desk', mapping: {}, createdAt: AT };
    const { hook, secret } = await createWebhook(orgId, about, null, store);
    const fresh = { id: 'fresh', bytes: Buffer.alloc(32, 9) };
    await createStore(database, { keys: [fresh, TEST_KEY] }).openWebhook(orgId, hook.id);
    expect(await createStore(database, { keys: [fresh] }).openWebhook(orgId, hook.id)).toMatchObject({
      secret,
    });
  });

  test('a delivery is kept once, with its events or not at all', async () => {
    const orgId = newOrg();
    const delivery = { hookId: randomUUID(), bodyHash: 'a', events: [ticket(AT, { subject: 'One' })] };
    expect(await store.keepDelivery(orgId, delivery, AT)).toBe(true);
    expect(await store.keepDelivery(orgId, delivery, LATER)).toBe(false);
    const broken = { ...delivery, bodyHash: 'b', events: [ticket('not a time')] };
    await expect(store.keepDelivery(orgId, broken, AT)).rejects.toThrow();
    expect(await store.keepDelivery(orgId, { ...broken, events: [] }, AT)).toBe(true);
    await store.forgetDeliveries(orgId, LATER);
    expect(await store.keepDelivery(orgId, delivery, LATER)).toBe(true);
  });

  test('news fill in what was known, and what is older changes nothing', async () => {
    const orgId = newOrg();
    await store.keepEvents(
      orgId,
      [ticket(LATER, { status: 'Closed' }), ticket(AT, { status: 'New', subject: 'A' })],
      AT,
    );
    await store.keepEvents(orgId, [ticket(AT, { status: 'New' })], AT);
    await store.keepEvents(orgId, [ticket(LATER, { satisfaction: 'Good' })], AT);
    expect(await store.claimInbound(orgId, AT, 10)).toEqual([
      { event: ticket(LATER, { status: 'Closed', subject: 'A', satisfaction: 'Good' }), revision: 3 },
    ]);
  });

  test('an event is left to whoever took it, for two minutes; what is settled comes back when its time has come', async () => {
    const orgId = newOrg();
    await store.keepEvents(orgId, [ticket(AT)], AT);
    expect(await store.claimInbound(orgId, AT, 10)).toHaveLength(1);
    expect(await store.claimInbound(orgId, AT, 10)).toHaveLength(0);
    expect(await store.claimInbound(orgId, LATER, 10)).toHaveLength(1);
    await store.settleInbound(orgId, [settled(1, 'held', LATER)]);
    expect(await store.waitingInbound(orgId, 5)).toEqual({
      ...{ held: 1, queued: 0, unseen: 0 },
      newest: [{ kind: 'ticket', key: 'jira:A-1', since: AT, reason: 'nobody' }],
    });
    expect(await store.claimInbound(orgId, LATER, 10)).toHaveLength(1);
  });

  test('what came in meanwhile is not taken for settled', async () => {
    const orgId = newOrg();
    await store.keepEvents(orgId, [ticket(AT)], AT);
    await store.claimInbound(orgId, AT, 10);
    await store.keepEvents(orgId, [ticket(LATER, { subject: 'News' })], AT);
    await store.settleInbound(orgId, [settled(1, 'filed', LATER)]);
    expect(await store.claimInbound(orgId, AT, 10)).toMatchObject([
      { revision: 2, event: { subject: 'News' } },
    ]);
  });

  test('what is filed under an account that is no more is found, and looked at again', async () => {
    const orgId = newOrg();
    const org = { orgId, name: 'O', instanceUrl: 'https://o.example' };
    await store.keepEvents(orgId, [ticket(AT)], AT);
    await store.settleInbound(orgId, [settled(1, 'filed', LATER)]);
    await store.rememberOrg(org, AT);
    expect(await store.findOrphanedAccounts(orgId, LATER, 10)).toEqual([]);
    await store.markFullRead(orgId, AT);
    expect(await store.findOrphanedAccounts(orgId, AT, 10)).toEqual([]);
    expect(await store.findOrphanedAccounts(orgId, LATER, 10)).toEqual(['001A']);
    await store.postponeInbound(orgId, ['001A'], '2026-11-22T10:00:00.000Z');
    expect(await store.findOrphanedAccounts(orgId, LATER, 10)).toEqual([]);
    expect(await store.claimInbound(orgId, LATER, 10)).toEqual([]);
    await store.reopenInbound(orgId, ['001A'], LATER);
    expect(await store.claimInbound(orgId, LATER, 10)).toHaveLength(1);
  });
});
