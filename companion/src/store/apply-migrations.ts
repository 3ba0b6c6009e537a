import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '../errors.ts';
import { readMigrations } from './migration-files.ts';
import { schemaAdapter } from './schema-adapter.ts';
import { loadSchemaEngine } from './schema-engine.ts';

/** The number of the advisory lock under which replicas that start together take turns. */
const MIGRATION_LOCK = 727_069_101;
const LOCK_PAUSE_MS = 100;
/** The schema engine looks at all tables unless told which are not its own. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Brings a database to the newest migration and returns the names of those applied now.
 *
 * @param settings the connection; with `max: 1` it is an embedded database, which its folder's lock guards already
 */
export async function applyMigrations(settings: pg.PoolConfig, folder?: string): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  const names = migrationsList.migrationDirectories.map(({ path }) => path);
  const apply = async () => {
    const adapter = schemaAdapter(async () => ({ ...settings, max: 1 }));
    try {
      const engine = await loadSchemaEngine(adapter);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
      return appliedMigrationNames;
    } finally {
      await adapter.close();
    }
  };
  try {
    // Spares the engine, which takes half a second to load, when there is nothing to do.
    const done = await withClient(settings, findApplied);
    if (names.every((name) => done.has(name))) return [];
    if (settings.max === 1) return await apply();
    return await withClient(settings, async (client) => {
      await takeMigrationLock(client);
      return apply();
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.trim().split('\n')[0] : String(cause);
    throw new AppError('MIGRATION_FAILED', `The database could not be brought up to date: ${why}`, { cause });
  }
}

/**
 * Waits for the lock of migrations, which ends with the connection. It asks again and again: a statement that waits
 * inside the server would be waited for in turn by an index that another replica builds CONCURRENTLY.
 */
async function takeMigrationLock(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      MIGRATION_LOCK,
    ]);
    if (rows[0]?.taken) return;
    await sleep(LOCK_PAUSE_MS);
  }
}

/** The names of the migrations that a database has. */
export async function findApplied(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ found: string | null }>(
    `SELECT to_regclass('_prisma_migrations') AS found`,
  );
  if (rows[0]?.found === null) return new Set();
  const applied = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Set(applied.rows.map(({ name }) => name));
}

/** Runs something on a connection of its own, which is closed in any case. */
export async function withClient<T>(
  settings: pg.ClientConfig,
  run: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(settings);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
