import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { readDatabaseLocation } from '../src/config/env.ts';
import { applyMigrations, findApplied, withClient } from '../src/store/apply-migrations.ts';
import { diffSchema } from '../src/store/diff-schema.ts';
import { openEmbeddedDatabase } from '../src/store/embedded-database.ts';
import { LOCK_FILE_TEXT, MIGRATIONS_FOLDER, readMigrations } from '../src/store/migration-files.ts';

const HELP = `Usage: node companion/scripts/migrate.ts <command>

  create <name>  write a migration for what schema.prisma has and the migrations lack
  check          fail when schema.prisma and the migrations disagree
  deploy         apply what migrations are missing to the companion's database
  status         list what is applied there

The database is DATABASE_URL, else the embedded one in COMPANION_DATA_DIR.`;

const say = (text: string) => process.stdout.write(`${text}\n`);

async function create(name: string | undefined): Promise<number> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    say('create: give the migration a name in lower case, such as add_alerts.');
    return 2;
  }
  await mkdir(MIGRATIONS_FOLDER, { recursive: true });
  await writeFile(path.join(MIGRATIONS_FOLDER, 'migration_lock.toml'), LOCK_FILE_TEXT);
  const { differs, text } = await diffSchema();
  if (!differs) {
    say('The schema has nothing that the migrations lack.');
    return 0;
  }
  const stamp = new Date().toISOString().replace(/[-T:]/g, '').slice(0, 14);
  const folder = path.join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, 'migration.sql'), text);
  say(`Wrote ${path.relative(process.cwd(), folder)}`);
  return 0;
}

async function check(): Promise<number> {
  const { differs, text } = await diffSchema();
  say(
    differs
      ? `schema.prisma and the migrations disagree. The migrations lack:\n${text}`
      : 'schema.prisma and the migrations agree.',
  );
  return differs ? 1 : 0;
}

async function withDatabase(use: (settings: pg.PoolConfig) => Promise<void>): Promise<number> {
  const database = readDatabaseLocation(process.env);
  const embedded = 'url' in database ? null : await openEmbeddedDatabase(database.folder);
  try {
    await use(embedded?.connection ?? ('url' in database ? { connectionString: database.url } : {}));
    return 0;
  } finally {
    await embedded?.close();
  }
}

async function deploy(settings: pg.PoolConfig): Promise<void> {
  const applied = await applyMigrations(settings);
  say(applied.length === 0 ? 'Nothing to apply.' : `Applied ${applied.join(', ')}.`);
}

async function status(settings: pg.PoolConfig): Promise<void> {
  const { migrationDirectories } = await readMigrations();
  const done = await withClient(settings, findApplied);
  for (const { path: name } of migrationDirectories)
    say(`${done.has(name) ? 'applied' : 'missing'}  ${name}`);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});
const [command, name] = positionals;
const run: Record<string, () => Promise<number>> = {
  create: () => create(name),
  check,
  deploy: () => withDatabase(deploy),
  status: () => withDatabase(status),
};
const chosen = command === undefined ? undefined : run[command];
if (values.help || !chosen) say(HELP);
try {
  process.exitCode = values.help ? 0 : chosen ? await chosen() : 2;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
