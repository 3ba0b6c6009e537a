// Generates the Prisma client into src/generated.
//
// `prisma generate` looks for the native schema engine, which needs a download of its own, and then does not use it.
// Naming any existing file as that engine spares the download. Only here: with it set in prisma.config.ts or in the
// environment, `prisma migrate` would break for those who have the engine.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const companion = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const cli = path.join(path.dirname(require.resolve('prisma/package.json')), 'build', 'index.js');
const { status, error } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
  cwd: companion,
  stdio: 'inherit',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
if (error) throw error;
process.exitCode = status ?? 1;
