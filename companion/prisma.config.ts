import { defineConfig } from 'prisma/config';
import { readDatabaseLocation } from './src/config/env.ts';

const database = readDatabaseLocation(process.env);

/** For Prisma's own CLI, on a PostgreSQL server; the embedded database is migrated by scripts/migrate.ts. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...('url' in database ? { datasource: { url: database.url } } : {}),
});
