import { describe, expect, test } from '@jest/globals';
import { buildCustomer } from '../domain/testing/build-customer.ts';
import { fillExecutive } from './fill-executive.ts';
import { pushChanges } from './push-changes.ts';
import { MemoryQueries } from './testing/memory-queries.ts';
import { ORG, setup as setupSync } from './testing/setup.ts';

const AT = '2026-11-22T09:00:00.000Z';

async function setup() {
  const all = setupSync();
  const { org, store, deps } = all;
  org.put('001A');
  org.customers.push(buildCustomer({ accountId: '001A', arr: 600 }));
  org.past.set('2026-10-01', [buildCustomer({ accountId: '001A', arr: 500 })]);
  const { findStandings } = new MemoryQueries(store);
  const fill = (from: string, to: string) =>
    fillExecutive(
      ORG.orgId,
      { reader: org, store: { keepPushes: (...pushes) => store.keepPushes(...pushes), findStandings } },
      { from, to },
      {
        at: AT,
        signal: new AbortController().signal,
        onDay: async () => void (await pushChanges(ORG.orgId, deps)),
      },
    );
  return { ...all, fill };
}

describe('the totals of days that have none', () => {
  test('are added up from the snapshots before them, and counted where nothing tells of them', async () => {
    const { org, fill } = await setup();
    expect(await fill('2026-09-29', '2026-10-03')).toEqual({ filled: 3, kept: 0, unknown: 2 });
    expect(org.executiveSnapshots.get('All:2026-10-03')).toMatchObject({ CS_ARR__c: 500, CS_Accounts__c: 1 });
    expect(org.executiveSnapshots.has('All:2026-09-30')).toBe(false);
  });

  test('are left alone where the day has totals, so that the same span again writes nothing', async () => {
    const { org, fill, sync } = await setup();
    await sync();
    await fill('2026-10-01', '2026-10-05');
    const writes = org.writes.length;
    expect(await fill('2026-10-01', '2026-10-05')).toEqual({ filled: 0, kept: 5, unknown: 0 });
    expect(org.writes).toHaveLength(writes);
  });

  test('count alerts that were open at the end of the day', async () => {
    const { org, fill } = await setup();
    org.alerts.push(
      { accountId: '001A', raisedOn: '2026-10-02', resolvedOn: '2026-10-04' },
      { accountId: '001A', raisedOn: '2026-10-03', resolvedOn: null },
    );
    await fill('2026-10-01', '2026-10-04');
    const open = (day: string) => org.executiveSnapshots.get(`All:${day}`)?.['CS_Open_Alerts__c'];
    expect(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'].map(open)).toEqual([0, 1, 2, 1]);
  });
});
