import type { PoolClient } from 'pg';

export interface BackupTable {
  table: string;
  columns: string[];
}

/** Every table of the companion's own with its columns. The job queue is left out: what waits there is planned anew. */
export async function readTables(client: Pick<PoolClient, 'query'>): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `SELECT c.table_name AS table, array_agg(c.column_name::text ORDER BY c.ordinal_position) AS columns
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
       AND c.table_name <> '_prisma_migrations'
     GROUP BY c.table_name ORDER BY c.table_name`,
  );
  return rows;
}

/** A name of the catalogue as SQL takes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
