import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PoolConfig } from 'pg';
import { AppError } from '../errors.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';

/** An embedded PostgreSQL that is reached like any other, by the connection settings it gives. */
export interface EmbeddedDatabase {
  connection: PoolConfig;
  close(): Promise<void>;
}

/** One socket name that every PostgreSQL client knows to look for in a folder. */
const SOCKET_NAME = '.s.PGSQL.5432';

/** The pool's one connection, and room for migrations beside it while that is idle. */
const MAX_CONNECTIONS = 4;

/** Opens the database of a folder, made if there is none; without a folder it lives in memory. */
export async function openEmbeddedDatabase(folder: string | null): Promise<EmbeddedDatabase> {
  const lock = folder === null ? null : await lockFolder(folder);
  try {
    const pglite = await openPglite(folder);
    return await serve(pglite, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function openPglite(folder: string | null): Promise<PGlite> {
  if (folder === null) return PGlite.create();
  const data = path.join(folder, 'postgres');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const isNew = readdirSync(data).length === 0;
  if (!isNew && !existsSync(path.join(data, 'PG_VERSION'))) throw damaged(data, 'it holds no PG_VERSION');
  try {
    const pglite = await PGlite.create(data);
    await pglite.query('SELECT 1');
    return pglite;
  } catch (cause) {
    throw damaged(data, 'the embedded PostgreSQL cannot read it', cause);
  }
}

function damaged(data: string, why: string, cause?: unknown): AppError {
  return new AppError(
    'DATABASE_FOLDER_DAMAGED',
    `The database folder ${data} cannot be opened: ${why}. Nothing was changed. Restore it from a copy, or move it ` +
      `away and start again: all but past scores is read anew from the org.`,
    { cause },
  );
}

/** Behind a socket that only this user can open; on Windows, which has none, behind a free port of the loopback. */
async function serve(db: PGlite, lock: FolderLock | null): Promise<EmbeddedDatabase> {
  const folder = process.platform === 'win32' ? null : mkdtempSync(path.join(tmpdir(), 'tenure-'));
  const place = folder === null ? { host: '127.0.0.1', port: 0 } : { path: path.join(folder, SOCKET_NAME) };
  const server = new PGLiteSocketServer({ db, ...place, maxConnections: MAX_CONNECTIONS });
  await server.start();
  const port = folder === null ? Number(server.getServerConn().split(':').at(-1)) : 5432;
  return {
    // One connection: PGlite has one session, and a second would queue behind an open transaction of the first.
    connection: { host: folder ?? '127.0.0.1', port, user: 'postgres', database: 'postgres', max: 1 },
    async close() {
      await server.stop();
      await db.close();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
      lock?.release();
    },
  };
}
