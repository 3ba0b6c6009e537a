import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePorts, startProduct, type Product } from '../support/start-product.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

let folder: string;
let product: Product;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-again-'));
  product = await startProduct({ folder, env: { DATABASE_URL: '' } });
}, 300_000);

afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended: Ended = { code: -1, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.stderr += text));
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code: code ?? -1 })));
}

/** The environment that `npm start` gave its companion, as far as a login needs it. */
function loginByKey(): NodeJS.ProcessEnv {
  const state = JSON.parse(readFileSync(path.join(folder, 'state.json'), 'utf8')) as {
    credentials: { clientId: string; username: string; keyFile: string };
  };
  return {
    SALESFORCE_LOGIN_URL: product.orgUrl,
    SALESFORCE_CLIENT_ID: state.credentials.clientId,
    SALESFORCE_USERNAME: state.credentials.username,
    SALESFORCE_JWT_KEY_FILE: state.credentials.keyFile,
  };
}

test('a second companion on the same folder says so in one line and ends', async () => {
  const [port] = await freePorts(1);
  const ended = await run(['companion/src/main.ts'], {
    ...loginByKey(),
    COMPANION_DATA_DIR: path.join(folder, 'companion'),
    COMPANION_PORT: String(port),
  });

  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  expect(ended.stderr).toContain(path.join(folder, 'companion'));
  expect(ended.code).toBe(1);
});

test('a second start on the same folder says so and leaves the first alone', async () => {
  const [port, companionPort] = await freePorts(2);
  const ended = await run([
    'scripts/commands/start.ts',
    ...['--data', folder, '--port', String(port), '--companion-port', String(companionPort)],
  ]);

  expect(ended.stderr).toContain(path.join(folder, 'org'));
  expect(ended.code).toBe(1);
  expect((await fetch(`${product.companionUrl}/healthz`)).status).toBe(200);
});

test('JWT bearer logs in as well, and a second sync has nothing to write', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'tenure-jwt-'));
  const env = { ...loginByKey(), COMPANION_DATA_DIR: data };
  const first = await run(['companion/src/main.ts', 'sync'], env);
  const second = await run(['companion/src/main.ts', 'sync'], env);
  rmSync(data, { recursive: true, force: true });

  expect(first.stderr).toBe('');
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/read 42, scored 42, pushed \d+, failed 0/);
  expect(second.code).toBe(0);
  expect(second.stdout).toMatch(/read 42, scored \d+, pushed 0, failed 0/);
});

test('a start after force-app changed deploys it again', async () => {
  await product.stop();
  const file = path.join(folder, 'state.json');
  const state = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...state, deployed: 'an older force-app' }));

  product = await startProduct({ folder, env: { DATABASE_URL: '' } });

  expect(product.output).toMatch(/Deploy force-app: \d+ components/);
}, 240_000);

test('the next start is quick about what is done, keeps the data, and takes the next port when one is taken', async () => {
  await product.stop();
  const [port] = await freePorts(1);
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));

  try {
    product = await startProduct({ folder, env: { DATABASE_URL: '' }, orgPort: port });
  } finally {
    await new Promise((resolve) => squatter.close(resolve));
  }

  expect(product.output).toContain(`Port ${port} is in use; taking `);
  expect(product.output).toContain('unchanged since the last start');
  expect(product.output).toContain('from an earlier start');
  expect(product.accountPage).not.toContain(`:${port}/`);
}, 240_000);
