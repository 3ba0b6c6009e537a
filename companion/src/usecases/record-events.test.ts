import { describe, expect, test } from '@jest/globals';
import { recordEvents, type ItemError, type UsageEvent } from './record-events.ts';
import { MemoryUsage } from './testing/memory-usage.ts';

const NOW = new Date('2026-11-22T09:00:00.000Z');
const event = (known: Partial<UsageEvent> = {}): UsageEvent => ({
  account: 'acme',
  user: 'ann@acme.example',
  event: 'Reports',
  kind: 'feature',
  at: new Date('2026-11-21T12:00:00.000Z'),
  count: 1,
  ...known,
});

function setup() {
  const store = new MemoryUsage();
  store.accounts.set('acme', '001A').set('001B', '001B');
  const send = (events: UsageEvent[], key = 'k1', errors: ItemError[] = []) => {
    const listed = events.map((each, index) => ({ index, event: each }));
    return recordEvents('00D', { caller: 'key', key, body: events, events: listed, errors }, store, NOW);
  };
  return { store, send };
}

describe('a batch of events', () => {
  test('is added up by account and day, each person once, whatever the order', async () => {
    const { store, send } = setup();
    const answer = await send([
      event(),
      event({ count: 4 }),
      event({ kind: 'login', event: null, count: 2 }),
      event({ user: 'bob@acme.example', event: 'Search' }),
      event({ account: '001B', kind: 'api', event: null, user: null, count: 90 }),
      event({ at: new Date('2026-11-20T23:59:59.000Z') }),
    ]);
    expect(answer).toEqual({ accepted: 6, rejected: 0, errors: [] });
    expect(store.counts).toEqual([
      {
        accountId: '001A',
        day: '2026-11-21',
        userHashes: [expect.any(String), expect.any(String)],
        logins: 2,
        apiCalls: null,
        features: { Reports: 5, Search: 1 },
      },
      { accountId: '001B', day: '2026-11-21', userHashes: [], logins: null, apiCalls: 90, features: null },
      expect.objectContaining({ accountId: '001A', day: '2026-11-20', features: { Reports: 1 } }),
    ]);
    expect(JSON.stringify(store.counts)).not.toContain('ann@');
  });

  test('keeps what is valid, and names each of the others by its place', async () => {
    const { store, send } = setup();
    store.totalledDays.add('001A 2026-11-19');
    const answer = await send([
      event(),
      event({ account: 'nobody' }),
      event({ at: new Date('2026-11-22T09:06:00.000Z') }),
      event({ at: new Date('2026-10-22T09:00:00.000Z') }),
      event({ at: new Date('2026-11-19T09:00:00.000Z') }),
      event({ at: new Date('2026-11-22T09:04:00.000Z') }),
      event({ at: new Date('2026-10-23T00:00:00.000Z') }),
    ]);
    expect(answer).toMatchObject({ accepted: 3, rejected: 4 });
    expect(answer !== 'key_reused' && answer.errors.map(({ index, code }) => [index, code])).toEqual([
      [1, 'unknown_account'],
      [2, 'in_future'],
      [3, 'too_old'],
      [4, 'day_has_totals'],
    ]);
    expect(store.counts).toHaveLength(3);
  });

  test('that comes again under its key gets the same answer, and is counted once', async () => {
    const { store, send } = setup();
    const first = await send([event(), event({ account: 'nobody' })]);
    store.accounts.set('nobody', '001C');
    expect(await send([event(), event({ account: 'nobody' })])).toEqual(first);
    expect(store.counts).toHaveLength(1);
    expect(await send([event({ count: 2 })])).toBe('key_reused');
    expect(store.counts).toHaveLength(1);
    expect(await send([event()], 'k2')).toMatchObject({ accepted: 1 });
    expect(store.counts).toHaveLength(2);
  });
});
