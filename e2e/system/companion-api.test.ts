import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runOnProduct } from '../support/companion-command.ts';
import { runScript } from '../support/project-command.ts';
import { startDemo } from '../support/start-demo.ts';
import type { Product } from '../support/start-product.ts';

let product: Product;
let key: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-api-'));
  product = await startDemo();
  const made = await runOnProduct(product, ['api-key', 'create', '--name', 'the test']);
  key = /tenure_[\w-]{43}/.exec(made.stdout)?.[0] ?? '';
}, 300_000);

afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function get(
  pathOnApi: string,
  secret = key,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${product.companionUrl}/v1${pathOnApi}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

interface Account {
  id: string;
  name: string;
  risk: number;
}

/** Every account, page by page. */
async function allAccounts(): Promise<Account[]> {
  const accounts: Account[] = [];
  for (let cursor: unknown = ''; cursor !== null;) {
    const { body } = await get(`/accounts?limit=15${cursor === '' ? '' : `&cursor=${String(cursor)}`}`);
    accounts.push(...(body['items'] as Account[]));
    cursor = body['nextCursor'];
  }
  return accounts;
}

test('a key that was made while the service runs reads every account once', async () => {
  const accounts = await allAccounts();

  expect(accounts).toHaveLength(42);
  expect(new Set(accounts.map(({ id }) => id)).size).toBe(42);
});

test('every number of every account that is a sum is the sum of its parts, and names its records', async () => {
  for (const { id } of await allAccounts()) {
    const { body } = await get(`/accounts/${id}/explain`);
    const sums = (
      body['numbers'] as { name: string; how: string; value: number | null; parts: { value: number }[] }[]
    )
      .filter(({ how, value }) => how === 'sum' && value !== null)
      .map(({ name, value, parts }) => ({
        name,
        value,
        sum: parts.reduce((tenths, part) => tenths + Math.round(part.value * 10), 0) / 10,
      }));

    expect(sums.filter(({ value, sum }) => value !== sum)).toEqual([]);
    expect(sums.map(({ name }) => name)).toContain('openTickets');
  }
});

test('a workload is the sum over the accounts behind it', async () => {
  const { body } = await get('/workload');
  const [first] = body['items'] as { csmId: string; accounts: number; effort: number }[];
  const { body: explained } = await get(`/workload/${first?.csmId}/explain`);
  const parts = explained['parts'] as { effort: number }[];

  expect(explained['total']).toEqual(first);
  expect(parts.reduce((tenths, part) => tenths + Math.round(part.effort * 10), 0) / 10).toBe(first?.effort);
});

test('the totals of days that were missed are added up once, and told from the snapshots before', async () => {
  const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  // Longer than the demo's snapshots lie apart: some of its days are known whatever the date, and some may not be.
  const span = ['--from', dayBefore(60), '--to', dayBefore(1)];
  const counts = /(\d+) days added up, (\d+) had totals, (\d+) not known; pushed (\d+), failed 0/;
  const first = await runOnProduct(product, ['snapshot', ...span]);
  const again = await runOnProduct(product, ['snapshot', ...span]);
  const [, added = 0, had = 0, unknown = 0] = (counts.exec(first.stdout) ?? []).map(Number);
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => get(`/executive?asOf=${dayBefore(index + 1)}`)),
  );
  const told = answers.filter(({ status }) => status === 200);

  expect(added).toBeGreaterThan(0);
  expect(added + had + unknown).toBe(60);
  expect(first.code).toBe(0);
  expect(counts.exec(again.stdout)?.slice(1).map(Number)).toEqual([0, added + had, unknown, 0]);
  expect(told.length).toBeGreaterThanOrEqual(added);
  expect(told[0]?.body).toMatchObject({ totals: { accounts: expect.any(Number) } });
});

test('a score of today is replayed bit for bit, and one that was never made is told as such', async () => {
  const [account] = await allAccounts();
  const today = new Date().toISOString().slice(0, 10);
  const replayed = await runOnProduct(product, ['replay', '--account', account?.name ?? '', '--at', today]);
  const never = await runOnProduct(product, ['replay', '--account', account?.id ?? '', '--at', '2020-01-01']);

  expect(replayed.stdout).toContain(`Risk ${account?.risk}`);
  expect(replayed.stdout).toContain('Replayed: the same, bit for bit.');
  expect(replayed.code).toBe(0);
  expect(never.stdout).toContain('Nothing to replay');
  expect(never.code).toBe(3);
});

test('the history of the demo is too thin, and the back-test says so instead of proposing weights', async () => {
  const report = path.join(folder, 'report.html');
  const weights = path.join(folder, 'weights.json');
  const ended = await runOnProduct(product, ['backtest', '--out', report, '--weights', weights]);

  expect(ended.stdout).toMatch(/Too few lost customers: \d+; at least 30/);
  expect(ended.code).toBe(3);
  expect(readFileSync(report, 'utf8')).toContain('No weights are proposed.');
  expect(existsSync(weights)).toBe(false);
});

test('a labelled table with signal gives weights with a reason beside each, without the org', async () => {
  const file = path.join(folder, 'customers.csv');
  const weights = path.join(folder, 'proposed.json');
  const rows = Array.from({ length: 400 }, (_, index) => {
    const logins = (index * 37) % 100;
    return `C-${index},${logins},${index % 3 === 0 ? 'Basic' : 'Pro'},${(index * 61) % 100 > logins ? 'yes' : 'no'}`;
  });
  writeFileSync(file, ['id,logins,plan,churned', ...rows].join('\n'));
  const ended = await runOnProduct(product, [
    'backtest',
    '--csv',
    file,
    '--label',
    'churned',
    '--weights',
    weights,
  ]);

  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(0);
  const proposed = JSON.parse(readFileSync(weights, 'utf8')) as { weights: Record<string, unknown> };
  expect(proposed.weights).toMatchObject({
    logins: { value: expect.any(Number), reason: expect.stringMatching(/odds of loss/) },
    plan: { value: expect.any(Number), reason: expect.any(String) },
  });
});

test('the doctor finds everything in order, and a command that is none ends with 2', async () => {
  const doctor = await runOnProduct(product, ['doctor']);
  const nonsense = await runOnProduct(product, ['explode']);

  expect(doctor.stdout).toMatch(/All is well\.\n$/);
  expect(doctor.code).toBe(0);
  expect(nonsense.stderr).toContain('Unknown command "explode"');
  expect(nonsense.code).toBe(2);
});

test('a key that was revoked opens nothing any more, and the document needs none', async () => {
  const made = await runOnProduct(product, ['api-key', 'create', '--name', 'short', '--scopes', 'jobs:read']);
  const secret = /tenure_[\w-]{43}/.exec(made.stdout)?.[0] ?? '';
  const id = /^[\w-]{36}/.exec(made.stdout)?.[0] ?? '';
  expect((await get('/jobs', secret)).status).toBe(200);
  expect((await get('/accounts', secret)).status).toBe(403);

  expect((await runOnProduct(product, ['api-key', 'revoke', id])).code).toBe(0);

  expect((await get('/jobs', secret)).status).toBe(401);
  const document = (await (await fetch(`${product.companionUrl}/v1/openapi.json`)).json()) as {
    openapi: string;
  };
  expect(document.openapi).toBe('3.1.0');
  expect(await (await fetch(`${product.companionUrl}/metrics`)).text()).toMatch(
    /^tenure_accounts\{org="\w+"\} 42$/m,
  );
});

test('the commands of the documentation do on this product what the pages say', async () => {
  const { code, output } = await runScript('scripts/docs/testing/run-commands.ts', [
    ...['--data', product.folder, '--companion', product.companionUrl],
  ]);

  expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^\d\d commands did what/m) });
});
