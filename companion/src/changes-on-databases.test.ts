import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database, type DatabaseLocation } from './store/database.ts';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';

const AT = '2026-11-23T09:00:00.000Z';
const SOON = '2026-11-23T09:01:00.000Z';
const LATER = '2026-11-23T09:02:00.000Z';
const CHANNEL = '/data/CS_Tenure__chn';

describe.each(['PGlite', 'PostgreSQL'])('the feed of change events on %s', (kind) => {
  let server: TestServer | null = null;
  let database: Database;
  let store: Store;
  let orgs = 0;

  beforeAll(async () => {
    let where: DatabaseLocation = { memory: true };
    if (kind === 'PostgreSQL') {
      server = await startPostgres();
      where = { url: server.url };
    }
    database = await openDatabase(where);
    store = createStore(database);
  });

  afterAll(async () => {
    await database.close();
    await server?.stop();
  });

  function setup() {
    orgs += 1;
    const orgId = `00D${orgs}`;
    return {
      orgId,
      hold: (holder: string, now = AT, until = SOON) => store.holdFeed(orgId, CHANNEL, holder, now, until),
      read: (now = AT) => store.readFeed(orgId, CHANNEL, now),
      change: (holder: string, change: Parameters<Store['changeFeed']>[3]) =>
        store.changeFeed(orgId, CHANNEL, holder, change),
    };
  }

  test('is held by one replica, which may keep it, until it lets go or is silent for too long', async () => {
    const { orgId, hold } = setup();
    const asked = await Promise.all(['a', 'b', 'c'].map((holder) => hold(holder)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    const holder = ['a', 'b', 'c'][asked.indexOf(true)] ?? '';
    expect(await hold(holder, AT, LATER)).toBe(true);
    expect(await hold('other', SOON, LATER)).toBe(false);
    expect(await hold('other', LATER, LATER)).toBe(true);
    expect(await hold(holder, AT, LATER)).toBe(false);
    await store.releaseFeed(orgId, CHANNEL, 'other');
    expect(await hold(holder, AT, LATER)).toBe(true);
  });

  test('keeps what was heard, adds up counts, and takes nothing from a replica that lost it', async () => {
    const { hold, read, change } = setup();
    expect(await read()).toBeNull();
    await hold('a');
    await change('a', { connectedSince: AT, events: 2, ownEvents: 1, replayId: 10_716_283_339_728 });
    await change('a', { lastEventAt: AT, events: 3, reconnects: 1, problem: 'lost' });
    await change('b', { events: 100, replayId: 1 });
    expect(await read()).toEqual({
      ...{ channel: CHANNEL, replayId: 10_716_283_339_728, connectedSince: AT, lastEventAt: AT },
      ...{ events: 5, ownEvents: 1, reconnects: 1, problem: 'lost' },
    });
    await change('a', { replayId: null, problem: null });
    expect(await read()).toMatchObject({ replayId: null, problem: null, lastEventAt: AT });
  });

  test('counts as not connected once its replica is silent, and after a crash at once on a database of its own', async () => {
    const { hold, read, change } = setup();
    await hold('a');
    await change('a', { connectedSince: AT });
    expect(await read(SOON)).toMatchObject({ connectedSince: null });
    expect(await read(AT)).toMatchObject({ connectedSince: AT });
    await store.releaseCutOff(AT);
    expect(await read(AT)).toMatchObject({ connectedSince: null });
    expect(await hold('b')).toBe(true);
  });
});
