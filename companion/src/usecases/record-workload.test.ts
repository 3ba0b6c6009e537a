import { describe, expect, test } from '@jest/globals';
import { buildBook } from '../domain/testing/build-book.ts';
import { setup } from './testing/setup.ts';

const CSM = '005000000000001AAA';
const OTHER = '005000000000002AAA';
const TODAY = '2026-11-22';

function withBooks() {
  const all = setup();
  all.org.books.push(
    buildBook({ accountId: '001A', ownerId: CSM, riskBand: 'At Risk', arr: 1000 }),
    buildBook({ accountId: '001B', ownerId: CSM }),
  );
  all.org.overdueTasks.set(CSM, 2);
  return all;
}

describe('the workload of a sync', () => {
  test('is written once a CSM and day, under the key of both', async () => {
    const { org, sync } = withBooks();
    await sync();
    expect([...org.workloads]).toEqual([
      [
        `${CSM}:${TODAY}`,
        {
          CS_CSM__c: CSM,
          CS_As_Of__c: TODAY,
          CS_Accounts__c: 2,
          CS_At_Risk__c: 1,
          CS_Overdue_Tasks__c: 2,
          CS_Overdue_Touches__c: 0,
          CS_Renewals_90d__c: 0,
          CS_ARR__c: 1000,
          CS_Effort__c: 7,
        },
      ],
    ]);
  });

  test('causes no write on a day on which nothing changes', async () => {
    const { org, sync } = withBooks();
    await sync();
    const writes = org.writes.length;
    expect(await sync()).toMatchObject({ pushed: 0 });
    expect(org.writes).toHaveLength(writes);
  });

  test('is written again for the same day when it changed, and keeps the days before', async () => {
    const { org, sync, time } = withBooks();
    await sync();
    time.now = '2026-11-23T09:00:00.000Z';
    await sync();
    Object.assign(org.books[1] ?? {}, { ownerId: OTHER });
    await sync();
    expect([...org.workloads].map(([key, fields]) => [key, fields['CS_Accounts__c']])).toEqual([
      [`${CSM}:2026-11-22`, 2],
      [`${CSM}:2026-11-23`, 1],
      [`${OTHER}:2026-11-23`, 1],
    ]);
  });

  test('falls to zero for a CSM whose last account went to another on that day', async () => {
    const { org, sync } = withBooks();
    await sync();
    org.books.forEach((account) => Object.assign(account, { managerId: OTHER }));
    await sync();
    expect(org.workloads.get(`${CSM}:${TODAY}`)).toMatchObject({ CS_Accounts__c: 0, CS_ARR__c: 0 });
    expect(org.workloads.get(`${OTHER}:${TODAY}`)).toMatchObject({ CS_Accounts__c: 2, CS_ARR__c: 1000 });
  });

  test('is left for the next run when this one was stopped', async () => {
    const { org, sync } = withBooks();
    await sync({ signal: AbortSignal.abort() });
    expect(org.workloads.size).toBe(0);
  });
});
