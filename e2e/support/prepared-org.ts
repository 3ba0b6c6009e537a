import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outputUntil } from './process-output.ts';
import { freePorts } from './start-product.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** An org with force-app, the demo and the companion's app in it, that the companion has never written to. */
export interface PreparedOrg {
  /** Starts a copy of it on a free port: every copy begins with the same records under the same Ids. */
  startCopy(): Promise<OrgCopy>;
  clientId: string;
  clientSecret: string;
  remove(): void;
}

/** One copy, running. */
export interface OrgCopy {
  url: string;
  /** An administrator's. */
  accessToken: string;
  stop(): Promise<void>;
}

/** Sets up the product as `npm start` does, with a companion that is told to wait, and keeps the org's folder. */
export async function prepareOrg(): Promise<PreparedOrg> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenure-prepared-'));
  const [port, companionPort] = await freePorts(2);
  const child = spawn(
    'node',
    [
      ...['scripts/bootstrap.mjs', 'scripts/commands/start.ts', '--data', folder],
      ...['--port', String(port), '--companion-port', String(companionPort)],
    ],
    {
      cwd: ROOT,
      // It neither syncs nor looks for requests before it is stopped.
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', ...WAITING },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  await outputUntil(child, /Start the companion: http/);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  const state = JSON.parse(readFileSync(path.join(folder, 'state.json'), 'utf8')) as {
    credentials: { clientId: string; clientSecret: string };
  };
  const copies: string[] = [];
  return {
    clientId: state.credentials.clientId,
    clientSecret: state.credentials.clientSecret,
    async startCopy() {
      const copy = mkdtempSync(path.join(tmpdir(), 'tenure-copy-'));
      copies.push(copy);
      cpSync(path.join(folder, 'org'), copy, { recursive: true });
      return startOrg(copy);
    },
    remove() {
      for (const each of [folder, ...copies]) rmSync(each, { recursive: true, force: true });
    },
  };
}

const WAITING = { SYNC_ON_START: 'false', SYNC_CRON: '0 0 1 1 *' };

async function startOrg(folder: string): Promise<OrgCopy> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'local-org/src/main.ts', '--port', '0', '--data', folder],
    { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await outputUntil(child, /^ready (\S+) (\S+)$/m);
  return {
    url: ready[1] ?? '',
    accessToken: ready[2] ?? '',
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
