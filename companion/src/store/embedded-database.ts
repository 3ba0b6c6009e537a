import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolConfig } from 'pg';
import { AppError } from '../errors.ts';
import type { ServedPlace, WorkerAnswer } from './embedded-worker.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';

/** An embedded PostgreSQL that is reached like any other, by the connection settings it gives. */
export interface EmbeddedDatabase {
  connection: PoolConfig;
  close(): Promise<void>;
}

/** One socket name that every PostgreSQL client knows to look for in a folder. */
const SOCKET_NAME = '.s.PGSQL.5432';

/** Opens the database of a folder, made if there is none; without a folder it lives in memory. */
export async function openEmbeddedDatabase(folder: string | null): Promise<EmbeddedDatabase> {
  const lock = folder === null ? null : await lockFolder(folder);
  try {
    return await serve(folder === null ? null : prepareFolder(folder), lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function prepareFolder(folder: string): string {
  const data = path.join(folder, 'postgres');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const isNew = readdirSync(data).length === 0;
  if (!isNew && !existsSync(path.join(data, 'PG_VERSION'))) throw damaged(data, 'it holds no PG_VERSION');
  return data;
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
async function serve(data: string | null, lock: FolderLock | null): Promise<EmbeddedDatabase> {
  const folder = process.platform === 'win32' ? null : mkdtempSync(path.join(tmpdir(), 'tenure-'));
  const removeSocket = () => folder !== null && rmSync(folder, { recursive: true, force: true });
  const place = folder === null ? { host: '127.0.0.1', port: 0 } : { path: path.join(folder, SOCKET_NAME) };
  try {
    const worker = await startWorker({ data, place });
    return {
      // One connection: PGlite has one session, and a second would queue behind an open transaction of the first.
      connection: {
        ...{ host: folder ?? '127.0.0.1', port: worker.port ?? 5432, user: 'postgres', database: 'postgres' },
        max: 1,
      },
      async close() {
        await worker.close();
        removeSocket();
        lock?.release();
      },
    };
  } catch (error) {
    removeSocket();
    throw error;
  }
}

/** In a thread of its own: while it carries out a statement, scores are worked out and requests answered. */
async function startWorker(place: ServedPlace): Promise<{ port: number | null; close(): Promise<void> }> {
  const worker = new Worker(new URL('embedded-worker.ts', import.meta.url), { workerData: place });
  const answer = await firstAnswer(worker);
  if (!('port' in answer)) {
    await worker.terminate();
    if ('unreadable' in answer && place.data !== null)
      throw damaged(place.data, 'the embedded PostgreSQL cannot read it', answer.unreadable);
    const why = 'failed' in answer ? answer.failed : answer.unreadable;
    throw new Error(`The embedded PostgreSQL does not start: ${why}`);
  }
  return {
    port: answer.port,
    async close() {
      const ended = once(worker, 'exit');
      worker.postMessage('close');
      await ended;
    },
  };
}

/** What the thread says first, also where it ends instead of saying anything. */
async function firstAnswer(worker: Worker): Promise<WorkerAnswer> {
  const listening = new AbortController();
  const { signal } = listening;
  try {
    const ended = once(worker, 'exit', { signal }).then(() => ({ unreadable: 'its thread ended' }));
    const said = once(worker, 'message', { signal }).then(([answer]) => answer as WorkerAnswer);
    return await Promise.race([said, ended]);
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  } finally {
    listening.abort();
  }
}
