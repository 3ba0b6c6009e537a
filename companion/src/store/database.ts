import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { AppError } from '../errors.ts';
import { PrismaClient } from '../generated/prisma/client.ts';
import { applyMigrations } from './apply-migrations.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';

/** Connections a replica holds: the sync, the requests, the job queue and the status page. */
const POOL_SIZE = 5;
const CONNECT_TIMEOUT_MS = 10_000;

/** An open database at the newest migration. `pool` is for set-based SQL and the job queue, `prisma` for the rest. */
export interface Database {
  kind: 'embedded' | 'server';
  pool: pg.Pool;
  prisma: PrismaClient;
  close(): Promise<void>;
}

/** Where the database is: a server's URL, a folder of an embedded one, or memory. */
export type DatabaseLocation = { url: string } | { folder: string } | { memory: true };

/**
 * Opens the database and applies what migrations are missing.
 *
 * @param options `migrate: false` leaves it as it is, to be looked at
 */
export async function openDatabase(
  where: DatabaseLocation,
  { migrate = true }: { migrate?: boolean } = {},
): Promise<Database> {
  const embedded =
    'url' in where ? null : await openEmbeddedDatabase('folder' in where ? where.folder : null);
  const settings: pg.PoolConfig = embedded?.connection ?? {
    ...('url' in where ? { connectionString: where.url } : {}),
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  };
  const pool = new pg.Pool(settings);
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const closeAll = async () => {
    await pool.end();
    await embedded?.close();
  };
  try {
    await assertReachable(pool);
    if (migrate) await applyMigrations(settings);
  } catch (error) {
    await closeAll();
    throw error;
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    kind: embedded ? 'embedded' : 'server',
    pool,
    prisma,
    async close() {
      await prisma.$disconnect();
      await closeAll();
    },
  };
}

async function assertReachable(pool: pg.Pool): Promise<void> {
  try {
    await pool.query('SELECT 1');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message || cause.constructor.name : String(cause);
    throw new AppError('DATABASE_UNREACHABLE', `No PostgreSQL answers at ${placeOf(pool.options)}: ${why}`, {
      cause,
    });
  }
}

/** Host, port and database, without user and password. */
function placeOf({ connectionString, host, port, database }: pg.PoolOptions): string {
  if (connectionString === undefined) return `${host}:${port}/${database}`;
  const url = new URL(connectionString);
  return `${url.host}${url.pathname}`;
}
