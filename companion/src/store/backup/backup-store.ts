import type { BackupStore } from '../../usecases/ports.ts';
import type { Database } from '../database.ts';
import { exportRows } from './export-rows.ts';
import { importRows } from './import-rows.ts';

/** Everything that a database holds, as lines of text. */
export function createBackupStore({ pool }: Pick<Database, 'pool'>): BackupStore {
  return { exportRows: () => exportRows(pool), importRows: (lines) => importRows(pool, lines) };
}
