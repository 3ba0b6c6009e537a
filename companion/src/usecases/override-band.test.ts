import { describe, expect, test } from '@jest/globals';
import { buildOverride, buildTouch, WORKED_EXAMPLE } from '../domain/testing/build-signals.ts';
import { replayScore } from './replay-score.ts';
import { MemoryQueries } from './testing/memory-queries.ts';
import { setup } from './testing/setup.ts';
import { ORG } from './testing/setup.ts';

const A = '001000000000001AAA';

/** An account that the rules call At Risk, scored once; then the band is set to Watch by hand. */
async function setByHand(known: Parameters<typeof buildOverride>[0] = {}) {
  const scene = setup();
  const { org, time, sync } = scene;
  const change = (signals: object, at: string) => {
    org.put(A, { ...WORKED_EXAMPLE, ...signals });
    org.changes.push({ object: 'CS_Risk_Override__c', accountId: A, recordId: 'a12', at });
    time.now = at;
  };
  org.put(A, WORKED_EXAMPLE);
  await sync();
  change({ override: buildOverride(known) }, '2026-11-22T10:00:00.000Z');
  await sync();
  const fields = () => org.accounts.get(A)?.current ?? {};
  const changes = () =>
    [...org.accountChanges.values()].map((each) => [each['CS_From__c'], each['CS_To__c']]);
  return { ...scene, change, fields, changes };
}

describe('a band set by hand', () => {
  test('stands on the account beside the calculated score, and no later run writes over it', async () => {
    const { fields, change, sync, time } = await setByHand();
    expect(fields()).toMatchObject({ CS_Risk_Band__c: 'Watch', CS_Risk_Score__c: 77 });
    time.now = '2026-11-23T02:00:00.000Z';
    await sync();
    change({ override: buildOverride(), activities: [buildTouch('2026-11-23')] }, '2026-11-23T03:00:00.000Z');
    await sync();
    expect(fields()['CS_Risk_Band__c']).toBe('Watch');
    expect(fields()['CS_Risk_Score__c']).not.toBe(77);
  });

  test('gives way to the calculated band on the day after its last, and both ends are recorded once', async () => {
    const { fields, changes, sync, time } = await setByHand({ expiresOn: '2026-11-24' });
    time.now = '2026-11-24T23:00:00.000Z';
    await sync();
    expect(fields()['CS_Risk_Band__c']).toBe('Watch');
    time.now = '2026-11-25T02:00:00.000Z';
    await sync();
    expect(fields()['CS_Risk_Band__c']).toBe('At Risk');
    await sync();
    expect(changes()).toEqual([
      ['At Risk', 'Watch'],
      ['Watch', 'At Risk'],
    ]);
  });

  test('gives way at once when somebody ends it', async () => {
    const { fields, change, sync, org } = await setByHand();
    const ended = buildOverride({ endedOn: '2026-11-22', endedBy: 'Helen Okafor' });
    change({ override: ended }, '2026-11-22T11:00:00.000Z');
    await sync();
    expect(fields()['CS_Risk_Band__c']).toBe('At Risk');
    expect([...org.accountChanges.values()].at(-1)?.['CS_Reason__c']).toMatch(/ended by Helen Okafor/);
  });

  test('is no step of the rules: the next score holds on to the calculated band', async () => {
    const { store } = await setByHand({ band: 'Healthy' });
    expect(store.scores.at(-1)?.inputs.previousBand).toBe('At Risk');
    expect(store.scores.at(-1)?.result).toMatchObject({
      band: 'Healthy',
      override: { calculated: 'At Risk' },
    });
  });

  test('is known for one after a loss of the database, from what the org holds', async () => {
    const { org } = await setByHand({ band: 'Healthy' });
    const fresh = setup();
    const { override, ...signals } = { ...WORKED_EXAMPLE, override: buildOverride({ band: 'Healthy' }) };
    fresh.org.put(A, { ...signals, override }, org.accounts.get(A)?.current);
    await fresh.sync();
    expect(fresh.store.scores.at(-1)?.inputs.previousBand).toBe('At Risk');
  });

  test('is replayed bit for bit, and so are the scores from before it', async () => {
    const { store, deps } = await setByHand();
    const queries = new MemoryQueries(store);
    const config = await deps.config.load('2026-11-22T12:00:00.000Z');
    queries.configs.set(config.hash, config.body);
    const replay = await replayScore(ORG.orgId, A, '2026-11-22', queries);
    expect(replay).toMatchObject({ outcome: 'same', kept: { result: { band: 'Watch' } } });
    store.scores.pop();
    const before = await replayScore(ORG.orgId, A, '2026-11-22', queries);
    expect(before).toMatchObject({ outcome: 'same', kept: { result: { band: 'At Risk' } } });
  });
});
