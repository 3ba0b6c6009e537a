import { describe, expect, test } from '@jest/globals';
import { scoreRisk } from '../domain/score-risk.ts';
import { STARTER_CONFIG } from '../domain/starter-config.ts';
import { buildCase, buildTouch, WORKED_EXAMPLE } from '../domain/testing/build-signals.ts';
import { SIGNAL_OBJECTS } from './ports.ts';
import { setup } from './testing/setup.ts';

const A = '001A';
const B = '001B';

describe('syncOrg', () => {
  test('reads, scores and writes every account the first time', async () => {
    const { org, store, sync } = setup();
    org.put(A, WORKED_EXAMPLE);
    org.put(B);
    expect(await sync()).toMatchObject({ read: 2, scored: 2, pushed: 3, failed: 0, full: true });
    expect(org.accounts.get(A)?.current).toMatchObject({
      CS_Health__c: 45,
      CS_Risk_Score__c: 77,
      CS_Risk_Band__c: 'At Risk',
      CS_Open_Tickets__c: 2,
      CS_Last_Touchpoint__c: '2026-10-08',
      CS_Low_Usage__c: true,
      CS_Usage_Down__c: true,
      CS_Risk_Scored_At__c: '2026-11-22T09:00:00.000Z',
    });
    expect(org.healthScores.get(`${A}:2026-11-22:Calculated`)).toEqual({
      CS_Score__c: 44,
      CS_Scored_On__c: '2026-11-22',
      CS_Source__c: 'Calculated',
    });
    expect([...store.savedCursors.keys()]).toEqual([...SIGNAL_OBJECTS]);
  });

  test('reads a large org at once, and sends its writes by the thousand', async () => {
    const { org, store, sync } = setup();
    for (let index = 0; index < 2_100; index += 1) org.put(`001${index}`);
    expect(await sync()).toMatchObject({ read: 2_100, scored: 2_100, failed: 0, full: true });
    expect(org.fullReads).toBe(1);
    expect(org.reads).toEqual([]);
    expect(org.writeSizes[0]).toBe(2_100);
    // Whoever waits for a long job says that it is still at it.
    expect(store.renewals).toBeGreaterThan(0);
  });

  test('writes nothing when nothing changed, even when every account is read again', async () => {
    const { org, store, sync } = setup();
    org.put(A, WORKED_EXAMPLE);
    await sync();
    org.knowsDeletions = false;
    const writes = org.writes.length;
    expect(await sync()).toMatchObject({ full: true, read: 1, pushed: 0 });
    expect(org.writes).toHaveLength(writes);
    expect(store.scores).toHaveLength(1);
  });

  test('reads only the accounts that a change touches, with the one a record was taken from', async () => {
    const { org, store, time, sync } = setup();
    const moved = buildCase({ id: '500M' });
    org.put(A, { cases: [moved] });
    org.put(B);
    org.put('001C');
    await sync();
    org.put(A);
    org.put(B, { cases: [moved] });
    org.changes.push({ object: 'Case', accountId: B, recordId: '500M', at: '2026-11-22T10:00:00.000Z' });
    time.now = '2026-11-22T10:15:00.000Z';
    expect(await sync()).toMatchObject({ full: false, read: 2 });
    expect(org.reads.at(-1)).toEqual([A, B]);
    expect(org.accounts.get(A)?.current['CS_Open_Tickets__c']).toBe(0);
    expect(org.accounts.get(B)?.current['CS_Open_Tickets__c']).toBe(1);
    expect(store.savedCursors.get('Case')?.changedTo).toBe('2026-11-22T10:00:00.000Z');
  });

  test('reads everything at once where most accounts were touched', async () => {
    const { org, sync, time } = setup();
    for (let index = 0; index < 1_000; index += 1) org.put(`001${index}`);
    await sync();
    const at = '2026-11-22T10:00:00.000Z';
    for (const accountId of org.accounts.keys())
      org.changes.push({ object: 'Account', accountId, recordId: accountId, at });
    time.now = '2026-11-22T10:15:00.000Z';
    expect(await sync()).toMatchObject({ full: true, read: 1_000 });
    expect(org.reads).toEqual([]);
  });

  test('finds the account of a deleted record, and forgets a deleted account', async () => {
    const { org, store, sync } = setup();
    org.put(A, { cases: [buildCase({ id: '500D' })] });
    org.put(B);
    await sync();
    org.put(A);
    org.accounts.delete(B);
    org.deleted.recordIds = ['500D', B];
    await sync();
    expect(org.accounts.get(A)?.current['CS_Open_Tickets__c']).toBe(0);
    expect([...store.accounts.keys()]).toEqual([A]);
  });

  test('reads everything again when the org no longer knows what was deleted', async () => {
    const { org, store, sync, time } = setup();
    org.put(A);
    org.put(B);
    await sync();
    org.accounts.delete(B);
    org.knowsDeletions = false;
    time.now = '2026-12-24T09:00:00.000Z';
    expect(await sync()).toMatchObject({ full: true, read: 1 });
    expect([...store.accounts.keys()]).toEqual([A]);
  });

  test('stops reading behind the last change once it has settled', async () => {
    const { org, sync, time } = setup();
    org.put(A);
    org.changes.push({ object: 'Account', accountId: A, recordId: A, at: '2026-11-22T09:00:00.000Z' });
    await sync();
    time.now = '2026-11-22T09:15:00.000Z';
    expect(await sync()).toMatchObject({ read: 1 });
    time.now = '2026-11-22T09:30:00.000Z';
    expect(await sync()).toMatchObject({ read: 0 });
  });

  test('scores every account anew on a new day without reading it', async () => {
    const { org, sync, time } = setup();
    org.put(A, { activities: [buildTouch('2026-10-23')] });
    await sync();
    time.now = '2026-12-02T00:05:00.000Z';
    expect(await sync()).toMatchObject({ read: 0, scored: 1 });
    expect(org.accounts.get(A)?.current).toMatchObject({ CS_Risk_Scored_At__c: '2026-12-02T00:05:00.000Z' });
  });

  test('keeps scores that can be replayed bit for bit', async () => {
    const { org, store, sync } = setup();
    org.put(A, WORKED_EXAMPLE);
    await sync();
    const [kept] = store.scores;
    const again = scoreRisk(
      structuredClone(kept?.inputs ?? WORKED_EXAMPLE),
      STARTER_CONFIG,
      kept?.asOf ?? '',
    );
    expect(kept?.result).toMatchObject(JSON.parse(JSON.stringify(again)) as object);
  });

  test('says what moved since the score before', async () => {
    const { org, store, sync, time } = setup();
    org.put(A, WORKED_EXAMPLE);
    await sync();
    org.put(A, { ...WORKED_EXAMPLE, activities: [buildTouch('2026-11-22', { id: '00TNEW' })] });
    org.changes.push({ object: 'Task', accountId: A, recordId: '00TNEW', at: '2026-11-22T10:00:00.000Z' });
    time.now = '2026-11-22T10:01:00.000Z';
    await sync();
    const { previous, changes } = store.scores.at(-1)?.result ?? {};
    expect(previous).toEqual({ score: 77, band: 'At Risk', scoredAt: '2026-11-22T09:00:00.000Z' });
    expect(changes?.[0]).toEqual({
      factor: 'engagement',
      label: 'Engagement',
      delta: -7,
      cause: {
        kind: 'signal',
        text: 'Call on 2026-11-22 was a touchpoint',
        records: [{ object: 'Task', id: '00TNEW', label: 'Call' }],
      },
    });
  });

  test('takes a health that someone typed into the account for a judgement, and does not overwrite it', async () => {
    const { org, sync } = setup();
    org.put(A, { ...WORKED_EXAMPLE, healthScores: [] }, { CS_Health__c: 62 });
    await sync();
    const { CS_Health__c: health, CS_Risk_Explanation__c: explanation } = org.accounts.get(A)?.current ?? {};
    expect(health).toBe(62);
    expect(JSON.parse(String(explanation))).toMatchObject({
      health: { value: 62, source: 'Manual', calculated: 44, setOn: '2026-11-20' },
    });
  });

  test('leaves the cursors alone when it is stopped, so that the next run reads the same again', async () => {
    const { org, store, sync } = setup();
    org.put(A);
    expect(await sync({ signal: AbortSignal.abort() })).toMatchObject({ read: 0 });
    expect(store.savedCursors.size).toBe(0);
    expect(await sync()).toMatchObject({ full: true, read: 1 });
  });
});
