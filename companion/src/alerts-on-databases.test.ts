import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Alert } from './domain/alerts/alert.ts';
import type { Explanation } from './domain/explanation.ts';
import { buildAlert } from './domain/testing/build-alert.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database, type DatabaseLocation } from './store/database.ts';
import type { AccountForAlerts } from './usecases/alert-ports.ts';
import { accountIdOf, PLANTED_TYPES, recordIdOf, type Planted } from './usecases/testing/planted-month.ts';
import { simulateMonth } from './usecases/testing/simulate-month.ts';
import { ORG } from './usecases/testing/setup.ts';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';

const AT = '2026-11-22T09:00:00.000Z';
const LATER = '2026-11-22T09:01:00.000Z';
const MUCH_LATER = '2026-11-22T09:10:00.000Z';

// The same on both: what holds for the embedded database has to hold for a server, and the other way round.
describe.each(['PGlite', 'PostgreSQL'])('alerts on %s', (kind) => {
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
    store = createStore(database);
  });

  afterAll(async () => {
    await database.close();
    await server?.stop();
  });

  /** Accounts as a sync would have kept them, in an org of their own. */
  async function putAccounts(orgId: string, accounts: AccountForAlerts[], asOf: string, readAt: string) {
    await store.keepBatch(orgId, {
      ...{ asOf, readAt, configHash: 'a1', scores: [], pushes: [] },
      accounts: accounts.map(({ score, band, scoreBefore: _, ...account }) => ({
        ...{ ...account, systemModstamp: readAt, recordIds: [], externalKey: null },
        lastScore: { score, band } as Explanation,
      })),
    });
  }
  const delivery = (alert: Alert, id: string, dueAt = AT) => ({
    ...{ id, alertKey: alert.key, channel: 'bell' as const, recipientId: '005A', together: false, dueAt },
  });
  async function setup(...alerts: Alert[]) {
    orgs += 1;
    const orgId = `00D${orgs}`;
    const deliveries = alerts.map((alert) => delivery(alert, `${alert.key}:bell`));
    await store.keepAlerts(orgId, { of: 'causes', alerts, deliveries, pushes: [] }, AT);
    return orgId;
  }

  test('a month in which the process dies now and then raises each thing once and nothing else', async () => {
    const planted = PLANTED_TYPES.flatMap((type, index): Planted[] =>
      [0, 1].map((account) => ({ account, type, from: 2 + index + account, days: 4, blips: index < 2 })),
    );
    const crashes = ['keepAlerts 3 after', 'keepAlerts 30 before', 'write 2 after', 'claimPushes 40 after'];
    const sends = [
      'sendBell 2 after',
      'takeDeliveries 4 after',
      'settlePushes 3 before',
      'keepLook 5 before',
    ];
    const month = { start: '2026-10-20', days: 16, accounts: 2, planted, every: 12 };
    const { org, lost } = await simulateMonth({ ...month, crashes: new Set([...crashes, ...sends]) }, () => ({
      alerts: store,
      push: store,
      putAccounts: (accounts, asOf, at) => putAccounts(ORG.orgId, accounts, asOf, at),
    }));
    const found = [...org.records.values()].map(
      (record) => `${record['CS_Type__c']} ${record.parentId} ${record['CS_Record_Id__c']}`,
    );
    const expected = planted.map(
      (event) => `${event.type} ${accountIdOf(event.account)} ${recordIdOf(event)}`,
    );
    expect(found.sort()).toEqual(expected.sort());
    expect(lost).toBe(1);
    const resolved = [...org.records.values()].filter((each) => each['CS_Resolution__c'] === 'Cause Gone');
    expect(resolved).toHaveLength(planted.length);
    expect(await store.alertTotals(ORG.orgId, '2026-11-20T00:00:00.000Z')).toMatchObject({
      ...{ open: 0, snoozed: 0, waiting: { bell: 0, email: 0 }, failed: 0 },
    });
  }, 120_000);

  test('give an alert back as it was kept, to its own org alone', async () => {
    const alert = buildAlert({
      ...{ goneSince: AT, snoozedUntil: MUCH_LATER, escalatedOn: LATER, escalatedTo: '005B' },
      records: [{ object: 'Account', id: '001A', label: 'Acme' }],
    });
    const orgId = await setup(alert);
    const other = await setup();
    expect(await store.loadAlerts(orgId, [alert.accountId], '2026-11-22')).toEqual([alert]);
    expect(await store.loadAlertsByKey(orgId, [alert.key])).toEqual([alert]);
    expect(await store.loadAlertsByKey(other, [alert.key])).toEqual([]);
  });

  test('keep what a person resolved, whatever is decided beside it', async () => {
    const alert = buildAlert();
    const orgId = await setup(alert);
    const none = { deliveries: [], pushes: [] };
    const byHand = { ...alert, resolvedOn: AT, resolution: 'By Hand' as const };
    await store.keepAlerts(orgId, { of: 'people', alerts: [byHand], ...none }, AT);
    const ended = { ...alert, lasting: false, resolvedOn: LATER, resolution: 'Cause Gone' as const };
    await store.keepAlerts(orgId, { of: 'causes', alerts: [ended], ...none }, LATER);
    expect(await store.loadAlertsByKey(orgId, [alert.key])).toEqual([{ ...byHand, lasting: false }]);
  });

  test('take a delivery once, give up one that was cut off, and count what went out', async () => {
    const alert = buildAlert();
    const orgId = await setup(alert);
    const [due] = await store.dueDeliveries(orgId, 'bell', AT, 10);
    expect(due).toMatchObject({ accountName: alert.accountId, alert: { type: 'At Risk', resolvedOn: null } });
    const message = '0b0f8f53-1f0c-4a5c-9d55-0f0a1c1f3a11';
    const taken = await Promise.all([1, 2].map(() => store.takeDeliveries(orgId, [due!.id], message, LATER)));
    expect(taken.flat()).toEqual([due!.id]);
    expect(await store.giveUpCutOff(orgId, LATER)).toBe(0);
    expect(await store.giveUpCutOff(orgId, MUCH_LATER)).toBe(1);
    expect(await store.dueDeliveries(orgId, 'bell', MUCH_LATER, 10)).toEqual([]);
    expect(await store.countMessages(orgId, 'bell', AT)).toBe(1);
    expect(await store.countMessages(orgId, 'bell', MUCH_LATER)).toBe(0);
    expect(await store.deliveriesOf(orgId, alert.key)).toMatchObject([
      { state: 'uncertain', reason: 'Cut off while it was sent', sentAt: null },
    ]);
  });

  test('decide on a delivery once, and keep one that waits until its time', async () => {
    const alert = buildAlert();
    const orgId = await setup(alert);
    const [due] = await store.dueDeliveries(orgId, 'bell', AT, 10);
    await store.settleDeliveries(orgId, [due!.id], { state: 'waiting', dueAt: LATER, reason: 'later' }, AT);
    const again = { of: 'people' as const, alerts: [], deliveries: [delivery(alert, due!.id)], pushes: [] };
    await store.keepAlerts(orgId, again, AT);
    expect(await store.dueDeliveries(orgId, 'bell', AT, 10)).toEqual([]);
    expect(await store.dueDeliveries(orgId, 'bell', LATER, 10)).toHaveLength(1);
  });

  test('watch only what is unread for too long or whose snooze is over', async () => {
    const rule = { ...buildAlert().rule, escalateAfterDays: 2 };
    const unread = buildAlert({ key: 'unread', rule });
    const orgId = await setup(
      unread,
      buildAlert({ key: 'read', rule, readOn: AT }),
      buildAlert({ key: 'never' }),
      buildAlert({ key: 'woken', snoozedUntil: AT }),
      buildAlert({ key: 'asleep', rule, snoozedUntil: MUCH_LATER }),
      buildAlert({ key: 'resolved', rule, resolvedOn: AT, resolution: 'By Hand' }),
    );
    const keys = async (now: string) => (await store.loadAlertsToWatch(orgId, now)).map(({ key }) => key);
    expect(await keys(LATER)).toEqual(['unread', 'woken']);
    expect(await keys('2026-11-22T08:59:59.000Z')).toEqual([]);
  });

  test('know whether accounts were read since the last look, and which rules it was made with', async () => {
    const orgId = await setup();
    expect(await store.lastLook(orgId)).toEqual({ rules: new Map(), hasNews: false });
    const account = { accountId: '001A', name: 'A', signals: {}, current: {}, facts: null };
    const scored = { ...account, score: 1, band: 'Healthy', scoreBefore: null } as never;
    await putAccounts(orgId, [scored], '2026-11-22', AT);
    expect(await store.lastLook(orgId)).toMatchObject({ hasNews: true });
    await store.keepLook(orgId, new Map([['a0R', 'At Risk:0']]), AT);
    expect(await store.lastLook(orgId)).toEqual({ rules: new Map([['a0R', 'At Risk:0']]), hasNews: false });
    await putAccounts(orgId, [scored], '2026-11-22', LATER);
    await store.keepLook(orgId, new Map(), AT);
    expect(await store.lastLook(orgId)).toEqual({ rules: new Map(), hasNews: true });
    expect(await store.pageAlertAccounts(orgId, '2026-11-08', '', 5)).toMatchObject([
      { accountId: '001A', score: 1, band: 'Healthy', scoreBefore: null },
    ]);
  });

  test('page through alerts by state, and end those of accounts that are no more', async () => {
    const orgId = await setup(
      buildAlert({ key: 'a' }),
      buildAlert({ key: 'b', snoozedUntil: MUCH_LATER }),
      buildAlert({ key: 'c', resolvedOn: AT, resolution: 'By Hand', type: 'Renewal' }),
    );
    const keys = async (filter: object, after: { value: string; id: string } | null = null) => {
      const all = { state: null, type: null, accountId: null, ...filter };
      return (await store.pageAlerts(orgId, all, LATER, after, 10)).map(({ alert }) => alert.key);
    };
    expect(await keys({})).toEqual(['c', 'b', 'a']);
    expect(await keys({}, { value: '2026-11-20T09:00:00.000Z', id: 'b' })).toEqual(['a']);
    expect(await keys({ state: 'open' })).toEqual(['a']);
    expect(await keys({ state: 'snoozed' })).toEqual(['b']);
    expect(await keys({ type: 'Renewal' })).toEqual(['c']);
    expect(await keys({ accountId: '001000000000001' })).toEqual(['c', 'b', 'a']);
    expect(await store.alertTotals(orgId, LATER)).toMatchObject({
      ...{ open: 1, snoozed: 1, waiting: { bell: 3, email: 0 }, oldestDueAt: AT },
    });
    expect(await store.endOrphans(orgId, LATER)).toBe(3);
    expect(await keys({ state: 'resolved' })).toEqual(['c', 'b', 'a']);
    expect((await store.findAlert(orgId, 'a', LATER))?.alert.resolution).toBe('Cause Gone');
  });
});
