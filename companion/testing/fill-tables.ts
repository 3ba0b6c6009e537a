import type pg from 'pg';

interface Column {
  table: string;
  name: string;
  type: string;
  isArray: boolean;
}

/** Of each type a value that a column of it takes. */
const VALUES: Record<string, string> = {
  text: "'a'",
  uuid: 'gen_random_uuid()',
  json: "'{}'",
  jsonb: "'{}'",
  bool: 'true',
  int2: '1',
  int4: '1',
  int8: '1',
  float4: '1',
  float8: '1',
  numeric: '1',
  date: "'2026-11-23'",
  bytea: "'\\x00'",
  timestamptz: "'2026-11-23T09:00:00Z'",
  timestamp: "'2026-11-23T09:00:00'",
  varchar: "'a'",
};

/** Every column of the companion's own tables, as a database has them now. */
export async function listColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(
    `SELECT c.table_name AS table, c.column_name AS name, c.udt_name AS type
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'
       AND c.is_generated = 'NEVER'
     ORDER BY c.table_name, c.ordinal_position`,
  );
  return rows.map(({ table, name, type }) => ({
    table,
    name,
    type: type.replace(/^_/, ''),
    isArray: type.startsWith('_'),
  }));
}

/** Puts a row into each table, with a value in each of these columns and in no other. */
export async function fillTables(client: pg.Client, columns: readonly Column[]): Promise<string[]> {
  const tables = [...new Set(columns.map(({ table }) => table))];
  // Whose parent comes first is not the point here.
  await client.query("SET session_replication_role = 'replica'");
  for (const table of tables) {
    const own = columns.filter((column) => column.table === table);
    const names = own.map(({ name }) => `"${name}"`).join(', ');
    await client.query(`INSERT INTO "${table}" (${names}) VALUES (${own.map(valueOf).join(', ')})`);
  }
  await client.query("SET session_replication_role = 'origin'");
  return tables;
}

function valueOf({ table, name, type, isArray }: Column): string {
  const value = VALUES[type];
  if (value === undefined)
    throw new Error(`No value for the type ${type} of ${table}.${name}: add one to VALUES.`);
  return isArray ? `ARRAY[${value}]::${type}[]` : value;
}
