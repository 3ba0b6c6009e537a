import type { Pool } from 'pg';
import type { DatabaseFacts, DatabaseMigrations, DatabaseProbe } from '../usecases/doctor/ports.ts';
import type { Database } from './database.ts';
import { readMigrations } from './migration-files.ts';

const SERVER = `
  SELECT current_setting('server_version') AS version,
         pg_database_size(current_database())::float8 AS bytes,
         (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "nowMs",
         to_regclass('_prisma_migrations') IS NOT NULL AS "hasMigrations",
         to_regclass('pgboss.job') IS NOT NULL AS "hasQueue"`;

/** Jobs that wait for their turn while another of their key is active are not stuck. */
const QUEUE = `
  SELECT count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS waiting,
         coalesce(extract(epoch FROM now() - min(greatest(created_on, start_after)) FILTER (
           WHERE state IN ('created', 'retry') AND start_after <= now())), 0)::float8 AS "oldestWaitingSeconds",
         count(*) FILTER (WHERE state = 'failed' AND completed_on > now() - interval '1 day')::int AS "failedInADay",
         count(*) FILTER (WHERE state = 'active')::int AS active
  FROM pgboss.job`;

interface ServerRow {
  version: string;
  bytes: number;
  nowMs: number;
  hasMigrations: boolean;
  hasQueue: boolean;
}

/** Looks at a database as it is. */
export function createDatabaseProbe({ kind, pool }: Pick<Database, 'kind' | 'pool'>): DatabaseProbe {
  return {
    async facts() {
      const { rows } = await pool.query<ServerRow>(SERVER);
      const [server] = rows;
      if (!server) throw new Error('The database gives no answer about itself.');
      const { hasMigrations, hasQueue, version, bytes, nowMs } = server;
      const [number = version] = version.split(' ');
      return {
        ...{ kind, version: number, bytes, nowMs },
        migrations: await compareMigrations(pool, hasMigrations),
        queue: hasQueue ? await readQueue(pool) : null,
      };
    },
  };
}

/** What this version brings, against what the database has. */
async function compareMigrations(pool: Pool, hasMigrations: boolean): Promise<DatabaseMigrations> {
  const ours = (await readMigrations()).migrationDirectories.map(({ path }) => path);
  if (!hasMigrations) return { applied: 0, pending: ours, unknown: [], broken: [] };
  const { rows } = await pool.query<{ name: string; isDone: boolean }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS "isDone" FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const done = new Set(rows.filter(({ isDone }) => isDone).map(({ name }) => name));
  const broken = rows.filter(({ isDone, name }) => !isDone && !done.has(name)).map(({ name }) => name);
  return {
    applied: ours.filter((name) => done.has(name)).length,
    pending: ours.filter((name) => !done.has(name) && !broken.includes(name)),
    unknown: [...done].filter((name) => !ours.includes(name)),
    broken,
  };
}

async function readQueue(pool: Pool): Promise<DatabaseFacts['queue']> {
  const { rows } = await pool.query<NonNullable<DatabaseFacts['queue']> & { active: number }>(QUEUE);
  const [row] = rows;
  if (!row) return null;
  const { waiting, failedInADay, active } = row;
  return { waiting, failedInADay, oldestWaitingSeconds: active > 0 ? 0 : row.oldestWaitingSeconds };
}
