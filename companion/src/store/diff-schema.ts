import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readFile } from 'node:fs/promises';
import { NO_FILTERS } from './apply-migrations.ts';
import { openEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.ts';
import { readMigrations, SCHEMA_FILE } from './migration-files.ts';
import { schemaAdapter } from './schema-adapter.ts';
import { loadSchemaEngine } from './schema-engine.ts';

/** Prisma's engine plays migrations into an empty "shadow" database; here that is one in memory. */
async function withScratchEngine<T>(use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const opened: EmbeddedDatabase[] = [];
  const openScratch = async () => {
    const database = await openEmbeddedDatabase(null);
    opened.push(database);
    return database.connection;
  };
  const adapter = schemaAdapter(openScratch);
  try {
    return await use(await loadSchemaEngine(adapter));
  } finally {
    await adapter.close();
    for (const database of opened) await database.close();
  }
}

/** What a schema has that the migrations lack, as SQL. */
export interface SchemaDifference {
  differs: boolean;
  text: string;
}

/**
 * Compares the migrations with a schema, without touching any database that is kept.
 *
 * @param content the text of a Prisma schema; that of the project if none is given
 */
export async function diffSchema(content?: string): Promise<SchemaDifference> {
  const schema = { path: SCHEMA_FILE, content: content ?? (await readFile(SCHEMA_FILE, 'utf8')) };
  const migrations = await readMigrations();
  const { exitCode, stdout } = await withScratchEngine((engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    }),
  );
  return { differs: exitCode === 2, text: stdout ?? '' };
}
