import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runMain } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';
import { generatePrismaClient } from '../setup/generate-prisma-client.ts';

// The companion alone, configured by its environment (see .env.example) and by .env where there is one, which
// "npm run connect" writes; with the generated database client in place.
runMain(async () => {
  await generatePrismaClient();
  const envFile = inRoot('.env');
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...(existsSync(envFile) ? [`--env-file=${envFile}`] : []),
      inRoot('companion', 'src', 'main.ts'),
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  );
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
});
