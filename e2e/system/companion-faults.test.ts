import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeClientApp } from '../support/client-app.ts';
import { startEmptyOrg, type LocalOrg } from '../support/local-org.ts';
import { loginSf } from '../support/sf.ts';
import { freePorts } from '../support/start-product.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

let org: LocalOrg;
let folder: string;

beforeAll(async () => {
  org = await startEmptyOrg();
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-faults-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await org.stop();
});

interface Ended {
  code: number;
  stderr: string;
}

/** Runs the companion until it ends by itself. */
async function runCompanion(env: Record<string, string>): Promise<Ended> {
  const [port] = await freePorts(1);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'companion/src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      SALESFORCE_LOGIN_URL: org.url,
      SALESFORCE_CLIENT_ID: 'nobody',
      SALESFORCE_CLIENT_SECRET: 'a-secret-that-must-not-be-printed',
      COMPANION_DATA_DIR: mkdtempSync(path.join(folder, 'data-')),
      COMPANION_PORT: String(port),
      ...env,
    },
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number>((resolve) => child.on('close', (exit) => resolve(exit ?? -1)));
  return { code, stderr: stderr.trim() };
}

function expectOneLine({ code, stderr }: Ended, pattern: RegExp): void {
  expect(stderr).toMatch(pattern);
  expect(stderr.split('\n')).toHaveLength(1);
  expect(stderr).not.toContain('a-secret-that-must-not-be-printed');
  expect(code).toBeGreaterThan(0);
}

test('a wrong login says what to check', async () => {
  expectOneLine(await runCompanion({}), /invalid_client.*SALESFORCE_CLIENT_ID/i);
});

test('an unreachable org is named', async () => {
  const [port] = await freePorts(1);
  expectOneLine(
    await runCompanion({ SALESFORCE_LOGIN_URL: `http://127.0.0.1:${port}` }),
    new RegExp(`127\\.0\\.0\\.1:${port}.*SALESFORCE_LOGIN_URL`),
  );
});

test('an org without Tenure deployed says what to deploy', async () => {
  const sf = await loginSf(org);
  const { clientId, clientSecret } = await makeClientApp(org, sf, folder);
  sf.close();

  expectOneLine(
    await runCompanion({ SALESFORCE_CLIENT_ID: clientId, SALESFORCE_CLIENT_SECRET: clientSecret }),
    /npm run deploy/,
  );
});

test('a malformed environment variable is named with what it must be', async () => {
  expectOneLine(await runCompanion({ COMPANION_PORT: 'eighty' }), /COMPANION_PORT.*port/i);
});

test('a corrupt database folder is named, and nothing in it is deleted', async () => {
  const data = path.join(folder, 'corrupt');
  mkdirSync(path.join(data, 'postgres', 'base'), { recursive: true });
  writeFileSync(path.join(data, 'postgres', 'PG_VERSION'), 'not a version');
  const before = readdirSync(path.join(data, 'postgres'), { recursive: true });

  expectOneLine(await runCompanion({ COMPANION_DATA_DIR: data }), /cannot be opened.*move it away/);

  expect(readdirSync(path.join(data, 'postgres'), { recursive: true })).toEqual(before);
});
