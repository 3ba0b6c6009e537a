import { CommandError } from '../process/command-error.ts';
import { ROOT, inRoot } from '../process/root.ts';
import { runCommand } from '../process/run-command.ts';
import { describeFailure, type SfAnswer } from './describe-failure.ts';

/** Where the sf CLI keeps its logins: the person's own home, or a private one that leaves hers alone. */
export interface SfEnvironment {
  home?: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * No telemetry, no update check, keys in a file of the home folder: what a machine without a desktop needs.
 *
 * `SF_DISABLE_AUTOUPDATE` is the only name that the update plugin reads. Its older name, `SF_AUTOUPDATE_DISABLE`, must
 * stay unset: an sf installed by npm takes it for a decision made, does not set the other, and leaves an
 * `sf update --autoupdate` behind after each run. (`configureAutoUpdate` in @salesforce/cli, dist/cli.js)
 */
const QUIET = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  NO_COLOR: '1',
};

/**
 * Runs one command of the real sf CLI with `--json` and gives its `result`.
 *
 * @throws CommandError with the CLI's message, and for a deploy the file, line and problem of each faulty component
 */
export async function runSf<T = unknown>(args: readonly string[], options: SfEnvironment = {}): Promise<T> {
  const answer = await askSf(args, options);
  if (answer.status !== 0) throw new CommandError(describeFailure(args, answer));
  return answer.result as T;
}

/**
 * Runs one command of the real sf CLI with `--json` and gives its whole answer, for commands whose failure has to be
 * looked at more closely.
 *
 * @throws CommandError when the CLI printed no answer
 */
export async function askSf(args: readonly string[], options: SfEnvironment = {}): Promise<SfAnswer> {
  const cli = inRoot('node_modules', '@salesforce', 'cli', 'bin', 'run.js');
  const result = await runCommand(process.execPath, ['--no-deprecation', cli, ...args, '--json'], {
    cwd: ROOT,
    env: {
      ...process.env,
      SF_AUTOUPDATE_DISABLE: undefined,
      ...QUIET,
      ...(options.home
        ? { HOME: options.home, USERPROFILE: options.home, SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' }
        : {}),
      ...options.env,
    },
  });
  const answer = parseAnswer(result.stdout);
  if (!answer) {
    throw new CommandError(
      `sf ${args.slice(0, 3).join(' ')} gave no answer (exit code ${result.code}): ${lastLine(result.stderr)}`,
    );
  }
  return answer;
}

function parseAnswer(stdout: string): SfAnswer | undefined {
  const start = stdout.indexOf('{');
  if (start < 0) return undefined;
  try {
    return JSON.parse(stdout.slice(start)) as SfAnswer;
  } catch {
    return undefined;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
