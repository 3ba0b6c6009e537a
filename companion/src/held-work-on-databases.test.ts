import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';
import { shortHash } from './usecases/hash.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database, type DatabaseLocation } from './store/database.ts';

const AT = '2026-11-23T09:00:00.000Z';
const SOON = '2026-11-23T09:00:30.000Z';
const AFTER_LEASE = '2026-11-23T09:01:01.000Z';
const LEASE_SECONDS = 60;

// What processes hold for a while, and give back when they are gone.
describe.each(['PGlite', 'PostgreSQL'])('work that is taken up, on %s', (kind) => {
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
    store = createStore(database, { leaseSeconds: LEASE_SECONDS });
  });

  afterAll(async () => {
    await database.close();
    await server?.stop();
  });

  /** An org of its own with some writes that are due. */
  async function setup(...keys: string[]) {
    const orgId = `00D${(orgs += 1)}`;
    const fields = { CS_Risk_Score__c: 1 };
    const pushes = keys.map((key) => ({
      ...{ object: 'Account', key, parentId: key, fields, hash: shortHash(fields) },
    }));
    await store.keepPushes(orgId, pushes, AT);
    const claim = (now: string) => store.claimPushes(orgId, 'Account', now, 10);
    const refuse = (key: string) =>
      store.settlePushes(
        orgId,
        'Account',
        [{ key, hash: shortHash(fields), state: 'poison', error: 'NO: never' }],
        AT,
      );
    return { orgId, claim, refuse };
  }

  test('is counted by object while it is due, and not while somebody has it', async () => {
    const { orgId, claim } = await setup('001A', '001B');
    expect([...(await store.countDue(orgId, AT))]).toEqual([['Account', 2]]);
    expect([...(await store.countDue(orgId, AT, '001A'))]).toEqual([['Account', 1]]);
    await claim(AT);
    expect((await store.countDue(orgId, SOON)).size).toBe(0);
    expect([...(await store.countDue(orgId, AFTER_LEASE))]).toEqual([['Account', 2]]);
  });

  test('stays with a process that gives signs of life, however long it takes', async () => {
    const { orgId, claim } = await setup('001A', '001B');
    await claim(AT);
    await store.renewPushes(orgId, 'Account', ['001A'], SOON);
    expect((await claim(AFTER_LEASE)).map(({ key, uncertain }) => [key, uncertain])).toEqual([
      ['001B', true],
    ]);
  });

  test('is given up at once by a process that knows that it is alone', async () => {
    const { orgId, claim } = await setup('001A');
    await claim(AT);
    const request = { id: 'a01', type: 'Recalculate', accountId: null };
    await store.takeRequest(orgId, request, AT);
    const runId = await store.planRun(orgId, 'sync', AT);
    await store.startRun(runId ?? '', AT);
    expect(await store.takeRequest(orgId, request, SOON)).toBe(false);

    await store.releaseCutOff(SOON);

    expect(await claim(SOON)).toMatchObject([{ key: '001A', uncertain: true }]);
    expect(await store.takeRequest(orgId, request, SOON)).toBe(true);
    const [run] = await store.lastRuns(orgId, 'sync', 1);
    expect(run).toMatchObject({ state: 'failed', error: expect.stringContaining('ended before') });
  });

  test('that was set aside is listed with its reason, and tried again when it is asked for', async () => {
    const { orgId, claim, refuse } = await setup('001A', '001B');
    await claim(AT);
    await refuse('001A');
    await refuse('001B');
    expect(await store.failedPushes(orgId, 10)).toMatchObject([
      { object: 'Account', key: '001A', attempts: 1, error: 'NO: never' },
      { object: 'Account', key: '001B' },
    ]);
    expect(await store.retryFailed(orgId, SOON, { object: 'Account', key: '001B' })).toBe(1);
    expect(await claim(SOON)).toMatchObject([{ key: '001B', attempts: 1, uncertain: false }]);
    expect(await store.retryFailed(orgId, SOON)).toBe(1);
    expect(await store.failedPushes(orgId, 10)).toEqual([]);
  });

  test('of a connection is used by one at a time, and its login started once', async () => {
    const name = `acme ${kind}`;
    const connection = {
      ...{ name, orgId: null, loginUrl: 'https://acme.example', flow: 'web-server' as const },
      ...{ clientId: 'id', username: null, sealedSecret: null, sealedGrant: null, createdAt: AT },
    };
    expect(await store.addConnection(connection)).toBe(true);
    expect(await store.addConnection(connection)).toBe(false);
    const id = (await store.listConnections()).find((each) => each.name === name)?.id ?? '';
    expect(await store.replaceSealed(id, 'sealedGrant', null, 'one', AT)).toBe(true);
    expect(await store.replaceSealed(id, 'sealedGrant', null, 'two', AT)).toBe(false);

    expect(await store.claimGrant(id, AT, SOON)).toEqual({ sealedGrant: 'one' });
    expect(await store.claimGrant(id, AT, SOON)).toBeNull();
    await store.releaseGrant(id, 'two', AT);
    expect(await store.claimGrant(id, AT, SOON)).toEqual({ sealedGrant: 'two' });
    expect(await store.claimGrant(id, SOON, AFTER_LEASE)).toEqual({ sealedGrant: 'two' });

    const attempt = { hash: `h ${kind}`, connectionId: id, sealedVerifier: null, expiresAt: SOON };
    await store.saveAttempt(attempt);
    expect(await store.takeAttempt(attempt.hash, AT)).toEqual(attempt);
    expect(await store.takeAttempt(attempt.hash, AT)).toBeNull();
    await store.saveAttempt(attempt);
    expect(await store.takeAttempt(attempt.hash, SOON)).toBeNull();
    expect(await store.removeConnection(name)).toBe(true);
    expect(await store.removeConnection(name)).toBe(false);
  });
});
