import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

export interface CommandResult {
  code: number;
  /** What it printed, both streams in the order in which it came. */
  output: string;
}

/**
 * Runs a command of package.json as an admin does, with a home folder of its own for the sf CLI's logins. A failing
 * command is an answer too, not a throw.
 */
export function runProjectCommand(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  return runScript(`scripts/commands/${name}.ts`, args, { SF_USE_GENERIC_UNIX_KEYCHAIN: 'true', ...env });
}

/** Runs a script of the project, with no more of the environment than it is given. */
export function runScript(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
