import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { fillTables, listColumns } from '../testing/fill-tables.ts';
import { LAST_RELEASE } from '../testing/last-release.ts';
import { startPostgres, type TestServer } from '../testing/postgres-server.ts';
import { applyMigrations } from './store/apply-migrations.ts';
import { openDatabase } from './store/database.ts';
import { createDatabaseProbe } from './store/database-probe.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './store/migration-files.ts';

const NAMES = (await readMigrations()).migrationDirectories.map(({ path: name }) => name);
const LAST = NAMES.at(-1) ?? '';
/** The version before: without the migrations since its release, or while there is none without the newest. */
const BEFORE = NAMES.filter((name) => name <= LAST_RELEASE && name !== LAST);

let server: TestServer;
let before: string;
let databases = 0;

beforeAll(async () => {
  server = await startPostgres();
  before = mkdtempSync(path.join(tmpdir(), 'tenure-migrations-'));
  for (const name of BEFORE) {
    cpSync(path.join(MIGRATIONS_FOLDER, name), path.join(before, name), { recursive: true });
  }
});

afterAll(async () => {
  rmSync(before, { recursive: true, force: true });
  await server.stop();
});

/** An empty database of its own. */
async function newDatabase(): Promise<pg.PoolConfig & { connectionString: string }> {
  databases += 1;
  const name = `migrations_${process.pid}_${databases}`;
  await withClient(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return { connectionString: url.href, max: 3 };
}

async function withClient<T>(connectionString: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function migrationsOf(url: string) {
  const database = await openDatabase({ url }, { migrate: false });
  try {
    return (await createDatabaseProbe(database).facts()).migrations;
  } finally {
    await database.close();
  }
}

describe('an upgrade', () => {
  test('keeps every row that the version before wrote', async () => {
    const settings = await newDatabase();
    const url = settings.connectionString;
    await applyMigrations(settings, before);
    const tables = await withClient(url, async (client) => fillTables(client, await listColumns(client)));
    expect(await applyMigrations(settings)).toEqual(NAMES.slice(BEFORE.length));
    await withClient(url, async (client) => {
      for (const table of tables) {
        const { rows } = await client.query(`SELECT count(*)::int AS count FROM "${table}"`);
        expect([table, rows]).toEqual([table, [{ count: 1 }]]);
      }
    });
  });

  test('lets the version before go on writing all that it knows', async () => {
    const [old, current] = [await newDatabase(), await newDatabase()];
    await applyMigrations(old, before);
    await applyMigrations(current);
    const known = await withClient(old.connectionString, listColumns);
    const written = await withClient(current.connectionString, (client) => fillTables(client, known));
    expect(written.length).toBeGreaterThan(15);
  });

  test('lets the version before start on what the newest made', async () => {
    const settings = await newDatabase();
    await applyMigrations(settings);
    expect(await applyMigrations(settings, before)).toEqual([]);
  });

  test('by three replicas at once applies each migration once', async () => {
    const settings = await newDatabase();
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(settings)));
    expect(applied.flat().toSorted()).toEqual(NAMES);
  });
});

describe('the doctor', () => {
  test('tells an empty database, one in order, one of a newer version, and one that broke off', async () => {
    const settings = await newDatabase();
    const url = settings.connectionString;
    expect(await migrationsOf(url)).toEqual({ applied: 0, pending: NAMES, unknown: [], broken: [] });
    await applyMigrations(settings);
    expect(await migrationsOf(url)).toEqual({ applied: NAMES.length, pending: [], unknown: [], broken: [] });
    await withClient(url, (client) =>
      client.query("UPDATE _prisma_migrations SET migration_name = '2099_x' WHERE migration_name = $1", [
        LAST,
      ]),
    );
    expect(await migrationsOf(url)).toMatchObject({ pending: [LAST], unknown: ['2099_x'] });
    await withClient(url, (client) =>
      client.query(
        "UPDATE _prisma_migrations SET migration_name = $1, finished_at = NULL WHERE migration_name = '2099_x'",
        [LAST],
      ),
    );
    expect(await migrationsOf(url)).toMatchObject({ pending: [], unknown: [], broken: [LAST] });
  });

  test('changes nothing of an empty database', async () => {
    const { connectionString } = await newDatabase();
    await migrationsOf(connectionString);
    const { rows } = await withClient(connectionString, (client) =>
      client.query(
        "SELECT count(*)::int AS count FROM information_schema.tables WHERE table_schema = 'public'",
      ),
    );
    expect(rows).toEqual([{ count: 0 }]);
  });
});
