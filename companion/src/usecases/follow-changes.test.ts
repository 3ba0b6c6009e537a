import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createChangeFollower } from './follow-changes.ts';
import { MemoryFeed, MemoryFeedStore } from './testing/memory-feed.ts';

const ORG_ID = '00D000000000001AAA';
const OWN = '005000000000001AAA';
const PAUSE_MS = 5_000;
const LEASE_SECONDS = 30;

function setup() {
  const store = new MemoryFeedStore();
  const time = { now: Date.parse('2026-11-23T09:00:00.000Z') };
  const pass = (ms: number) => void (time.now += ms);

  /** One replica, with a feed of its own. */
  function replica(holder = 'first') {
    const feed = new MemoryFeed();
    const told: string[] = [];
    const wakes = { count: 0, answer: 'planned' as 'planned' | 'skipped' | Error };
    const follower = createChangeFollower(ORG_ID, {
      ...{ feed, store, holder, leaseSeconds: LEASE_SECONDS, ownUserId: OWN },
      clock: () => new Date(time.now),
      pauseMs: () => PAUSE_MS,
      async wake() {
        if (wakes.answer instanceof Error) throw wakes.answer;
        wakes.count += 1;
        return wakes.answer;
      },
      on: { listening: () => told.push('listening'), problem: (problem) => told.push(problem) },
    });
    /** Listens, with the run woken that finds what happened before. */
    const start = async () => {
      await follower.tend();
      feed.accept();
      await follower.tend();
      pass(PAUSE_MS);
      wakes.count = 0;
    };
    return { feed, told, wakes, start, ...follower };
  }
  return { store, time, pass, replica, state: () => store.states.get(ORG_ID) };
}

describe('a change in the org', () => {
  test('wakes a run, and many at once wake one', async () => {
    const { replica, state } = setup();
    const { feed, wakes, start, tend } = replica();
    await start();
    for (const id of [1, 2, 3, 4, 5]) feed.tell(id);
    await tend();
    await tend();
    expect(wakes.count).toBe(1);
    expect(state()).toMatchObject({ replayId: 5, events: 5, ownEvents: 0, problem: null });
  });

  test('that comes soon after another waits for the pause, and is not forgotten', async () => {
    const { replica, pass, state } = setup();
    const { feed, wakes, start, tend } = replica();
    await start();
    feed.tell(1);
    await tend();
    feed.tell(2);
    pass(PAUSE_MS - 1);
    await tend();
    expect({ count: wakes.count, replayId: state()?.replayId }).toEqual({ count: 1, replayId: 1 });
    pass(1);
    await tend();
    expect({ count: wakes.count, replayId: state()?.replayId }).toEqual({ count: 2, replayId: 2 });
  });

  test('made by the companion itself wakes nothing, and is not told of again', async () => {
    const { replica, state } = setup();
    const { feed, wakes, start, tend } = replica();
    await start();
    feed.tell(1, OWN);
    await tend();
    expect(wakes.count).toBe(0);
    expect(state()).toMatchObject({ replayId: 1, events: 0, ownEvents: 1 });
  });

  test('that only a gap tells of wakes a run, whoever made it', async () => {
    const { replica } = setup();
    const { feed, wakes, start, tend } = replica();
    await start();
    feed.tell(1, OWN, 'GAP_UPDATE');
    await tend();
    expect(wakes.count).toBe(1);
  });

  test('stays due while no run can be planned, and its event is not counted as heard', async () => {
    const { replica, state } = setup();
    const { feed, wakes, told, start, tend } = replica();
    await start();
    wakes.answer = new Error('The database is away.');
    feed.tell(7);
    await tend();
    await tend();
    expect(state()?.replayId).toBeNull();
    expect(told.filter((text) => text === 'The database is away.')).toHaveLength(1);
    wakes.answer = 'planned';
    await tend();
    await tend();
    expect(wakes.count).toBe(1);
    expect(state()).toMatchObject({ replayId: 7, problem: null });
  });

  test('wakes less often while a run waits already', async () => {
    const { replica, pass } = setup();
    const { feed, wakes, start, tend } = replica();
    await start();
    wakes.answer = 'skipped';
    feed.tell(1);
    await tend();
    feed.tell(2);
    pass(PAUSE_MS);
    await tend();
    expect(wakes.count).toBe(1);
    pass(PAUSE_MS * 5);
    await tend();
    expect(wakes.count).toBe(2);
  });

  test('of another is always followed by a run, whatever order and however often events come', async () => {
    const event = fc.record({ id: fc.integer({ min: 1, max: 9 }), own: fc.boolean(), wait: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 20 }), async (events) => {
        const { replica, pass } = setup();
        const { feed, wakes, start, tend } = replica();
        await start();
        for (const { id, own, wait } of events) {
          feed.tell(id, own ? OWN : 'somebody');
          await tend();
          if (wait) pass(PAUSE_MS);
        }
        const before = wakes.count;
        pass(PAUSE_MS);
        await tend();
        // After the last pause nothing is due any more.
        const after = wakes.count;
        pass(PAUSE_MS);
        await tend();
        expect(wakes.count).toBe(after);
        const ofOthers = events.filter(({ own }) => !own).length;
        expect(after).toBeLessThanOrEqual(ofOthers);
        expect(after > 0).toBe(ofOthers > 0);
        expect(after - before).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a subscription', () => {
  test('begins with what comes, and wakes a run for what was before', async () => {
    const { replica, state } = setup();
    const { feed, wakes, told, tend } = replica();
    await tend();
    feed.accept();
    await tend();
    expect(feed.opened.map(({ replayId }) => replayId)).toEqual([null]);
    expect({ count: wakes.count, told }).toEqual({ count: 1, told: ['listening'] });
    expect(state()).toMatchObject({ connectedSince: '2026-11-23T09:00:00.000Z', reconnects: 0 });
  });

  test('continues where the one before a restart ended', async () => {
    const { replica } = setup();
    const first = replica();
    await first.start();
    first.feed.tell(41);
    await first.tend();
    await first.stop();
    const second = replica('second');
    await second.tend();
    second.feed.accept();
    await second.tend();
    expect(second.feed.opened[0]?.replayId).toBe(41);
    // Nothing was missed, so nothing has to be read.
    expect(second.wakes.count).toBe(0);
  });

  test('whose replay id is too old begins anew with one run, and keeps no old id', async () => {
    const { replica, pass, state } = setup();
    const { feed, wakes, told, start, tend } = replica();
    await start();
    feed.tell(41);
    await tend();
    wakes.count = 0;
    feed.live[0]?.listener.ended({ kind: 'replay', problem: 'too old' });
    await tend();
    expect(feed.opened.at(-1)?.replayId).toBeNull();
    feed.accept();
    await tend();
    expect(told.slice(-2)).toEqual(['too old', 'listening']);
    // The pause after the run that the event woke, and then the run for what was missed.
    expect(wakes.count).toBe(0);
    pass(PAUSE_MS);
    await tend();
    expect({ count: wakes.count, replayId: state()?.replayId }).toEqual({ count: 1, replayId: null });
  });

  test('that was lost and taken up again is counted, and said while it lasts', async () => {
    const { replica, state } = setup();
    const { feed, start, tend } = replica();
    await start();
    feed.live[0]?.listener.down();
    await tend();
    expect(state()).toMatchObject({ connectedSince: null, problem: expect.stringContaining('was lost') });
    feed.live[0]?.listener.subscribed(false);
    await tend();
    expect(state()).toMatchObject({ connectedSince: expect.any(String), reconnects: 1, problem: null });
  });

  test('that the org refuses is told of once, and tried again after five minutes', async () => {
    const { replica, pass, state } = setup();
    const { feed, told, tend } = replica();
    const refuse = () => feed.live[0]?.listener.ended({ kind: 'refused', problem: 'no channel' });
    await tend();
    refuse();
    await tend();
    expect({ live: feed.live.length, problem: state()?.problem }).toEqual({ live: 0, problem: 'no channel' });
    pass(5 * 60_000);
    await tend();
    refuse();
    expect({ opened: feed.opened.length, told }).toEqual({ opened: 2, told: ['no channel'] });
  });

  test('whose login is over is renewed at once, and a second time only after a minute', async () => {
    const { replica, pass } = setup();
    const { feed, start, tend } = replica();
    await start();
    const end = () => feed.live[0]?.listener.ended({ kind: 'login', problem: 'over' });
    end();
    await tend();
    expect({ renewals: feed.renewals, opened: feed.opened.length }).toEqual({ renewals: 1, opened: 2 });
    end();
    await tend();
    expect(feed.renewals).toBe(1);
    pass(60_000);
    await tend();
    expect({ renewals: feed.renewals, opened: feed.opened.length }).toEqual({ renewals: 2, opened: 3 });
  });

  test('without any login says why, and is tried again', async () => {
    const { replica, pass } = setup();
    const { feed, told, start, tend } = replica();
    await start();
    feed.loginProblem = 'The org refused the login.';
    feed.live[0]?.listener.ended({ kind: 'login', problem: 'over' });
    await tend();
    await tend();
    expect({ renewals: feed.renewals, last: told.at(-1) }).toEqual({
      renewals: 1,
      last: 'The org refused the login.',
    });
    feed.loginProblem = null;
    pass(60_000);
    await tend();
    expect(feed.opened).toHaveLength(2);
  });
});

describe('of two replicas', () => {
  test('one listens; the other takes over when it stops, or has given no sign of life for the lease', async () => {
    const { replica, pass } = setup();
    const [first, second, third] = [replica('first'), replica('second'), replica('third')];
    await first.start();
    await second.tend();
    expect(second.feed.opened).toEqual([]);
    await first.stop();
    pass(LEASE_SECONDS * 1000);
    await second.tend();
    await third.tend();
    expect([first, second, third].map(({ feed }) => feed.live.length)).toEqual([0, 1, 0]);
    // The second is killed: nobody says so.
    pass(LEASE_SECONDS * 1000 + 1);
    await third.tend();
    expect(third.feed.live).toHaveLength(1);
    // And when it was only slow, it learns that it is no longer its turn.
    await second.tend();
    expect(second.feed.live).toEqual([]);
  });

  test('one that cannot reach the database goes on for its lease, and then leaves the feed to others', async () => {
    const { replica, store, pass } = setup();
    const { feed, told, start, tend } = replica();
    await start();
    store.fault = new Error('The database is away.');
    pass(LEASE_SECONDS * 500);
    await tend();
    expect(feed.live).toHaveLength(1);
    pass(LEASE_SECONDS * 1000);
    await tend();
    await tend();
    expect({ live: feed.live.length, told: told.at(-1) }).toEqual({ live: 0, told: 'The database is away.' });
  });
});
