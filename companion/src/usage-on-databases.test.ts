import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';
import { WORKED_EXAMPLE } from './domain/testing/build-signals.ts';
import { publishUsage } from './usecases/publish-usage.ts';
import type { UsageDayCounts, UsageDayRow } from './usecases/usage-ports.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database } from './store/database.ts';

const AT = '2026-11-22T09:00:00.000Z';
const NOW = new Date(AT);
const A = '001000000000001AAA';
const B = '001000000000002AAA';

describe.each(['PGlite', 'PostgreSQL'])('usage on %s', (kind) => {
  let server: TestServer | null = null;
  let database: Database;
  let store: Store;
  let orgs = 0;

  beforeAll(async () => {
    server = kind === 'PostgreSQL' ? await startPostgres() : null;
    database = await openDatabase(server ? { url: server.url } : { memory: true });
    store = createStore(database);
  });

  afterAll(async () => {
    await database.close();
    await server?.stop();
  });

  /** An org of its own with two accounts. */
  async function setup() {
    orgs += 1;
    const orgId = `00D${kind}${orgs}`;
    const account = (accountId: string, externalKey: string) => ({
      accountId,
      externalKey,
      name: externalKey,
      systemModstamp: AT,
      signals: WORKED_EXAMPLE,
      recordIds: [],
      current: {},
      facts: null,
      lastScore: null,
    });
    const accounts = [account(A, 'acme'), account(B, 'beta')];
    const batch = { asOf: '2026-11-22', readAt: AT, configHash: 'a', accounts, scores: [], pushes: [] };
    await store.keepBatch(orgId, batch);
    let keys = 0;
    const add = (...counts: UsageDayCounts[]) => {
      keys += 1;
      return store.addEvents(orgId, { caller: 'c', key: `k${keys}`, bodyHash: 'b', at: AT }, counts, {});
    };
    const read = async (id = A) => (await store.readUsageDays(orgId, [id], '2026-01-01')).get(id) ?? [];
    const publish = async () => {
      await publishUsage(orgId, store, NOW);
      const weeks = await store.claimPushes(orgId, 'CS_Usage_Snapshot__c', AT, 200);
      const written = weeks.map(({ key, hash }) => ({ key, hash, state: 'pushed' as const }));
      await store.settlePushes(orgId, 'CS_Usage_Snapshot__c', written, AT);
      return weeks;
    };
    return { orgId, add, read, publish };
  }

  const counts = (day: string, people: string[], known: Partial<UsageDayCounts> = {}): UsageDayCounts => ({
    accountId: A,
    day,
    userHashes: people,
    logins: null,
    apiCalls: null,
    features: null,
    ...known,
  });
  const totals = (day: string, known: Partial<UsageDayRow> = {}): UsageDayRow => ({
    accountId: A,
    day,
    activeUsers: null,
    licensedSeats: null,
    logins: null,
    apiCalls: null,
    features: null,
    ...known,
  });

  test('finds accounts by external key and by either Id, each org its own', async () => {
    const [{ orgId }, other] = [await setup(), await setup()];
    const names = ['acme', A.slice(0, 15), B, 'nobody'];
    const found = new Map([
      ['acme', A],
      [A.slice(0, 15), A],
      [B, B],
    ]);
    expect(await store.findUsageAccounts(orgId, names)).toEqual(found);
    await store.forgetAccounts(other.orgId, [A]);
    expect(await store.findUsageAccounts(other.orgId, ['acme'])).toEqual(new Map());
  });

  test('counts a person once a day across batches, and adds the rest up', async () => {
    const { add, read } = await setup();
    await add(counts('2026-11-20', ['ann', 'bob'], { logins: 2, features: { Reports: 1, Search: 3 } }));
    await add(counts('2026-11-20', ['bob', 'cy'], { apiCalls: 7, features: { Reports: 4 } }));
    expect(await read()).toEqual([
      totals('2026-11-20', { activeUsers: 3, logins: 2, apiCalls: 7, features: { Reports: 5, Search: 3 } }),
    ]);
  });

  test('counts every person of batches that come at once', async () => {
    const { add, read } = await setup();
    const people = Array.from({ length: 12 }, (_, index) => `person ${index}`);
    await Promise.all(people.map((person) => add(counts('2026-11-20', [person], { logins: 1 }))));
    expect(await read()).toMatchObject([{ activeUsers: 12, logins: 12 }]);
  });

  test('answers a key again as it was answered, and counts nothing', async () => {
    const { orgId, read } = await setup();
    const request = { caller: 'c', key: 'again', bodyHash: 'one', at: AT };
    const day = counts('2026-11-20', ['ann'], { logins: 1 });
    const sent = await Promise.all([1, 2, 3].map(() => store.addEvents(orgId, request, [day], { kept: 1 })));
    expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(sent.filter(({ isNew }) => !isNew)).toEqual([
      { isNew: false, bodyHash: 'one', answer: { kept: 1 } },
      { isNew: false, bodyHash: 'one', answer: { kept: 1 } },
    ]);
    expect(await read()).toMatchObject([{ logins: 1 }]);
  });

  test('replaces a day as a whole, takes no events for it, and sets seats alone without touching the rest', async () => {
    const { orgId, add, read } = await setup();
    await add(counts('2026-11-20', ['ann'], { logins: 3 }));
    await store.replaceDays(orgId, [totals('2026-11-20', { licensedSeats: 50 })], AT);
    expect(await read()).toEqual([totals('2026-11-20', { activeUsers: 1, logins: 3, licensedSeats: 50 })]);
    await store.replaceDays(orgId, [totals('2026-11-20', { activeUsers: 9, apiCalls: 4 })], AT);
    const days = [{ accountId: A, day: '2026-11-20' }];
    expect(await store.findTotalledDays(orgId, days)).toEqual(new Set([`${A} 2026-11-20`]));
    await add(counts('2026-11-20', ['ann'], { logins: 3 }));
    expect(await read()).toEqual([totals('2026-11-20', { activeUsers: 9, apiCalls: 4 })]);
  });

  test('gives the org each week once, and again when one of its days has changed', async () => {
    const { add, publish } = await setup();
    await add(
      counts('2026-11-16', ['ann'], { logins: 1 }),
      counts('2026-11-18', ['ann', 'bob'], { logins: 2 }),
    );
    await add(counts('2026-11-09', ['cy'], { logins: 1 }));
    const first = await publish();
    expect(
      first.map(({ fields }) => [fields['CS_Period_Start__c'], fields['CS_Active_Users__c']]).sort(),
    ).toEqual([
      ['2026-11-09', 1],
      ['2026-11-16', 2],
    ]);
    // Seats that nobody sent are those of the newest period that the org has.
    expect(first[0]?.fields['CS_Licensed_Seats__c']).toBe(1200);
    expect(await publish()).toEqual([]);
    await add(counts('2026-11-18', ['dan'], { logins: 5 }));
    expect((await publish()).map(({ fields }) => fields)).toMatchObject([
      { CS_Period_Start__c: '2026-11-16', CS_Active_Users__c: 3, CS_Logins__c: 8 },
    ]);
  });

  test('puts aside weeks that have no place in the org any more', async () => {
    const { orgId, publish, read } = await setup();
    await store.replaceDays(orgId, [totals('2026-02-03', { activeUsers: 4 })], AT);
    expect(await publish()).toEqual([]);
    expect(await read()).toHaveLength(1);
  });

  test('takes the silence of one account for no use, and the silence of all for no feed', async () => {
    const { orgId, add, read, publish } = await setup();
    await add(counts('2026-11-16', ['ann']), { ...counts('2026-11-18', ['eve']), accountId: B });
    await store.replaceDays(orgId, [{ ...totals('2026-11-10', { activeUsers: 3 }), accountId: B }], AT);
    await publish();
    expect((await read()).map(({ day, activeUsers }) => [day, activeUsers])).toEqual([
      ['2026-11-16', 1],
      ['2026-11-18', 0],
    ]);
    expect((await read(B)).map(({ day }) => day)).toEqual(['2026-11-10', '2026-11-18']);
  });

  test('forgets who was active after a while, and keeps how many', async () => {
    const { orgId, add, read } = await setup();
    await add(counts('2026-10-01', ['ann', 'bob']));
    await store.pruneUsage(orgId, { users: '2026-10-18', days: '2024-11-22' });
    expect(await read()).toMatchObject([{ activeUsers: 2 }]);
    const { rows } = await database.pool.query('SELECT * FROM usage_user WHERE org_id = $1', [orgId]);
    expect(rows).toEqual([]);
  });

  test('never shows one org what another one used', async () => {
    const [one, other] = [await setup(), await setup()];
    await one.add(counts('2026-11-20', ['ann'], { logins: 5 }));
    expect(await other.read()).toEqual([]);
    expect(await other.publish()).toEqual([]);
    await other.add(counts('2026-11-20', ['ann'], { logins: 1 }));
    expect(await one.read()).toMatchObject([{ activeUsers: 1, logins: 5 }]);
  });
});
