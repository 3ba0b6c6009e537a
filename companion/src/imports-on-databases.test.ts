import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';
import { openDatabase, type Database, type DatabaseLocation } from './store/database.ts';
import { createImportStore } from './store/import-store.ts';
import type { ImportStore, UsageLine } from './usecases/import-ports.ts';

const AT = '2026-11-22T09:00:00.000Z';
const LATER = '2026-11-22T09:01:00.000Z';

describe.each(['PGlite', 'PostgreSQL'])('imports on %s', (kind) => {
  let server: TestServer | null = null;
  let database: Database;
  let store: ImportStore;
  let orgs = 0;

  beforeAll(async () => {
    let where: DatabaseLocation = { memory: true };
    if (kind === 'PostgreSQL') {
      server = await startPostgres();
      where = { url: server.url };
    }
    database = await openDatabase(where);
    store = createImportStore(database);
  });

  afterAll(async () => {
    await database.close();
    await server?.stop();
  });

  const nextOrg = () => `00D${(orgs += 1)}`;
  const line = (number: number, day: string, more: Partial<UsageLine>): UsageLine => ({
    line: number,
    accountId: 'A',
    day,
    activeUsers: null,
    licensedSeats: null,
    logins: null,
    apiCalls: null,
    feature: null,
    events: null,
    ...more,
  });

  test('go on from what was kept last, until they are done; a changed file is another one', async () => {
    const orgId = nextOrg();
    const identity = { kind: 'usage', fingerprint: 'f', mappingHash: 'm' };
    const run = { ...identity, file: 'u.csv', errorFile: 'e.csv', at: AT };
    const id = await store.startImport(orgId, run);
    await store.saveImport(id, { line: 3_000_000_000, errorBytes: 17, tally: { rows: 5 } }, [], LATER);

    expect(await store.findUnfinishedImport(orgId, identity)).toMatchObject({
      ...identity,
      file: 'u.csv',
      errorFile: 'e.csv',
      id,
      state: 'running',
      line: 3_000_000_000,
      errorBytes: 17,
      tally: { rows: 5 },
      startedAt: AT,
      updatedAt: LATER,
    });
    expect(await store.findUnfinishedImport(orgId, { ...identity, fingerprint: 'g' })).toBeNull();
    expect(await store.findUnfinishedImport('another org', identity)).toBeNull();
    await store.setImportState(id, 'done', LATER);
    expect(await store.findUnfinishedImport(orgId, identity)).toBeNull();
    expect(await store.listImports(orgId, 5)).toMatchObject([{ id, state: 'done' }]);
  });

  test('add usage up by day, count a line once however often it is kept, and page through the days', async () => {
    const orgId = nextOrg();
    const id = await store.startImport(orgId, {
      kind: 'usage',
      fingerprint: 'f',
      mappingHash: 'm',
      file: 'u.csv',
      errorFile: 'e.csv',
      at: AT,
    });
    const lines = [
      line(2, '2026-11-01', { activeUsers: 10, feature: 'b', events: 2 }),
      line(3, '2026-11-01', { activeUsers: 12, logins: 4, feature: 'b', events: 1 }),
      line(4, '2026-11-01', { logins: 6, feature: 'a', events: 5 }),
      line(5, '2026-11-02', { licensedSeats: 20 }),
    ];
    const progress = { line: 5, errorBytes: 0, tally: {} };
    await store.saveImport(id, progress, lines, AT);
    await store.saveImport(id, progress, lines.slice(0, 2), AT);

    const [first] = await store.pageUsageDays(id, null, 1);
    expect(first).toEqual({
      accountId: 'A',
      day: '2026-11-01',
      activeUsers: 12,
      licensedSeats: null,
      logins: 10,
      apiCalls: null,
      features: { a: 5, b: 3 },
    });
    const after = { accountId: 'A', day: '2026-11-01' };
    expect(await store.pageUsageDays(id, after, 9)).toMatchObject([
      { day: '2026-11-02', licensedSeats: 20, features: null },
    ]);
    await store.dropUsageLines(id);
    expect(await store.pageUsageDays(id, null, 9)).toEqual([]);
  });
});
