import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runMain } from '../process/command-error.ts';
import { inRoot } from '../process/root.ts';

// The migrations of the companion's database, with .env where there is one. `npm run migrate` applies what is missing;
// status, check and create go through: `npm run migrate -- status`.
runMain(async () => {
  const envFile = inRoot('.env');
  const args = process.argv.slice(2);
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...(existsSync(envFile) ? [`--env-file=${envFile}`] : []),
      inRoot('companion', 'scripts', 'migrate.ts'),
      ...(args.length > 0 ? args : ['deploy']),
    ],
    { stdio: 'inherit' },
  );
  process.exitCode = await new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
});
