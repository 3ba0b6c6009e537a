import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../errors.ts';

export interface FolderLock {
  release(): void;
}

/**
 * Takes a folder for this process alone. Nothing else guards an embedded database: two processes on one folder lose
 * data silently. The lock is an open SQLite write transaction, which the operating system drops with the process, so
 * that a crash leaves nothing to clean up; the file beside it only tells people who holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const { DatabaseSync } = await import('node:sqlite');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const holderFile = path.join(folder, 'companion.pid');
  const database = new DatabaseSync(path.join(folder, 'companion.lock'));
  try {
    database.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    const holder = readHolder(holderFile);
    throw new AppError(
      'FOLDER_IN_USE',
      `Another companion${holder} is running on ${folder}. Stop it first, or set COMPANION_DATA_DIR to another folder.`,
      { cause },
    );
  }
  writeFileSync(holderFile, `${process.pid}\n`);
  return {
    release() {
      database.close();
    },
  };
}

function readHolder(file: string): string {
  try {
    return ` (process ${readFileSync(file, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
