import { describe, expect, test } from '@jest/globals';
import type { FieldValues } from '../domain/account-fields.ts';
import type { ScoringConfig } from '../domain/scoring-config.ts';
import { STARTER_CONFIG } from '../domain/starter-config.ts';
import { buildTouch, buildUsage, WORKED_EXAMPLE } from '../domain/testing/build-signals.ts';
import { setup } from './testing/setup.ts';

const A = '001A';
const B = '001B';
const LATER = '2026-11-22T10:15:00.000Z';

/** A synced org with two accounts, and a way to sync it again after something changed. */
async function synced(facts: object = {}) {
  const made = setup();
  made.org.put(A, WORKED_EXAMPLE, {}, facts);
  made.org.put(B, { nps: { score: 10, on: '2026-11-20' } });
  await made.sync();
  const again = async (at = LATER) => {
    made.time.now = at;
    made.org.changes.push({ object: 'Account', accountId: A, recordId: A, at });
    return made.sync();
  };
  const changes = () =>
    [...made.org.accountChanges.entries()].map(([key, fields]): FieldValues => ({ key, ...fields }));
  return { ...made, again, changes };
}

describe('changes of an account', () => {
  test('are none when an account is first seen', async () => {
    const { changes } = await synced({ tier: 'Enterprise' });
    expect(changes()).toEqual([]);
  });

  test('are recorded with a key of account, type and time: the band with what moved it', async () => {
    const { org, again, changes } = await synced();
    org.put(A, { ...WORKED_EXAMPLE, cases: WORKED_EXAMPLE.cases.map((each) => ({ ...each, open: false })) });
    await again();
    expect(changes()).toEqual([
      {
        key: `${A}:Risk Band:${LATER}`,
        CS_Type__c: 'Risk Band',
        CS_From__c: 'At Risk',
        CS_To__c: 'Watch',
        CS_Changed_On__c: LATER,
        CS_Reason__c: expect.stringMatching(
          /^Risk went from 77 to \d\d: Support -12.5\. Case 00001001 was closed, and 1 more\.$/,
        ),
      },
    ]);
  });

  test('are recorded of owner, CSM, tier, status and renewal, each once', async () => {
    const [ana, ben] = [
      { id: '005A', name: 'Ana' },
      { id: '005B', name: 'Ben' },
    ];
    const { org, again, changes } = await synced({ owner: ana, csm: ana, tier: 'Growth', status: 'Active' });
    org.put(
      A,
      WORKED_EXAMPLE,
      {},
      { owner: ben, csm: ben, tier: 'Scale', status: 'Renewing', renewalDate: '2028-01-01' },
    );
    await again();
    await again('2026-11-22T10:30:00.000Z');
    expect(
      changes().map(({ CS_Type__c, CS_From__c, CS_To__c }) => [CS_Type__c, CS_From__c, CS_To__c]),
    ).toEqual([
      ['Owner', 'Ana', 'Ben'],
      ['CSM', 'Ana', 'Ben'],
      ['Tier', 'Growth', 'Scale'],
      ['Status', 'Active', 'Renewing'],
      ['Renewal Date', null, '2028-01-01'],
    ]);
  });

  test('are recorded when a usage alarm begins and when it ends', async () => {
    const { org, again, changes } = await synced();
    const usage = WORKED_EXAMPLE.usage.slice(1);
    org.put(A, {
      ...WORKED_EXAMPLE,
      usage: [...usage, buildUsage('2026-10-01', { activeUsers: 600, licensedSeats: 1200 })],
    });
    await again();
    org.put(A, WORKED_EXAMPLE);
    await again('2026-11-22T10:30:00.000Z');
    const alarms = changes().filter(({ CS_Type__c }) => CS_Type__c === 'Usage Alarm');
    expect(alarms.map(({ CS_From__c, CS_To__c }) => [CS_From__c, CS_To__c])).toEqual([
      ['Usage low and down', null],
      [null, 'Usage low and down'],
    ]);
  });

  test('survive a crash before they were written: decided with the reading, sent by the next run', async () => {
    const { org, again, changes } = await synced({ tier: 'Growth' });
    org.put(A, WORKED_EXAMPLE, {}, { tier: 'Scale' });
    const write = org.write.bind(org);
    org.write = () => Promise.reject(new Error('connection lost'));
    await expect(again()).rejects.toThrow('connection lost');
    org.write = write;
    await again('2026-11-22T10:30:00.000Z');
    expect(changes().map(({ key }) => key)).toEqual([`${A}:Tier:${LATER}`]);
  });
});

describe('another scoring configuration', () => {
  const tuned = (adoption: number): ScoringConfig => ({
    ...STARTER_CONFIG,
    version: 'ours-2',
    weights: {
      ...STARTER_CONFIG.weights,
      adoption: { value: adoption, reason: 'ours' },
      support: { value: 0.38 - adoption, reason: 'ours' },
    },
    bands: { ...STARTER_CONFIG.bands, atRiskFrom: { value: 90, reason: 'ours' } },
  });

  test('scores every account again without reading it, and marks those that it moved', async () => {
    const { org, sync, time, changes, store } = await synced();
    const reads = org.reads.length;
    org.scoring = { kind: 'read', config: tuned(0.22), recordId: 'a0X1' };
    time.now = LATER;
    expect(await sync()).toMatchObject({ read: 0, scored: 2 });
    expect(org.reads).toHaveLength(reads);
    expect(changes().map(({ key, CS_From__c, CS_To__c }) => [key, CS_From__c, CS_To__c])).toEqual([
      [`${A}:Scoring Configuration:${LATER}`, 'starter-1', 'ours-2'],
      [`${A}:Risk Band:${LATER}`, 'At Risk', 'Watch'],
    ]);
    const config = store.accounts.get(B)?.lastScore?.config;
    expect(config).toMatchObject({ version: 'ours-2', recordId: 'a0X1' });
    expect(await sync()).toMatchObject({ scored: 0 });
  });

  test('marks by the hash where an admin changed a value without a new version', async () => {
    const { org, sync, changes } = await synced();
    org.scoring = { kind: 'read', config: { ...tuned(0.22), version: 'starter-1' }, recordId: 'a0X1' };
    await sync();
    expect(changes()[0]).toMatchObject({
      CS_From__c: expect.stringMatching(/^starter-1 \([0-9a-f]{12}\)$/),
      CS_To__c: expect.stringMatching(/^starter-1 \([0-9a-f]{12}\)$/),
    });
  });

  test('that is at fault changes nothing: the last one that held goes on', async () => {
    const { org, sync, store, changes } = await synced();
    org.scoring = { kind: 'invalid', problem: 'the weights add up to 1.1; expected 1' };
    expect(await sync()).toMatchObject({ scored: 0 });
    expect(store.accounts.get(A)?.lastScore?.config.version).toBe('starter-1');
    expect(changes()).toEqual([]);
  });
});

test('a band is held by the band before, which is kept with the score so that it can be replayed', async () => {
  const { store, sync, org } = await synced();
  org.put(A, { ...WORKED_EXAMPLE, activities: [buildTouch('2026-11-22', { id: '00TN' })] });
  org.changes.push({ object: 'Task', accountId: A, recordId: '00TN', at: LATER });
  await sync();
  expect(
    store.scores.filter(({ accountId }) => accountId === A).map(({ inputs }) => inputs.previousBand),
  ).toEqual([null, 'At Risk']);
});

test('the band that the org knows counts where the own scores are lost', async () => {
  const { org, store, sync } = setup();
  org.put(A, { enteredHealth: null, nps: { score: 6, on: '2026-08-20' } }, { CS_Risk_Band__c: 'At Risk' });
  await sync();
  expect(store.scores[0]?.inputs.previousBand).toBe('At Risk');
});
