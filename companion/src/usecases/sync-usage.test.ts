import { describe, expect, test } from '@jest/globals';
import { addDays } from '../domain/dates.ts';
import { STARTER_CONFIG } from '../domain/starter-config.ts';
import { buildUsage } from '../domain/testing/build-signals.ts';
import { replayScore } from './replay-score.ts';
import { MemoryQueries } from './testing/memory-queries.ts';
import { ORG, setup } from './testing/setup.ts';
import type { UsageDayRow } from './usage-ports.ts';

const A = '001A';
const TODAY = '2026-11-22';
const none = { licensedSeats: null, logins: null, apiCalls: null, features: null };
/** Days up to yesterday, the newest fortnight with less. */
const days = (usual: number, lately: number): UsageDayRow[] =>
  Array.from({ length: 90 }, (_, index) => ({
    accountId: A,
    day: addDays(TODAY, index - 90),
    activeUsers: index < 76 ? usual : lately,
    ...none,
  }));

describe('a run with usage by the day', () => {
  test('gives the org the weeks first, and flags the account by its own days', async () => {
    const { org, store, sync } = setup();
    org.put(A, { usage: [buildUsage('2026-11-02', { periodDays: 7, activeUsers: 60, licensedSeats: 80 })] });
    store.usageDays.set(A, days(60, 20));
    store.usageWeeks.push({
      accountId: A,
      monday: '2026-11-16',
      distinctUsers: null,
      licensedSeats: 80,
      days: days(60, 20).slice(-6),
    });
    await sync();
    expect(org.writes[0]?.object).toBe('CS_Usage_Snapshot__c');
    expect([...org.usageSnapshots.values()]).toMatchObject([
      { CS_Period_Start__c: '2026-11-16', CS_Period_Days__c: 7, CS_Active_Users__c: 20 },
    ]);
    expect(org.accounts.get(A)?.current).toMatchObject({
      CS_Low_Usage__c: false,
      CS_Usage_Down__c: true,
      CS_Usage_Change__c: -66.7,
      CS_Seat_Use__c: 75,
      CS_Usage_As_Of__c: '2026-11-08',
    });
  });

  test('keeps the days with the score, so that it is replayed bit for bit', async () => {
    const { org, store, sync } = setup();
    org.put(A, { usage: [buildUsage('2026-11-02', { periodDays: 7, activeUsers: 60, licensedSeats: 80 })] });
    store.usageDays.set(A, days(60, 20));
    await sync();
    const [score] = store.scores;
    expect(score?.inputs.usageDays?.values).toHaveLength(90);
    expect(JSON.stringify(score?.result)).toContain('usage down: beyond its usual ups and downs');
    const queries = new MemoryQueries(store);
    for (const { hash, body } of store.configs) queries.configs.set(hash, body);
    expect((await replayScore(ORG.orgId, A, TODAY, queries)).outcome).toBe('same');
  });

  test('replays a score of a configuration from before usage was compared by the day', async () => {
    const { org, store, sync } = setup();
    org.put(A, { usage: [buildUsage('2026-11-16', { periodDays: 14, activeUsers: 20, licensedSeats: 80 })] });
    const { usage: _, tiers: __, ...config } = { ...STARTER_CONFIG, version: 'before' };
    org.scoring = { kind: 'read', config, recordId: 'a0S' };
    await sync();
    expect(JSON.stringify(store.scores[0]?.result)).not.toContain('low usage');
    const queries = new MemoryQueries(store);
    for (const { hash, body } of store.configs) queries.configs.set(hash, body);
    expect((await replayScore(ORG.orgId, A, TODAY, queries)).outcome).toBe('same');
  });
});
