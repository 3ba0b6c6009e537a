import { spawn } from 'node:child_process';
import { runMain } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';
import { generatePrismaClient } from '../setup/generate-prisma-client.ts';

// The benchmark of the companion, with the generated database client in place.
runMain(async () => {
  await generatePrismaClient();
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      inRoot('companion', 'bench', 'main.ts'),
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit' },
  );
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
});
