import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { STARTER_CONFIG } from './domain/starter-config.ts';
import { buildOverride, buildTouch, WORKED_EXAMPLE } from './domain/testing/build-signals.ts';
import { createConfigSource } from './usecases/config-source.ts';
import { shortHash } from './usecases/hash.ts';
import { checkApiKey, createApiKey } from './usecases/api-keys.ts';
import { handleRequests } from './usecases/handle-requests.ts';
import { SIGNAL_OBJECTS } from './usecases/ports.ts';
import { replayScore } from './usecases/replay-score.ts';
import { syncOrg } from './usecases/sync-org.ts';
import { MemoryOrg } from './usecases/testing/memory-org.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database, type DatabaseLocation } from './store/database.ts';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';

const AT = '2026-11-22T09:00:00.000Z';
const LATER = '2026-11-22T09:01:00.000Z';
const MUCH_LATER = '2026-11-22T09:10:00.000Z';

// The same on both: what holds for the embedded database has to hold for a server, and the other way round.
describe.each(['PGlite', 'PostgreSQL'])('the stores on %s', (kind) => {
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

  /** An org of its own in the one database: nothing of another may ever show. */
  function setup() {
    orgs += 1;
    const org = new MemoryOrg();
    const identity = { orgId: `00D${orgs}`, name: `Org ${orgs}`, instanceUrl: 'https://test.example' };
    const time = { now: AT };
    const config = createConfigSource(identity.orgId, { reader: org, store });
    const deps = { reader: org, writer: org, store, config, clock: () => new Date(time.now) };
    const control = { signal: new AbortController().signal, progress: () => undefined };
    return { org, orgId: identity.orgId, identity, time, deps, sync: () => syncOrg(identity, deps, control) };
  }

  const intent = (key: string, fields: Record<string, number>) => ({
    object: 'Account',
    key,
    parentId: key,
    fields,
    hash: shortHash(fields),
  });
  const batch = (...pushes: ReturnType<typeof intent>[]) => ({
    asOf: '2026-11-22',
    readAt: AT,
    configHash: 'a1',
    accounts: [account('001A')],
    scores: [],
    pushes,
  });
  const account = (accountId: string) => ({
    accountId,
    name: 'A',
    externalKey: null,
    systemModstamp: AT,
    signals: WORKED_EXAMPLE,
    recordIds: ['500A'],
    current: {},
    facts: null,
    lastScore: null,
  });

  test('keep a sync: what was read, the score with its inputs, the writes and the cursors', async () => {
    const { org, orgId, sync } = setup();
    org.put('001A', WORKED_EXAMPLE);
    expect(await sync()).toMatchObject({ read: 1, scored: 1, pushed: 2, failed: 0, full: true });
    const [kept] = await store.loadAccounts(orgId, ['001A']);
    expect(kept?.signals).toEqual({ ...WORKED_EXAMPLE, accountId: '001A' });
    expect(JSON.stringify(kept?.lastScore)).toBe(org.accounts.get('001A')?.current['CS_Risk_Explanation__c']);
    expect(await store.totals(orgId)).toMatchObject({
      accounts: 1,
      scores: 1,
      writesWaiting: 0,
      firstReadAt: AT,
    });
    expect((await store.cursors(orgId)).size).toBe(SIGNAL_OBJECTS.length);
  });

  test('give back an explanation as it was written, so that an unchanged account causes no write', async () => {
    const { org, sync } = setup();
    org.put('001A', WORKED_EXAMPLE);
    await sync();
    org.knowsDeletions = false;
    expect(await sync()).toMatchObject({ read: 1, pushed: 0, full: true });
  });

  test('find accounts by the records behind them, each org its own', async () => {
    const [first, second] = [setup(), setup()];
    await store.keepBatch(first.orgId, batch());
    expect(await store.findAccountsByRecords(first.orgId, ['500X', '500A'])).toEqual(['001A']);
    expect(await store.findAccountsByRecords(second.orgId, ['500A'])).toEqual([]);
    expect(await store.findAccountsByRecords(first.orgId, [])).toEqual([]);
  });

  test('that several replicas write to at once wait for each other, and never for ever', async () => {
    const { orgId } = setup();
    const ids = Array.from({ length: 60 }, (_, index) => `001${String(index).padStart(3, '0')}`);
    const keep = (score: number, order: string[]) =>
      store.keepBatch(orgId, {
        ...batch(...order.map((id) => intent(id, { CS_Risk_Score__c: score }))),
        accounts: order.map(account),
      });
    await keep(0, ids);
    for (let round = 1; round <= 20; round += 1) {
      const claimed = await store.claimPushes(orgId, 'Account', AT, 200);
      const settled = claimed.map(({ key, hash }) => ({ key, hash, state: 'pushed' as const }));
      await Promise.all([
        store.settlePushes(orgId, 'Account', settled.toReversed(), AT),
        keep(round, ids.toReversed()),
        store.renewPushes(orgId, 'Account', ids.toReversed(), AT),
        keep(round, ids),
        store.retryFailed(orgId, AT),
      ]);
    }
    expect(await store.claimPushes(orgId, 'Account', AT, 200)).toHaveLength(ids.length);
  });

  test('page through the accounts that a new day, or another configuration, has not seen', async () => {
    const { orgId } = setup();
    await store.keepBatch(orgId, { ...batch(), accounts: ['001A', '001B', '001C'].map(account) });
    const unscored = (asOf: string, configHash: string, after: string, limit: number) =>
      store.findUnscored(orgId, { asOf, configHash }, after, limit);
    expect(await unscored('2026-11-22', 'a1', '', 10)).toEqual([]);
    expect(await unscored('2026-11-23', 'a1', '', 2)).toEqual(['001A', '001B']);
    expect(await unscored('2026-11-23', 'a1', '001B', 2)).toEqual(['001C']);
    expect(await unscored('2026-11-22', 'b2', '', 10)).toEqual(['001A', '001B', '001C']);
  });

  test('keep what follows own fields, and count what of them cannot be read, each org its own', async () => {
    const { orgId } = setup();
    const mirrored = (problem: string) => ({ fields: { CS_ARR__c: 5 }, problems: { Tier: problem } });
    const accounts = [
      { ...account('001A'), name: 'Birch', mirrored: mirrored('Tin') },
      { ...account('001B'), name: 'Aster', mirrored: mirrored('Lead') },
      { ...account('001C'), mirrored: null },
    ];
    await store.keepBatch(orgId, { ...batch(), accounts });
    await store.keepBatch(setup().orgId, { ...batch(), accounts });
    const kept = await store.loadAccounts(orgId, ['001A', '001C']);
    expect(kept.map((each) => each.mirrored)).toEqual([mirrored('Tin'), null]);
    expect(await store.mirrorProblems(orgId)).toEqual([
      { target: 'Tier', accounts: 2, example: { name: 'Aster', problem: 'Lead' } },
    ]);
  });

  test('know with which own fields an org was last read in full', async () => {
    const { identity, orgId } = setup();
    expect(await store.rememberOrg(identity, AT)).toEqual({ fullReadAt: null, mappings: null });
    await store.markFullRead(orgId, AT, 'a1b2');
    expect(await store.rememberOrg(identity, LATER)).toEqual({ fullReadAt: AT, mappings: 'a1b2' });
    await store.markFullRead(orgId, LATER);
    expect(await store.rememberOrg(identity, LATER)).toMatchObject({ mappings: null });
  });

  test('know which configuration was used last, and every one by its hash', async () => {
    const { orgId } = setup();
    const [first, second] = ['starter-1', 'ours-2'].map((version) => {
      const body = { ...STARTER_CONFIG, version };
      return { body, hash: shortHash(body), recordId: version === 'ours-2' ? 'a0X1' : null };
    });
    expect(await store.lastConfig(orgId)).toBeNull();
    await store.keepConfig(orgId, first!, AT);
    await store.keepConfig(orgId, second!, LATER);
    expect(await store.lastConfig(orgId)).toEqual(second);
    await store.keepConfig(orgId, first!, MUCH_LATER);
    expect(await store.lastConfig(orgId)).toEqual(first);
    expect(await store.findConfig(orgId, second!.hash)).toEqual(second!.body);
    expect(await store.findConfig(orgId, 'unknown')).toBeNull();
  });

  test('hand a write to one taker only, and again when that one has gone silent', async () => {
    const { orgId } = setup();
    await store.keepBatch(orgId, batch(intent('001A', { CS_Risk_Score__c: 1 })));
    const claims = await Promise.all([1, 2].map(() => store.claimPushes(orgId, 'Account', LATER, 10)));
    expect(claims.flat()).toMatchObject([{ key: '001A', attempts: 1, uncertain: false }]);
    expect(await store.claimPushes(orgId, 'Account', LATER, 10)).toEqual([]);
    expect(await store.claimPushes(orgId, 'Account', MUCH_LATER, 10)).toMatchObject([
      { attempts: 2, uncertain: true },
    ]);
  });

  test('keep a newer decision when an older write of the same record is settled', async () => {
    const { orgId } = setup();
    const [older, newer] = [intent('001A', { CS_Risk_Score__c: 1 }), intent('001A', { CS_Risk_Score__c: 2 })];
    await store.keepBatch(orgId, batch(older));
    await store.claimPushes(orgId, 'Account', LATER, 10);
    await store.keepBatch(orgId, batch(newer));
    // Two at once might arrive in either order.
    expect(await store.claimPushes(orgId, 'Account', LATER, 10)).toEqual([]);
    await store.settlePushes(orgId, 'Account', [{ key: '001A', hash: older.hash, state: 'pushed' }], LATER);
    const [claimed] = await store.claimPushes(orgId, 'Account', LATER, 10);
    expect(claimed).toMatchObject({ fields: newer.fields, uncertain: false });
    // What comes late of the older one changes nothing of what is under way now.
    await store.settlePushes(orgId, 'Account', [{ key: '001A', hash: older.hash, state: 'pushed' }], LATER);
    expect(await store.claimPushes(orgId, 'Account', LATER, 10)).toEqual([]);
  });

  test('hand a newer decision on when whoever writes the older one has gone silent', async () => {
    const { orgId } = setup();
    const [older, newer] = [intent('001A', { CS_Risk_Score__c: 1 }), intent('001A', { CS_Risk_Score__c: 2 })];
    await store.keepBatch(orgId, batch(older));
    await store.claimPushes(orgId, 'Account', LATER, 10);
    await store.keepBatch(orgId, batch(newer));
    expect(await store.claimPushes(orgId, 'Account', MUCH_LATER, 10)).toMatchObject([
      { fields: newer.fields, uncertain: true },
    ]);
  });

  test('leave a write set aside until its content changes, and tell its error', async () => {
    const { orgId } = setup();
    const bad = intent('001A', { CS_Risk_Score__c: 1 });
    await store.keepBatch(orgId, batch(bad));
    await store.claimPushes(orgId, 'Account', LATER, 10);
    const refused = {
      key: bad.key,
      hash: bad.hash,
      state: 'poison' as const,
      error: 'FIELD_INTEGRITY_EXCEPTION: no',
    };
    await store.settlePushes(orgId, 'Account', [refused], LATER);
    await store.keepBatch(orgId, batch(bad));
    expect(await store.claimPushes(orgId, 'Account', MUCH_LATER, 10)).toEqual([]);
    expect(await store.writeErrors(orgId, 5)).toEqual([
      { object: 'Account', key: '001A', error: refused.error },
    ]);
    await store.keepBatch(orgId, batch(intent('001A', { CS_Risk_Score__c: 2 })));
    expect(await store.claimPushes(orgId, 'Account', MUCH_LATER, 10)).toHaveLength(1);
  });

  test('keep nothing of a batch when a part of it cannot be kept', async () => {
    const { orgId } = setup();
    const broken = {
      ...batch(),
      accounts: [account('001A')],
      pushes: [{ ...intent('001A', {}), hash: null }],
    };
    await expect(store.keepBatch(orgId, broken as never)).rejects.toThrow(/hash/);
    expect(await store.loadAccounts(orgId, ['001A'])).toEqual([]);
  });

  test('keep a write that stands alone, and take the same again for no news', async () => {
    const { orgId } = setup();
    const push = { ...intent('005A:2026-11-22', { CS_Accounts__c: 3 }), object: 'CS_Workload__c' };
    const claim = () => store.claimPushes(orgId, 'CS_Workload__c', LATER, 10);
    await store.keepPushes(orgId, [push], AT);
    const [claimed] = await claim();
    expect(claimed).toMatchObject({ key: push.key, fields: push.fields });
    const settled = { key: push.key, hash: push.hash, state: 'pushed' as const };
    await store.settlePushes(orgId, 'CS_Workload__c', [settled], LATER);
    await store.keepPushes(orgId, [push], LATER);
    await store.keepPushes(orgId, [], LATER);
    expect(await claim()).toEqual([]);
  });

  test('plan a tick once, however many replicas tick', async () => {
    const { orgId } = setup();
    const plans = await Promise.all([1, 2, 3].map(() => store.planRun(orgId, 'sync', AT)));
    expect(plans.filter((id) => id !== null)).toHaveLength(1);
  });

  test('answer a request once, and again when its taker has gone silent', async () => {
    const { orgId } = setup();
    const request = { id: 'a01', type: 'Recalculate', accountId: '001A' };
    expect(await store.takeRequest(orgId, request, AT)).toBe(true);
    expect(await store.takeRequest(orgId, request, LATER)).toBe(false);
    expect(await store.takeRequest(orgId, request, MUCH_LATER)).toBe(true);
    await store.finishRequest(orgId, 'a01', 'done', 'ok', MUCH_LATER);
    expect(await store.takeRequest(orgId, request, '2026-11-23T09:00:00.000Z')).toBe(false);
  });

  test('carry a recalculation from the request to the org', async () => {
    const { org, orgId, sync, deps, time } = setup();
    org.put('001A', WORKED_EXAMPLE);
    await sync();
    org.put('001A', { ...WORKED_EXAMPLE, activities: [buildTouch('2026-11-22')] });
    org.requests.push({ id: 'a01', type: 'Recalculate', accountId: '001A' });
    time.now = LATER;
    await handleRequests(orgId, { ...deps, onError: () => undefined });
    expect(org.answers.at(-1)).toMatchObject({ status: 'Done', message: 'Risk is 70 (At Risk), was 77.' });
    expect(await store.totals(orgId)).toMatchObject({ scores: 2, writesWaiting: 0 });
  });

  test('replay a score from what they keep, bit for bit', async () => {
    const { org, orgId, sync, time } = setup();
    org.put('001A', WORKED_EXAMPLE);
    await sync();
    org.put('001A', { ...WORKED_EXAMPLE, activities: [buildTouch('2026-11-23')] });
    org.changes.push({ object: 'Task', accountId: '001A', recordId: '00T', at: '2026-11-23T08:00:00.000Z' });
    time.now = '2026-11-23T09:00:00.000Z';
    await sync();
    expect(await replayScore(orgId, '001A', '2026-11-22', store)).toMatchObject({ outcome: 'same' });
    expect(await replayScore(orgId, '001A', '2026-11-30', store)).toMatchObject({
      outcome: 'same',
      kept: { asOf: '2026-11-23' },
    });
    expect(await replayScore(orgId, '001A', '2026-11-21', store)).toEqual({ outcome: 'no-score' });
  });

  test('page through accounts and their scores, each org its own', async () => {
    const [first, second] = [setup(), setup()];
    first.org.put('001A', WORKED_EXAMPLE);
    first.org.put('001B');
    await first.sync();
    first.org.put('001A', { ...WORKED_EXAMPLE, activities: [buildTouch('2026-11-22')] });
    first.org.knowsDeletions = false;
    first.time.now = LATER;
    await first.sync();
    const ids = async (band: string | null, after: string) =>
      (await store.pageAccounts(first.orgId, { band }, after, 9)).map(({ accountId }) => accountId);
    expect(await ids(null, '')).toEqual(['001A', '001B']);
    expect(await ids(null, '001A')).toEqual(['001B']);
    expect(await ids('At Risk', '')).toEqual(['001A']);
    const [newest] = await store.pageScores(first.orgId, '001A', null, 1);
    const end = { value: newest?.scoredAt ?? '', id: newest?.id ?? '' };
    const rest = await store.pageScores(first.orgId, '001A', end, 9);
    expect([newest, ...rest].map((score) => score?.result.score)).toEqual([70, 77]);
    const span = { accountId: '001A', from: '2026-11-01', to: '2026-11-22' };
    const between = await store.findScoresBetween(first.orgId, [
      span,
      { ...span, accountId: '001B', to: '2026-11-02' },
    ]);
    expect([...between.keys()]).toEqual(['001A']);
    const standings = (to: string) => store.findStandings(first.orgId, '2026-11-22', to);
    expect(await standings('2026-11-22')).toEqual([
      { accountId: '001A', riskScore: 70, riskBand: 'At Risk', health: 45 },
      { accountId: '001B', riskScore: null, riskBand: null, health: null },
    ]);
    expect(await standings('2026-11-21')).toEqual([]);
    expect(await store.findStandings(second.orgId, '2026-11-22', '2026-11-22')).toEqual([]);
    expect(await store.pageAccounts(second.orgId, { band: null }, '', 9)).toEqual([]);
    expect(await store.pageScores(second.orgId, '001A', null, 9)).toEqual([]);
    expect(await store.findAccounts(second.orgId, '001A')).toEqual([]);
    expect((await store.namesOf(first.orgId, ['001A', '001Z'])).size).toBe(1);
  });

  test('tell what happened to an account in one list, the newest first, each thing once', async () => {
    const [org, other] = [setup(), setup()];
    const tell = (signals: object, at: string) => {
      org.org.put('001A', { ...WORKED_EXAMPLE, ...signals });
      org.org.changes.push({ object: 'CS_Risk_Override__c', accountId: '001A', recordId: 'a12', at });
      org.time.now = at;
    };
    org.org.put('001A', WORKED_EXAMPLE);
    await org.sync();
    tell({ override: buildOverride() }, '2026-11-22T10:00:00.000Z');
    await org.sync();
    const page = { until: '2026-11-22T23:00:00.000Z', after: null, limit: 9 };
    const feed = await store.pageFeed(org.orgId, '001A', page);
    expect(feed.map(({ kind, at, title }) => [kind, at.slice(0, 10), title])).toEqual([
      ['score', '2026-11-22', 'Risk 77, Watch'],
      ['change', '2026-11-22', 'Risk Band: At Risk → Watch'],
      ['score', '2026-11-22', 'Risk 77, At Risk'],
      ['touchpoint', '2026-10-08', 'Call'],
    ]);
    expect(feed.at(-1)?.record).toEqual({ object: 'Task', id: '00T000000000001AAA' });
    const paged = [];
    for (let after: { value: string; id: string } | null = null; paged.length < 9;) {
      const [item] = await store.pageFeed(org.orgId, '001A', { ...page, after, limit: 1 });
      if (!item) break;
      paged.push(item);
      after = { value: item.at, id: item.id };
    }
    expect(paged).toEqual(feed);
    expect(await store.pageFeed(other.orgId, '001A', page)).toEqual([]);
    expect(await store.countScoredBefore(org.orgId, '2026-11-22')).toBe(0);
    expect(await store.countScoredBefore(org.orgId, '2026-11-23')).toBe(1);
  });

  test('page through the runs of jobs, the newest first', async () => {
    const { orgId } = setup();
    const planned = ['09:00', '09:15', '09:30'].map((time) => `2026-11-22T${time}:00.000Z`);
    for (const at of planned) await store.planRun(orgId, 'sync', at);
    const [newest] = await store.pageRuns(orgId, null, 1);
    const rest = await store.pageRuns(orgId, { value: newest?.scheduledAt ?? '', id: newest?.id ?? '' }, 9);
    expect([newest, ...rest].map((run) => run?.scheduledAt)).toEqual(planned.toReversed());
  });

  test('know a key of the API by its hash, in its own org, until it is revoked', async () => {
    const [{ orgId }, other] = [setup(), setup()];
    const about = { name: 'BI', scopes: ['jobs:read' as const], createdAt: AT, expiresAt: null };
    const { key, secret } = await createApiKey(orgId, about, store);
    expect(await checkApiKey(orgId, secret, new Date(AT), store)).toMatchObject({
      name: 'BI',
      scopes: ['jobs:read'],
    });
    expect(await checkApiKey(other.orgId, secret, new Date(AT), store)).toBeNull();
    expect((await store.listKeys(orgId))[0]).toMatchObject({ lastUsedAt: AT, revokedAt: null });
    expect(await store.revokeKey(other.orgId, key.id, LATER)).toBe(false);
    expect(await store.revokeKey(orgId, key.id, LATER)).toBe(true);
    expect(await store.revokeKey(orgId, key.id, LATER)).toBe(false);
    expect(await checkApiKey(orgId, secret, new Date(LATER), store)).toBeNull();
  });
});
