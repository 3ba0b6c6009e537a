import { spawn } from 'node:child_process';
import path from 'node:path';
import { outputUntil } from './process-output.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** A companion that a test can kill. */
export interface CompanionService {
  /** Known once it listens; rejects when it ends before that. */
  url: Promise<string>;
  /** What it has logged so far, one JSON object a line. */
  log(): string;
  /** Resolves with the exit code, null after a kill. */
  ended: Promise<number | null>;
  /** SIGKILL: nothing is closed, nothing is said. */
  kill(): void;
  /** SIGTERM: it finishes what it must. */
  stop(): Promise<number | null>;
}

/** Starts the companion's service with this environment alone, on a free port. */
export function startCompanion(env: Record<string, string>): CompanionService {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'companion/src/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, COMPANION_PORT: '0', LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let logged = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (logged += text));
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = outputUntil(child, /"url":"(http:[^"]+)"/).then(([, found = '']) => found);
  // Whoever kills it before it listens does not wait for its address.
  url.catch(() => undefined);
  return {
    url,
    ended,
    log: () => logged,
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Runs a command of the companion until it ends. */
export function runCompanionCommand(
  env: Record<string, string>,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'companion/src/main.ts', ...args],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
