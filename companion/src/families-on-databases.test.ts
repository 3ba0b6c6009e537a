import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { STARTER_CONFIG } from './domain/starter-config.ts';
import { because } from './domain/reasoned.ts';
import { buildTouch, WORKED_EXAMPLE } from './domain/testing/build-signals.ts';
import { createConfigSource } from './usecases/config-source.ts';
import { MAX_LEVELS, MAX_MEMBERS } from './domain/family.ts';
import { replayFamily } from './usecases/replay-family.ts';
import { syncOrg } from './usecases/sync-org.ts';
import { MemoryOrg } from './usecases/testing/memory-org.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database, type DatabaseLocation } from './store/database.ts';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';

const CALM = { activities: [buildTouch('2026-11-20')] };

describe.each(['PGlite', 'PostgreSQL'])('families on %s', (kind) => {
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

  /** An org of its own in the one database, whose accounts have the ids of all the others'. */
  function setup() {
    orgs += 1;
    const org = new MemoryOrg();
    const identity = { orgId: `00DF${orgs}`, name: `Org ${orgs}`, instanceUrl: 'https://test.example' };
    const time = { now: '2026-11-22T09:00:00.000Z' };
    const rollUp = because('Worst Child' as const, 'a test');
    org.scoring = { kind: 'read', config: { ...STARTER_CONFIG, rollUp }, recordId: 'a01' };
    const config = createConfigSource(identity.orgId, { reader: org, store });
    const deps = { reader: org, writer: org, store, config, clock: () => new Date(time.now) };
    const control = { signal: new AbortController().signal, progress: () => undefined };
    const put = (id: string, parentId: string | null, signals = CALM) =>
      org.put(id, signals, {}, {}, { parentId, arr: 1_000 });
    const shown = (id: string) => org.accounts.get(id)?.current ?? {};
    const sync = () => syncOrg(identity, deps, control);
    return { org, orgId: identity.orgId, time, put, shown, sync };
  }

  test('are rolled up over their levels, kept, replayed bit for bit, and nobody else knows of them', async () => {
    const [one, other] = [setup(), setup()];
    one.put('001T', null);
    one.put('001M', '001T');
    one.put('001L', '001M', WORKED_EXAMPLE);
    other.put('001T', null);
    await one.sync();
    await other.sync();
    expect(one.shown('001T')).toMatchObject({
      ...{ CS_Family_Risk__c: 77, CS_Family_Band__c: 'At Risk', CS_Family_Driver__c: '001L' },
      ...{ CS_Family_Accounts__c: 3, CS_Family_ARR__c: 3_000 },
    });
    expect(other.shown('001T')['CS_Family_Risk__c']).toBeUndefined();
    expect(await replayFamily(one.orgId, '001T', '2026-11-22', store)).toMatchObject({ outcome: 'same' });
    expect(await replayFamily(other.orgId, '001T', '2026-11-22', store)).toEqual({ outcome: 'no-family' });
    const writes = one.org.writes.length;
    await one.sync();
    expect(one.org.writes).toHaveLength(writes);
  });

  test('follow an account that moves away, and one that is gone', async () => {
    const { org, put, shown, sync, time } = setup();
    put('001T', null);
    put('001U', null);
    put('001L', '001T', WORKED_EXAMPLE);
    await sync();
    put('001L', '001U', WORKED_EXAMPLE);
    org.changes.push({
      object: 'Account',
      accountId: '001L',
      recordId: '001L',
      at: '2026-11-22T10:00:00.000Z',
    });
    time.now = '2026-11-22T10:15:00.000Z';
    await sync();
    expect(shown('001T')).toMatchObject({ CS_Family_Risk__c: null, CS_Family_As_Of__c: null });
    expect(shown('001U')).toMatchObject({ CS_Family_Risk__c: 77 });
    org.accounts.delete('001L');
    org.deleted.recordIds = ['001L'];
    time.now = '2026-11-22T10:30:00.000Z';
    await sync();
    expect(shown('001U')).toMatchObject({ CS_Family_Risk__c: null });
  });

  test('have one risk at a time, however many replicas roll them up at once', async () => {
    const { orgId, put, sync } = setup();
    put('001T', null);
    put('001L', '001T', WORKED_EXAMPLE);
    await sync();
    const [family] = await store.latestFamilyScores(orgId, ['001T']);
    if (!family) throw new Error('the family was not rolled up');
    const batch = { asOf: '2026-11-22', readAt: '2026-11-22T09:00:00.000Z', configHash: 'a1' };
    await Promise.all(
      Array.from({ length: 8 }, () =>
        store.keepBatch(orgId, { ...batch, accounts: [], scores: [], pushes: [], families: [family] }),
      ),
    );
    expect(await store.latestFamilyScores(orgId, ['001T'])).toHaveLength(1);
  });

  test('end at the deepest level that counts and say so, and a circle or a hole in what was read harms nobody', async () => {
    const { put, shown, sync } = setup();
    for (let level = 0; level <= MAX_LEVELS + 1; level += 1)
      put(
        `001L${String(level).padStart(2, '0')}`,
        level === 0 ? '001GONE' : `001L${String(level - 1).padStart(2, '0')}`,
      );
    put('001X', '001Y');
    put('001Y', '001X');
    await sync();
    expect(shown('001L00')).toMatchObject({ CS_Family_Accounts__c: MAX_LEVELS + 1 });
    expect(shown('001L00')['CS_Family_Reason__c']).toMatch(/Left out: what lies deeper than 10 levels\.$/);
    expect(shown('001L02')['CS_Family_Reason__c']).not.toMatch(/Left out/);
    expect(shown('001X')).toMatchObject({ CS_Family_Accounts__c: 2 });
  });

  test('of thousands of accounts are not taken for families', async () => {
    const { orgId, put, sync } = setup();
    put('001T', null);
    await sync();
    await database.pool.query(
      `INSERT INTO account_record (org_id, account_id, name, system_modstamp, signals, record_ids, current, read_at, parent_id)
       SELECT org_id, '001C' || number, name, system_modstamp, signals, record_ids, current, read_at, '001T'
       FROM account_record, generate_series(1, ${MAX_MEMBERS}) AS number WHERE org_id = $1`,
      [orgId],
    );
    expect(await store.loadFamilies(orgId, ['001T'])).toMatchObject([{ isTooLarge: true, members: [] }]);
  });
});
