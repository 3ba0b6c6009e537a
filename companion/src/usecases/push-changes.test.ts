import { describe, expect, test } from '@jest/globals';
import { MAX_ATTEMPTS, pushChanges } from './push-changes.ts';
import { ORG, setup } from './testing/setup.ts';

const A = '001A';

/** An org with one account that was scored and whose write is decided on, but not made. */
async function withPendingWrite() {
  const all = setup();
  all.org.put(A);
  all.org.refuse = (_object, { key }) => ({
    key,
    outcome: 'refused',
    retry: true,
    error: 'UNABLE_TO_LOCK_ROW: busy',
  });
  await all.sync();
  const push = () => pushChanges(ORG.orgId, all.deps);
  const later = (minutes: number) => {
    all.time.now = new Date(Date.parse(all.time.now) + minutes * 60_000).toISOString();
  };
  return { ...all, push, later, row: () => all.store.ledger.get(`Account ${A}`) };
}

describe('pushChanges', () => {
  test('tries a refused write again, later each time, and then sets it aside', async () => {
    const { push, later, row } = await withPendingWrite();
    expect(row()).toMatchObject({ state: 'pending', attempts: 1, nextAttemptAt: '2026-11-22T09:00:30.000Z' });
    expect(await push()).toEqual({ pushed: 0, failed: 0 });
    for (let tried = 1; tried < MAX_ATTEMPTS; tried += 1) {
      later(60);
      expect(await push()).toEqual({ pushed: 0, failed: 1 });
    }
    expect(row()).toMatchObject({ state: 'poison', error: 'UNABLE_TO_LOCK_ROW: busy' });
    later(60);
    expect(await push()).toEqual({ pushed: 0, failed: 0 });
  });

  test('makes the write once the org takes it', async () => {
    const { org, push, later, row } = await withPendingWrite();
    org.refuse = () => undefined;
    later(1);
    expect(await push()).toEqual({ pushed: 1, failed: 0 });
    expect(row()?.state).toBe('pushed');
  });

  test('sets a write aside at once when the org will never take it, and the others still go', async () => {
    const { org, sync, store } = setup();
    org.put(A);
    org.put('001B');
    org.refuse = (_object, { key }) =>
      key === A
        ? { key, outcome: 'refused', retry: false, error: 'FIELD_INTEGRITY_EXCEPTION: no' }
        : undefined;
    expect(await sync()).toMatchObject({ pushed: 1, failed: 1 });
    expect(store.ledger.get(`Account ${A}`)?.state).toBe('poison');
  });

  test('drops a write to a record that is gone', async () => {
    const { org, push, later, row } = await withPendingWrite();
    org.refuse = (_object, { key }) => ({ key, outcome: 'gone' });
    later(1);
    expect(await push()).toEqual({ pushed: 0, failed: 0 });
    expect(row()).toBeUndefined();
  });

  test('does not repeat a write that reached the org before a crash', async () => {
    const { org, push, later, row } = await withPendingWrite();
    Object.assign(row() ?? {}, { state: 'sending', sentAt: '2026-11-22T09:00:00.000Z' });
    org.refuse = () => undefined;
    org.put(A, {}, row()?.fields ?? {});
    later(1);
    expect(await push()).toEqual({ pushed: 0, failed: 0 });
    expect(row()?.state).toBe('sending');
    later(2);
    expect(await push()).toEqual({ pushed: 0, failed: 0 });
    expect(row()?.state).toBe('pushed');
    expect(org.writes).toEqual([]);
  });

  test('makes a write that a crash kept from the org', async () => {
    const { org, push, later, row } = await withPendingWrite();
    Object.assign(row() ?? {}, { state: 'sending', sentAt: '2026-11-22T09:00:00.000Z' });
    org.refuse = () => undefined;
    later(3);
    expect(await push()).toEqual({ pushed: 1, failed: 0 });
    expect(org.writes).toHaveLength(1);
  });
});
