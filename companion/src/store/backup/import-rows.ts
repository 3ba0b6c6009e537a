import type { Pool, PoolClient } from 'pg';
import { AppError } from '../../errors.ts';
import { readMigrations } from '../migration-files.ts';
import { inTransaction } from '../transaction.ts';
import { end, header, readMark, tableStart } from './backup-format.ts';
import { quoted, readTables, type BackupTable } from './read-tables.ts';

const BATCH_ROWS = 500;

/**
 * Puts a backup into an empty database of this version, all or nothing. One of an older version fits: what came since
 * has a default.
 *
 * @throws {AppError} BACKUP_REFUSED when the database holds something, or the backup is of a newer version or not whole
 */
export async function importRows(
  pool: Pool,
  lines: AsyncIterable<string>,
): Promise<{ tables: number; rows: number }> {
  return inTransaction(pool, async (client) => {
    const known = await readTables(client);
    await assertEmpty(client, known);
    const done = { tables: 0, rows: 0 };
    let open: BackupTable | null = null;
    let batch: string[] = [];
    let state: 'start' | 'rows' | 'end' = 'start';
    const flush = async () => {
      if (open !== null && batch.length > 0) await insert(client, open, batch);
      batch = [];
    };
    for await (const line of lines) {
      const mark = readMark(line);
      if (state === 'start') {
        await assertKnown(mark);
        state = 'rows';
      } else if (mark === null) {
        batch.push(line);
        done.rows += 1;
        if (batch.length === BATCH_ROWS) await flush();
      } else {
        await flush();
        const start = tableStart.safeParse(mark);
        if (start.success) open = assertFits(start.data, known);
        if (start.success) done.tables += 1;
        else if (end.parse(mark).rows === done.rows) state = 'end';
      }
    }
    if (state !== 'end') throw refused('it is not whole: its end is missing, or rows are');
    await moveSequences(client);
    return done;
  });
}

async function assertEmpty(client: PoolClient, tables: readonly BackupTable[]): Promise<void> {
  for (const { table } of tables) {
    const { rows } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
    if (rows.length > 0)
      throw refused(`the database is not empty: ${table} has rows. Restore into a new one`);
  }
}

async function assertKnown(mark: unknown): Promise<void> {
  const read = header.safeParse(mark);
  if (!read.success) throw refused('it is no backup of the companion');
  const ours = new Set((await readMigrations()).migrationDirectories.map(({ path }) => path));
  const newer = read.data.migrations.find((name) => !ours.has(name));
  if (newer !== undefined) throw refused(`it was made by a newer version, which has the migration ${newer}`);
}

function assertFits(wanted: BackupTable, known: readonly BackupTable[]): BackupTable {
  const there = known.find(({ table }) => table === wanted.table);
  const lost = there ? wanted.columns.filter((column) => !there.columns.includes(column)) : [wanted.table];
  if (lost.length > 0)
    throw refused(`this version has no ${lost.join(', ')} any more: restore with the version that made it`);
  return wanted;
}

/** As JSON, not JSONB: what is kept as it was written, such as the inputs of a score, stays so to the letter. */
async function insert(
  client: PoolClient,
  { table, columns }: BackupTable,
  rows: readonly string[],
): Promise<void> {
  const list = columns.map(quoted).join(', ');
  await client.query(
    `INSERT INTO ${quoted(table)} (${list})
     SELECT ${list} FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
}

/** Numbers that count up go on after the highest that was restored. */
async function moveSequences(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT table_name AS table, column_name AS column,
            pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence
     FROM information_schema.columns
     WHERE table_schema = 'public' AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL`,
  );
  for (const { table, column, sequence } of rows) {
    await client.query(
      `SELECT setval($1, greatest((SELECT max(${quoted(column)}) FROM ${quoted(table)}), 1),
                     EXISTS (SELECT 1 FROM ${quoted(table)}))`,
      [sequence],
    );
  }
}

const refused = (why: string) =>
  new AppError('BACKUP_REFUSED', `The backup was not restored, nothing was changed: ${why}.`);
