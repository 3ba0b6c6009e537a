import type { Pool, PoolClient } from 'pg';
import { FORMAT_VERSION, markLine } from './backup-format.ts';
import { quoted, readTables, type BackupTable } from './read-tables.ts';

const FETCHED_ROWS = 1_000;

/** Every row as of one moment, while the companion goes on. */
export async function* exportRows(pool: Pool): AsyncGenerator<string> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await client.query<{ name: string; at: Date }>(
      'SELECT migration_name AS name, now() AS at FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
    );
    const madeAt = (rows[0]?.at ?? new Date()).toISOString();
    yield markLine({ tenureBackup: FORMAT_VERSION, madeAt, migrations: rows.map(({ name }) => name) });
    let count = 0;
    for (const table of await readTables(client)) {
      yield markLine(table);
      for await (const row of rowsOf(client, table)) {
        count += 1;
        yield row;
      }
    }
    yield markLine({ end: true, rows: count });
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

async function* rowsOf(client: PoolClient, { table, columns }: BackupTable): AsyncGenerator<string> {
  const list = columns.map(quoted).join(', ');
  // A line break can stand in JSON between values only, where a space does as well.
  await client.query(
    `DECLARE backup NO SCROLL CURSOR FOR
     SELECT replace(row_to_json(r)::text, E'\\n', ' ') AS row FROM (SELECT ${list} FROM ${quoted(table)}) r`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${FETCHED_ROWS} FROM backup`);
    if (rows.length === 0) break;
    for (const { row } of rows) yield row;
  }
  await client.query('CLOSE backup');
}
