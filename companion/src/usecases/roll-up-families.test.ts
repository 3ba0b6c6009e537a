import { describe, expect, test } from '@jest/globals';
import type { RollUp } from '../domain/family.ts';
import { because } from '../domain/reasoned.ts';
import { STARTER_CONFIG } from '../domain/starter-config.ts';
import { buildTouch, WORKED_EXAMPLE } from '../domain/testing/build-signals.ts';
import { explainAccount } from './explain-account.ts';
import { handleRequests } from './handle-requests.ts';
import { shortHash } from './hash.ts';
import { replayFamily } from './replay-family.ts';
import { MemoryQueries } from './testing/memory-queries.ts';
import { ORG, setup } from './testing/setup.ts';

const [TOP, GERMANY, BERLIN, ALONE] = ['001T', '001G', '001B', '001X'];

/** A group of three over three levels, the lowest of them at risk, and an account of its own beside it. */
function setupGroup(rollUp: RollUp | null = 'Worst Child') {
  const made = setup();
  const { org, deps, store } = made;
  const turn = (to: RollUp | null) => {
    const { rollUp: _, ...off } = STARTER_CONFIG;
    const config = to ? { ...off, rollUp: because(to, 'a test') } : off;
    org.scoring = { kind: 'read', config, recordId: 'a01' };
  };
  turn(rollUp);
  const calm = { activities: [buildTouch('2026-11-20')] };
  org.put(TOP, calm, {}, {}, { arr: 1_000 });
  org.put(GERMANY, calm, {}, {}, { parentId: TOP, arr: 3_000 });
  org.put(BERLIN, WORKED_EXAMPLE, {}, {}, { parentId: GERMANY, arr: 4_000 });
  org.put(ALONE, calm, {}, {}, { parentId: '001NOBODY' });
  const familyOf = (accountId: string) => {
    const { current = {} } = org.accounts.get(accountId) ?? {};
    return [current['CS_Family_Risk__c'], current['CS_Family_Band__c'], current['CS_Family_Driver__c']];
  };
  const change = (accountId: string, at: string) =>
    org.changes.push({ object: 'Account', accountId, recordId: accountId, at });
  const accountWrites = () => org.writes.filter(({ object }) => object === 'Account');
  return { ...made, turn, familyOf, change, accountWrites, queries: new MemoryQueries(store), deps };
}

describe('rolling up child accounts', () => {
  test('does nothing while the admin does not want it, and leaves the hash of the configuration as it was', async () => {
    const { sync, store, accountWrites } = setupGroup(null);
    await sync();
    expect(
      accountWrites().flatMap(({ record }) => Object.keys(record.fields).filter((f) => /Family/.test(f))),
    ).toEqual([]);
    expect(store.familyScores).toEqual([]);
    expect(store.configs.at(-1)?.hash).toBe(shortHash(STARTER_CONFIG));
  });

  test('gives every account with accounts below it a family risk beside its own', async () => {
    const { sync, org, familyOf } = setupGroup();
    await sync();
    expect(familyOf(TOP)).toEqual([77, 'At Risk', BERLIN]);
    expect(familyOf(GERMANY)).toEqual([77, 'At Risk', BERLIN]);
    expect(org.accounts.get(TOP)?.current).toMatchObject({
      CS_Family_Accounts__c: 3,
      CS_Family_ARR__c: 8_000,
      CS_Family_As_Of__c: '2026-11-22',
      CS_Family_Reason__c: 'Account 001B is the worst of 3 accounts, at 77.',
    });
    // Its own score is what it was.
    expect(org.accounts.get(TOP)?.current['CS_Risk_Score__c']).not.toBe(77);
    expect(familyOf(BERLIN)).toEqual([undefined, undefined, undefined]);
    expect(familyOf(ALONE)).toEqual([undefined, undefined, undefined]);
  });

  test('writes nothing again when nothing changed', async () => {
    const { sync, accountWrites } = setupGroup();
    await sync();
    const again = accountWrites().length;
    await sync();
    expect(accountWrites()).toHaveLength(again);
  });

  test('follows what changes below, and writes to nobody else', async () => {
    const { sync, org, time, change, familyOf, accountWrites } = setupGroup();
    await sync();
    const before = accountWrites().length;
    org.put(BERLIN, { activities: [buildTouch('2026-11-22')] }, {}, {}, { parentId: GERMANY, arr: 4_000 });
    change(BERLIN, '2026-11-22T10:00:00.000Z');
    time.now = '2026-11-22T10:15:00.000Z';
    expect(await sync()).toMatchObject({ read: 1 });
    expect(familyOf(TOP)[0]).not.toBe(77);
    const written = accountWrites()
      .slice(before)
      .map(({ record }) => record.key);
    expect(written.toSorted()).toEqual([BERLIN, GERMANY, TOP]);
  });

  test('takes a family back when its last account leaves, is deleted, or nobody wants it any more', async () => {
    const { sync, org, time, change, turn, familyOf } = setupGroup();
    await sync();
    // Berlin moves to the account beside.
    org.put(BERLIN, WORKED_EXAMPLE, {}, {}, { parentId: ALONE, arr: 4_000 });
    change(BERLIN, '2026-11-22T10:00:00.000Z');
    time.now = '2026-11-22T10:15:00.000Z';
    await sync();
    expect(familyOf(GERMANY)).toEqual([null, null, null]);
    expect(familyOf(TOP)[0]).not.toBe(77);
    expect(familyOf(ALONE)).toEqual([77, 'At Risk', BERLIN]);

    org.accounts.delete(BERLIN);
    org.deleted.recordIds = [BERLIN];
    time.now = '2026-11-22T10:30:00.000Z';
    await sync();
    expect(familyOf(ALONE)).toEqual([null, null, null]);
    expect(familyOf(TOP)[2]).toBe(GERMANY);

    turn(null);
    time.now = '2026-11-22T10:45:00.000Z';
    await sync();
    expect(familyOf(TOP)).toEqual([null, null, null]);
  });

  test('counts anew under another way of rolling up', async () => {
    const { sync, org, time, turn, familyOf } = setupGroup();
    await sync();
    turn('Weighted by ARR');
    time.now = '2026-11-22T10:00:00.000Z';
    await sync();
    const own = (id: string) => Number(org.accounts.get(id)?.current['CS_Risk_Score__c']);
    const mean = (own(TOP) * 1_000 + own(GERMANY) * 3_000 + 77 * 4_000) / 8_000;
    expect(familyOf(TOP)[0]).toBe(Math.round(mean));
  });

  test('goes on after a run that was cut off between scoring and rolling up', async () => {
    const { sync, store, org, time, change, familyOf } = setupGroup();
    await sync();
    org.put(BERLIN, { activities: [buildTouch('2026-11-22')] }, {}, {}, { parentId: GERMANY, arr: 4_000 });
    change(BERLIN, '2026-11-22T10:00:00.000Z');
    time.now = '2026-11-22T10:15:00.000Z';
    const find = store.findChangedFamilies;
    store.findChangedFamilies = () => Promise.reject(new Error('cut off'));
    await expect(sync()).rejects.toThrow('cut off');
    store.findChangedFamilies = find;
    time.now = '2026-11-22T11:30:00.000Z';
    expect(await sync()).toMatchObject({ read: 0 });
    expect(familyOf(TOP)[0]).not.toBe(77);
  });

  test('answers a request for one account with the families above it', async () => {
    const { sync, org, deps, store, time, familyOf } = setupGroup();
    await sync();
    org.put(BERLIN, { activities: [buildTouch('2026-11-22')] }, {}, {}, { parentId: GERMANY, arr: 4_000 });
    org.requests.push({ id: 'a0R', type: 'Recalculate', accountId: BERLIN });
    time.now = '2026-11-22T10:00:00.000Z';
    const onError = (error: unknown) => Promise.reject(error as Error);
    await handleRequests(ORG.orgId, { ...deps, store, onError: (error) => void onError(error) });
    expect(familyOf(TOP)[0]).not.toBe(77);
    expect(familyOf(GERMANY)[0]).toBe(familyOf(TOP)[0]);
  });

  test('keeps each family risk with what it was made from, so that it can be replayed bit for bit', async () => {
    const { sync, store, queries } = setupGroup('Weighted by ARR');
    await sync();
    queries.configs.set(String(store.configs.at(-1)?.hash), store.configs.at(-1)!.body);
    const replay = () => replayFamily(ORG.orgId, TOP, '2026-11-22', queries);
    expect(await replay()).toMatchObject({ outcome: 'same', kept: { asOf: '2026-11-22' } });
    expect(await replayFamily(ORG.orgId, TOP, '2026-11-21', queries)).toEqual({ outcome: 'no-family' });

    const [kept] = store.familyScores.filter(({ accountId }) => accountId === TOP);
    kept!.inputs.members[0]!.arr = 9_999;
    expect(await replay()).toMatchObject({ outcome: 'differs', paths: expect.arrayContaining(['arr']) });
    queries.configs.clear();
    expect(await replay()).toMatchObject({ outcome: 'incomplete' });
  });

  test('is explained by the accounts it is made of, which add up to each number', async () => {
    const { sync, store, queries } = setupGroup('Weighted by ARR');
    await sync();
    queries.configs.set(String(store.configs.at(-1)?.hash), store.configs.at(-1)!.body);
    const explained = await explainAccount(ORG.orgId, TOP, '2026-11-22', queries);
    expect(explained?.family).toMatchObject({ rollUp: 'Weighted by ARR', accounts: 3, arr: 8_000 });
    const numbers = explained?.numbers.filter(({ name }) => name.startsWith('family')) ?? [];
    expect(numbers.map(({ name }) => name)).toEqual(['familyRisk', 'familyArr', 'familyAccounts']);
    for (const { value, parts } of numbers)
      expect(parts.reduce((sum, part) => sum + Math.round(part.value * 10), 0)).toBe(Number(value) * 10);
    expect(numbers[0]?.configuration[0]).toMatchObject({ path: 'bands.watchFrom' });
    expect(await explainAccount(ORG.orgId, ALONE, '2026-11-22', queries)).toMatchObject({ family: null });
  });

  test('says nothing new on a day on which nothing happened, until what it says would look out of date', async () => {
    const { sync, org, time } = setupGroup();
    await sync();
    const asOf = () => org.accounts.get(TOP)?.current['CS_Family_As_Of__c'];
    time.now = '2026-11-23T00:05:00.000Z';
    await sync();
    expect(asOf()).toBe('2026-11-22');
    time.now = '2026-11-25T00:05:00.000Z';
    await sync();
    expect(asOf()).toBe('2026-11-25');
  });
});
