import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/**
 * Opens the org's database: `<dataDir>/org.sqlite`, or one in memory. Throws an Error of one line when the
 * folder is in use or the file is damaged.
 */
export function openDatabase(dataDir?: string): DatabaseSync {
  if (dataDir === undefined) return new DatabaseSync(':memory:');
  const file = path.resolve(dataDir, 'org.sqlite');
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    database = new DatabaseSync(file);
    prepareFile(database);
    return database;
  } catch (cause) {
    if (database?.isOpen) database.close();
    throw new Error(explain(cause, file), { cause });
  }
}

/**
 * EXCLUSIVE makes SQLite hold the file for as long as the process lives, and let go when it dies: a lock that
 * cannot go stale. NORMAL under WAL loses nothing when the process is killed; only a power cut may take back
 * the last commits, and never leaves the file inconsistent: enough for a development org, at a tenth of the
 * cost of FULL for record-by-record writes.
 */
function prepareFile(database: DatabaseSync): void {
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  // A write takes the exclusive lock at once, so that a second process fails here and not later.
  database.exec('BEGIN IMMEDIATE; PRAGMA user_version = 1; COMMIT');
  const check = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (check !== 'ok') throw Object.assign(new Error(String(check)), { errcode: SQLITE_CORRUPT });
}

function explain(cause: unknown, file: string): string {
  const code = (cause as { errcode?: number }).errcode;
  if (code === SQLITE_BUSY) {
    return `The org in ${path.dirname(file)} is in use by another process. Stop that one, or choose another folder with --data.`;
  }
  if (code === SQLITE_NOTADB || code === SQLITE_CORRUPT) {
    return `The org's database ${file} is damaged. Move the file away to start with an empty org, or put a backup in its place.`;
  }
  return `The org's database ${file} cannot be opened: ${(cause as Error).message}. Check the folder's permissions and free space.`;
}
