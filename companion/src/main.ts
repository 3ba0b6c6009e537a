import { parseArgs } from 'node:util';
import { readEnv, type Env } from './config/env.ts';
import { AppError } from './errors.ts';
import { serve } from './serve.ts';
import { syncOnce } from './sync-once.ts';

const HELP = `Usage: node companion/src/main.ts [serve | sync]

  serve  keep the org's accounts scored, and show a status page (this is what happens without a command)
  sync   read, score and write back once, print one line, and end

Everything else is set by the environment: see .env.example.`;

const COMMANDS: Record<string, (env: Env) => Promise<number>> = { serve, sync: syncOnce };

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const [command = 'serve', ...rest] = positionals;
  const run = COMMANDS[command];
  if (!run || rest.length > 0)
    throw new AppError('BAD_COMMAND', `Unknown command "${positionals.join(' ')}".\n${HELP}`);
  return run(readEnv());
}

// Node calls its own SQLite experimental on every start; here it only holds the lock of a folder.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.name}: ${warning.message}\n`);
});

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const known =
      error instanceof AppError ||
      (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    process.stderr.write(
      `${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`,
    );
    process.exit(1);
  },
);
