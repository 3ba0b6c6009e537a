import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

export interface Product {
  orgUrl: string;
  companionUrl: string;
  /** The link of the welcome: logs the first CSM in and opens an account. */
  accountPage: string;
  /** Everything `npm start` printed. */
  output: string;
  /** Where its local data lives. */
  folder: string;
  stop(): Promise<number>;
}

/** Runs the same command as `npm start`, in a folder of its own, and waits until it says that it runs. */
export async function startProduct(
  options: { args?: string[]; env?: NodeJS.ProcessEnv; folder?: string; orgPort?: number } = {},
): Promise<Product> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'tenure-e2e-'));
  const [freePort, companionPort] = await freePorts(2);
  const orgPort = options.orgPort ?? freePort;
  const child = spawn(
    'node',
    [
      'scripts/bootstrap.mjs',
      'scripts/commands/start.ts',
      ...['--data', folder, '--port', String(orgPort), '--companion-port', String(companionPort)],
      ...(options.args ?? []),
    ],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output = await outputUntil(child, /Press Ctrl-C/);
  const link = (pattern: RegExp): string => pattern.exec(output)?.[1] ?? '';
  return {
    orgUrl: link(/(http:\/\/localhost:\d+)\/login\n/),
    companionUrl: `http://localhost:${companionPort}`,
    accountPage: link(/looks after it:\s+(\S+)/),
    output,
    folder,
    stop: async () => {
      const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
      child.kill('SIGTERM');
      const code = child.exitCode ?? (await ended);
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** Ports that nothing listens on at this moment, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function outputUntil(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (pattern.test(output)) resolve(output);
      });
    }
    child.once('exit', (code) => reject(new Error(`npm start ended with exit code ${code}:\n${output}`)));
    child.once('error', reject);
  });
}
