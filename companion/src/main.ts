import { COMMANDS } from './cli/commands.ts';
import { EXIT } from './cli/command.ts';
import { openContext } from './cli/open-context.ts';
import { createProgressLine } from './cli/progress-line.ts';
import { forwardCommand } from './cli/forward-command.ts';
import { findHelp, runCommand } from './cli/run-command.ts';
import { readDatabaseLocation, readEnv } from './config/env.ts';
import { AppError } from './errors.ts';
import { serve } from './serve.ts';

const progressLine = createProgressLine(process.stderr);
const print = (text: string) => {
  progressLine.clear();
  process.stdout.write(`${text}\n`);
};
const complain = (text: string) => {
  progressLine.clear();
  process.stderr.write(`${text}\n`);
};
const progress = progressLine.show;

async function main([name = 'serve', ...args]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name) || (name === 'serve' && args.length > 0)) {
    const help = findHelp(args[0]?.startsWith('-') ? undefined : args[0], COMMANDS);
    if (help !== null) {
      print(help);
      return EXIT.ok;
    }
  }
  if (name === 'serve') return serve(readEnv());
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) {
    complain(`Unknown command "${[name, ...args].join(' ')}".\n\n${findHelp(undefined, COMMANDS)}`);
    return EXIT.usage;
  }
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort()).once('SIGTERM', () => stopping.abort());
  const { context, close } = openContext({ print, progress }, stopping.signal);
  try {
    return await runCommand(command, args, context, complain);
  } catch (error) {
    const where = readDatabaseLocation();
    if (!(error instanceof AppError) || error.code !== 'FOLDER_IN_USE' || !('folder' in where)) throw error;
    const request = { name, args, folder: context.folder };
    const output = { print, progress, complain };
    const code = await forwardCommand(where.folder, request, output, stopping.signal);
    if (code === null) throw error;
    return code;
  } finally {
    await close();
  }
}

// Node calls its own SQLite experimental on every start; here it only holds the lock of a folder.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') complain(`${warning.name}: ${warning.message}`);
});

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    complain(
      error instanceof Error
        ? ((error instanceof AppError ? error.message : error.stack) ?? '')
        : String(error),
    );
    process.exit(EXIT.failed);
  },
);
