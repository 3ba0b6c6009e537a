import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Product } from './start-product.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command of the companion on the data folder of a product that is running, without any login of its own. */
export function runOnProduct({ folder }: Product, args: string[]): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'companion/src/main.ts', ...args],
    {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        COMPANION_DATA_DIR: path.join(folder, 'companion'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended: Ended = { code: -1, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.stderr += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code: code ?? -1 })));
}
