import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { findFreePort } from '../process/free-port.ts';
import { inRoot } from '../process/root.ts';
import { runCommand } from '../process/run-command.ts';
import type { MachineFacts } from './judge-machine.ts';

const PATIENCE_MS = 3_000;

/** Looks at this machine: what runs, what is installed, what listens, what room there is. */
export async function readMachine(port: number, dataFolder: string): Promise<MachineFacts> {
  const folder = nearestFolder(dataFolder);
  const [sf, state, { bavail, bsize }] = await Promise.all([readSf(), readPort(port), statfs(folder)]);
  return {
    node: { running: process.versions.node, pinned: pinnedNode() },
    isInstalled: isInstalled(),
    sf,
    port: { number: port, state },
    disk: { folder, freeBytes: bavail * bsize },
  };
}

function pinnedNode(): string {
  const { devDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    devDependencies: { node: string };
  };
  return devDependencies.node;
}

/** By the note that scripts/bootstrap.mjs leaves behind. */
function isInstalled(): boolean {
  const stamp = inRoot('node_modules', '.tenure-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

async function readSf(): Promise<string | null> {
  const cli = inRoot('node_modules', '@salesforce', 'cli', 'bin', 'run.js');
  const env = { ...process.env, SF_DISABLE_AUTOUPDATE: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' };
  const { code, stdout } = await runCommand(process.execPath, ['--no-deprecation', cli, '--version'], {
    env,
  });
  return code === 0 ? (stdout.split(' ')[0] ?? null) : null;
}

async function readPort(port: number): Promise<MachineFacts['port']['state']> {
  if ((await findFreePort(port).catch(() => null)) === port) return 'free';
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { status } = (await answer.json()) as { status?: string };
    return status === 'ok' ? 'companion' : 'taken';
  } catch {
    return 'taken';
  }
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(path.dirname(folder));
}
