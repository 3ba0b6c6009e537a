import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';
import type { CountedAccount } from './domain/counted-account.ts';
import { STARTER_EXECUTIVE } from './domain/executive-config.ts';
import { customersOf } from './domain/executive-segments.ts';
import { findMovers } from './domain/find-movers.ts';
import type { SegmentTally } from './domain/tally-segments.ts';
import { anyChanges } from '../testing/any-counted.ts';
import { AS_OF } from './domain/testing/build-signals.ts';
import { STARTER_WORKLOAD } from './domain/workload-config.ts';
import { createCountedStore } from './store/counted-store.ts';
import { openDatabase, type Database, type DatabaseLocation } from './store/database.ts';
import type { CountState, CountStore } from './usecases/count-ports.ts';

const DAY = { asOf: AS_OF, executive: STARTER_EXECUTIVE, workload: STARTER_WORKLOAD };
const CURSOR = { changedTo: `${AS_OF}T08:00:00.000Z`, deletedTo: `${AS_OF}T09:00:00.000Z` };
const STATE: CountState = {
  ...{ asOf: AS_OF, rules: 'a1', yearAgoDay: null, uncounted: [] },
  ...{ accounts: CURSOR, alerts: CURSOR },
};
/** Changes that come in one run. */
const RUN_SIZE = 7;

describe.each(['PGlite', 'PostgreSQL'])('running totals on %s', (kind) => {
  let server: TestServer | null = null;
  let database: Database;
  let store: CountStore;
  let orgs = 0;

  beforeAll(async () => {
    let where: DatabaseLocation = { memory: true };
    if (kind === 'PostgreSQL') {
      server = await startPostgres();
      where = { url: server.url };
    }
    database = await openDatabase(where);
    store = createCountedStore(database);
  }, 60_000);

  afterAll(async () => {
    await database.close();
    await server?.stop();
  });

  const newOrg = () => `00D${(orgs += 1)}`;
  const byName = (tallies: SegmentTally[]) =>
    tallies.toSorted((a, b) => (`${a.scope}${a.value}` < `${b.scope}${b.value}` ? -1 : 1));

  test('agree with counting everything anew, whatever came, changed and went, and tell the same movers', async () => {
    await fc.assert(
      fc.asyncProperty(anyChanges, async (changes) => {
        const [folded, anew] = [newOrg(), newOrg()];
        const present = new Map<string, CountedAccount>();
        await store.replaceCounted(folded, STATE, [], DAY);
        for (let start = 0; start < changes.length; start += RUN_SIZE) {
          const run = new Map(
            changes.slice(start, start + RUN_SIZE).map(({ accountId, account }) => [accountId, account]),
          );
          const changed = [...run.values()].filter((account) => account !== null);
          const goneIds = [...run.keys()].filter((id) => run.get(id) === null);
          await store.changeCounted(folded, STATE, { changed, goneIds }, DAY);
          changed.forEach((account) => present.set(account.accountId, account));
          goneIds.forEach((id) => present.delete(id));
        }
        const accounts = [...present.values()];
        await store.replaceCounted(anew, STATE, accounts, DAY);
        const tallies = byName(await store.readTallies(folded));
        expect(tallies).toEqual(byName(await store.readTallies(anew)));
        expect(await store.readMovers(folded, tallies)).toEqual(
          tallies.map((segment) => findMovers(customersOf(accounts, segment))),
        );
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('remember what is to be counted until it is, also what is noted meanwhile', async () => {
    const org = newOrg();
    await store.noteUncounted(org, ['001A']);
    expect(await store.countState(org)).toBeNull();
    await store.replaceCounted(org, STATE, [], DAY);
    await store.noteUncounted(org, ['001A', '001B']);
    const known = await store.countState(org);
    expect(known?.uncounted).toEqual(['001A', '001B']);
    await store.noteUncounted(org, ['001C']);
    await store.changeCounted(
      org,
      { ...STATE, uncounted: ['001A', '001B'] },
      { changed: [], goneIds: [] },
      DAY,
    );
    expect((await store.countState(org))?.uncounted).toEqual(['001C']);
    await store.noteUncounted(org, null);
    expect(await store.countState(org)).toBeNull();
  });

  test('are of one org alone', async () => {
    const [one, other] = [newOrg(), newOrg()];
    await store.replaceCounted(one, STATE, [], DAY);
    expect(await store.readTallies(other)).toEqual([]);
    expect(await store.findForgotten(other, ['001A'])).toEqual(['001A']);
  });
});
