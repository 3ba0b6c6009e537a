import { apiKeyCommand } from './api-key-command.ts';
import { backtestCommand } from './backtest-command.ts';
import { backupCommand } from './backup-command.ts';
import type { Command } from './command.ts';
import { connectCommand } from './connect-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { mapCommand } from './map-command.ts';
import { importCommand } from './import-command.ts';
import { failedCommand } from './failed-command.ts';
import { previewCommand } from './preview-command.ts';
import { pushCommand } from './push-command.ts';
import { hookCommand } from './hook-command.ts';
import { replayCommand } from './replay-command.ts';
import { scoreCommand } from './score-command.ts';
import { snapshotCommand } from './snapshot-command.ts';
import { syncCommand } from './sync-command.ts';

/** Everything that an operator can do beside running the service, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  syncCommand,
  scoreCommand,
  snapshotCommand,
  replayCommand,
  backtestCommand,
  previewCommand,
  pushCommand,
  failedCommand,
  doctorCommand,
  backupCommand,
  importCommand,
  mapCommand,
  connectCommand,
  apiKeyCommand,
  hookCommand,
];

/** What `help` prints. */
export const HELP = `Usage: npm run companion [-- COMMAND [OPTIONS]]

  ${'serve'.padEnd(9)} keep the org's accounts scored, and answer over HTTP (this is what happens without a command)
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}
  ${'help'.padEnd(9)} this; help COMMAND or COMMAND --help for one of them

Everything else is set by the environment: see .env.example. While the service runs on an embedded database, the
commands are carried out by it.

Exit codes: 0 done, 1 failed, 2 not understood, 3 nothing to work on, 4 something it needs is not there any more.`;
