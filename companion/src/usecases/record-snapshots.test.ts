import { expect, test } from '@jest/globals';
import { recordSnapshots, type SnapshotItem } from './record-snapshots.ts';
import { MemoryUsage } from './testing/memory-usage.ts';

const NOW = new Date('2026-11-22T09:00:00.000Z');
const snapshot = (known: Partial<SnapshotItem> = {}): SnapshotItem => ({
  account: 'acme',
  start: '2026-11-01',
  days: 1,
  activeUsers: 12,
  licensedSeats: 40,
  logins: null,
  apiCalls: null,
  features: null,
  ...known,
});

test('days are kept as days, longer periods go to the org as they are, and each other item is named', async () => {
  const store = new MemoryUsage();
  store.accounts.set('acme', '001A');
  const items = [
    snapshot(),
    snapshot({ activeUsers: 13 }),
    snapshot({ start: '2026-10-01', days: 31, features: { Search: 9, Reports: 12, Unused: 0 } }),
    snapshot({ start: '2026-11-23' }),
    snapshot({ start: '2024-11-01' }),
    snapshot({ account: 'nobody' }),
  ].map((each, index) => ({ index, snapshot: each }));
  const answer = await recordSnapshots('00D', { snapshots: items, errors: [] }, store, NOW);

  expect(answer).toMatchObject({ accepted: 3, rejected: 3 });
  expect(answer.errors.map(({ index, code }) => [index, code])).toEqual([
    [3, 'in_future'],
    [4, 'too_old'],
    [5, 'unknown_account'],
  ]);
  expect(store.days).toEqual([
    expect.objectContaining({ accountId: '001A', day: '2026-11-01', activeUsers: 13 }),
  ]);
  expect(store.pushes).toMatchObject([
    {
      object: 'CS_Usage_Snapshot__c',
      key: '001A:2026-10-01:31',
      parentId: '001A',
      fields: { CS_Period_Days__c: 31, CS_Features_Used__c: 2, CS_Features__c: '{"Reports":12,"Search":9}' },
    },
  ]);
});
