import { describe, expect, test } from '@jest/globals';
import { holdWrites, SILENT_WRITER } from './hold-writes.ts';
import type { ClaimedPush, PushStore } from './ports.ts';
import { pushChanges } from './push-changes.ts';

const waiting: ClaimedPush = {
  object: 'Account',
  key: '001',
  parentId: '001',
  fields: { CS_Risk_Score__c: 40 },
  hash: 'h',
  attempts: 1,
  uncertain: false,
};

function storeWithOneWrite(): PushStore & { settled: number } {
  const store = {
    settled: 0,
    claimPushes: (_org: string, object: string) =>
      Promise.resolve(object === 'Account' && store.settled === 0 ? [waiting] : []),
    settlePushes: () => Promise.resolve(void (store.settled += 1)),
    countDue: () => Promise.resolve(new Map([['Account', 1]])),
    renewPushes: () => Promise.resolve(),
    failedPushes: () => Promise.resolve([]),
    retryFailed: () => Promise.resolve(0),
  };
  return store;
}

describe('a companion that is connected read-only', () => {
  const deps = { reader: { readWritten: () => Promise.resolve(new Map()) }, clock: () => new Date() };

  test('sends nothing and keeps what it would have sent', async () => {
    const store = storeWithOneWrite();
    const counts = await pushChanges('org', {
      ...deps,
      writer: SILENT_WRITER,
      store: holdWrites(store),
    });
    expect(counts).toEqual({ pushed: 0, failed: 0 });
    expect(store.settled).toBe(0);
  });

  test('reports a write that is tried all the same as not done, to be tried again', async () => {
    expect(await SILENT_WRITER.write('Account', [waiting])).toEqual([
      expect.objectContaining({ key: '001', outcome: 'refused', retry: true }),
    ]);
  });
});
