import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';

const PRISMA = path.resolve(import.meta.dirname, '../../prisma');
/** Where the migrations are, in the layout of Prisma's own CLI. */
export const MIGRATIONS_FOLDER = path.join(PRISMA, 'migrations');
export const SCHEMA_FILE = path.join(PRISMA, 'schema.prisma');
export const LOCK_FILE_TEXT = '# Kept by Prisma Migrate.\nprovider = "postgresql"\n';

/** All migrations in order, as the schema engine takes them. */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  );
  return {
    baseDir: folder,
    lockfile: { path: './migration_lock.toml', content: LOCK_FILE_TEXT },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}
