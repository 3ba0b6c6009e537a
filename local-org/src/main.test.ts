import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const READY = /^ready (http:\/\/localhost:\d+) (\S+)\n$/;

// Each test starts up to three processes, on a machine that may be busy.
jest.setTimeout(60_000);

let dataDir: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'tenure-main-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(dataDir, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  output: { out: string; error: string };
  ended: Promise<number | null>;
}

function run(...args: string[]): Run {
  // NODE_OPTIONS of the test run are not the server's.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const output = { out: '', error: '' };
  child.stdout?.on('data', (text) => void (output.out += String(text)));
  child.stderr?.on('data', (text) => void (output.error += String(text)));
  return { child, output, ended: once(child, 'close').then(([code]) => code as number | null) };
}

async function ready({ child, output, ended }: Run): Promise<[url: string, token: string]> {
  await Promise.race([once(child.stdout!, 'data'), ended]);
  const [, url, token] = READY.exec(output.out) ?? [];
  if (!url || !token) throw new Error(`The local org did not get ready: ${output.out}${output.error}`);
  return [url, token];
}

describe('the local-org command', () => {
  test('prints one line with a working token, and stops on SIGTERM', async () => {
    const org = run('--port', '0', '--empty', '--data', dataDir);
    const [url, token] = await ready(org);
    const answer = await fetch(`${url}/services/oauth2/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toMatchObject({ preferred_username: 'admin@local.tenure.example' });
    org.child.kill('SIGTERM');
    expect([await org.ended, org.output.error]).toEqual([0, '']);
    expect(org.output.out).toMatch(READY);
  });

  test('refuses a folder that another one holds, and takes it when that one was killed', async () => {
    const first = run('--port', '0', '--data', dataDir);
    await ready(first);
    const second = run('--port', '0', '--data', dataDir);
    expect(await second.ended).toBe(1);
    expect(second.output.error).toBe(
      `The org in ${dataDir} is in use by another process. Stop that one, or choose another folder with --data.\n`,
    );
    first.child.kill('SIGKILL');
    await first.ended;
    await ready(run('--port', '0', '--data', dataDir));
  });

  test('says in one line that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const org = run('--port', String(port));
    expect(await org.ended).toBe(1);
    expect(org.output.error).toBe(
      `Port ${port} is taken. Stop what listens there, or choose another with --port.\n`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  test.each([[[]], [['--port', 'http']], [['--port', '0', '--colour']]])(
    'explains itself when called with %j',
    async (args) => {
      const org = run(...args);
      expect(await org.ended).toBe(1);
      expect(org.output.error).toContain('Usage: node local-org/src/main.ts --port N [--empty] [--data DIR]');
      expect(org.output.out).toBe('');
    },
  );
});
