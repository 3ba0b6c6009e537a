import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fillTables, listColumns } from '../testing/fill-tables.ts';
import { LAST_RELEASE } from '../testing/last-release.ts';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';
import { applyMigrations, withClient } from './store/apply-migrations.ts';
import { createStore, type Store } from './store/create-store.ts';
import { openDatabase, type Database } from './store/database.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './store/migration-files.ts';
import { createConfigSource } from './usecases/config-source.ts';
import { replayScore } from './usecases/replay-score.ts';
import { syncOrg } from './usecases/sync-org.ts';
import { MemoryOrg } from './usecases/testing/memory-org.ts';
import { WORKED_EXAMPLE } from './domain/testing/build-signals.ts';

const ORG = { orgId: '00D1', name: 'Acme', instanceUrl: 'https://test.example' };
const AT = '2026-11-22T09:00:00.000Z';
const CONTROL = { signal: new AbortController().signal, progress: () => undefined };

let server: TestServer;
const opened: Database[] = [];

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  for (const database of opened) await database.close();
  await server.stop();
});

async function embedded(): Promise<Store> {
  const database = await openDatabase({ memory: true });
  opened.push(database);
  return createStore(database);
}

let databases = 0;
async function emptyUrl(): Promise<string> {
  databases += 1;
  const name = `backup_${process.pid}_${databases}`;
  await withClient({ connectionString: server.url }, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(url: string): Promise<Store> {
  const database = await openDatabase({ url });
  opened.push(database);
  return createStore(database);
}

async function linesOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of store.exportRows()) lines.push(line);
  return lines;
}
async function* from(lines: readonly string[]) {
  yield* lines;
}

const depsOf = (store: Store, org: MemoryOrg) => {
  const config = createConfigSource(ORG.orgId, { reader: org, store });
  return { reader: org, writer: org, store, config, clock: () => new Date(AT) };
};

describe('a backup', () => {
  const org = new MemoryOrg();
  let source: Store;
  let lines: string[];
  let empty: Store;

  beforeAll(async () => {
    source = await embedded();
    org.put('001A', WORKED_EXAMPLE);
    org.put('001B', WORKED_EXAMPLE);
    await syncOrg(ORG, depsOf(source, org), CONTROL);
    lines = await linesOf(source);
    empty = await onServer(await emptyUrl());
  });

  test.each<[string, (all: string[]) => string[], RegExp]>([
    ['that was cut off', (all) => all.slice(0, -1), /not whole/],
    ['that lost a row', (all) => all.toSpliced(all.findIndex(isRow), 1), /not whole/],
    [
      'of a newer version',
      ([first = '', ...rest]) => [first.replace('":[', '":["2099_x",'), ...rest],
      /2099_x/,
    ],
    ['that is none', () => ['hello'], /no backup/],
  ])('%s is refused, and leaves the database empty', async (_what, change, message) => {
    await expect(empty.importRows(from(change(lines)))).rejects.toThrow(message);
    expect(await empty.orgs()).toEqual([]);
  });

  test('of the embedded database goes on on a server: nothing is written again, and scores replay', async () => {
    const { rows } = await empty.importRows(from(lines));
    expect(rows).toBeGreaterThan(5);
    expect((await linesOf(empty)).slice(1)).toEqual(lines.slice(1));
    expect(await syncOrg(ORG, depsOf(empty, org), CONTROL)).toMatchObject({ pushed: 0, failed: 0 });
    expect(await replayScore(ORG.orgId, '001A', '2026-11-22', empty)).toMatchObject({ outcome: 'same' });
  });

  test('is not restored over what is there', async () => {
    await expect(source.importRows(from(lines))).rejects.toThrow(/not empty/);
  });

  test('of the release before is restored by this one, row for row', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tenure-backup-'));
    for (const { path: name } of (await readMigrations()).migrationDirectories) {
      if (name <= LAST_RELEASE)
        cpSync(path.join(MIGRATIONS_FOLDER, name), path.join(folder, name), { recursive: true });
    }
    const settings = { connectionString: await emptyUrl(), max: 2 };
    await applyMigrations(settings, folder);
    rmSync(folder, { recursive: true });
    await withClient(settings, async (client) => fillTables(client, await listColumns(client)));
    const old = await openDatabase({ url: settings.connectionString }, { migrate: false });
    opened.push(old);
    const newer = await onServer(await emptyUrl());
    const { tables, rows } = await newer.importRows(from(await linesOf(createStore(old))));
    expect(rows).toBe(tables);
    expect(tables).toBeGreaterThan(15);
  });
});

const isRow = (line: string) => !line.startsWith('#');
