import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WORKED_EXAMPLE } from '../domain/testing/build-signals.ts';
import type { Companion } from '../open-companion.ts';
import type { Store } from '../store/create-store.ts';
import { createSecretBox } from '../store/secret-box.ts';
import { sealContext } from '../usecases/connect-org.ts';
import { MemoryConnections } from '../usecases/testing/memory-connections.ts';
import { ORG, setup as setupOrg } from '../usecases/testing/setup.ts';
import type { CommandContext } from './command.ts';
import { COMMANDS } from './commands.ts';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-operate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setup() {
  const kit = setupOrg();
  const connections = new MemoryConnections();
  const box = createSecretBox([{ id: 'k', bytes: Buffer.alloc(32, 1) }]);
  const printed: string[] = [];
  const store = Object.assign(kit.store, { orgs: async () => [ORG] }) as unknown as Store;
  const context: CommandContext = {
    folder,
    print: (text) => printed.push(text),
    progress: () => undefined,
    clock: kit.deps.clock,
    signal: new AbortController().signal,
    openStore: async () => store,
    openCompanion: async () => ({ ...kit.deps, org: ORG, store }) as unknown as Companion,
    openConnections: async () => ({ store: connections, box, publicUrl: 'https://companion.example' }),
    openCheckUp: () => {
      throw new Error('Nothing is examined here.');
    },
  };
  const run = async (...[name, ...args]: string[]) => {
    const command = COMMANDS.find((each) => each.name === name);
    if (!command) throw new Error(`no command ${name}`);
    return runCommand(command, args, context, (text) => printed.push(text));
  };
  return { ...kit, connections, box, printed, run };
}

test('a connection is added with its secret sealed and never printed, listed, and removed', async () => {
  const { run, connections, box, printed } = setup();
  writeFileSync(path.join(folder, 'secret'), 'hunter2\n');
  const about = [
    '--login-url',
    'https://acme.my.salesforce.com/',
    '--client-id',
    'id',
    '--secret-file',
    'secret',
  ];
  expect(await run('connect', 'add', 'acme', '--flow', 'client-credentials', ...about)).toBe(0);
  expect(await run('connect', 'add', 'acme', '--flow', 'client-credentials', ...about)).toBe(1);
  const [connection] = connections.connections;
  expect(connection).toMatchObject({ loginUrl: 'https://acme.my.salesforce.com', orgId: null });
  expect(box.open(connection?.sealedSecret ?? '', sealContext('connection-1', 'sealedSecret'))).toBe(
    'hunter2',
  );
  expect(await run('connect', 'list')).toBe(0);
  expect(printed.at(-1)).toBe('acme  https://acme.my.salesforce.com  client-credentials  never logged in');
  expect(await run('connect', 'remove', 'acme')).toBe(0);
  expect(await run('connect', 'remove', 'acme')).toBe(3);
  expect(printed.join()).not.toContain('hunter2');
});

test('a connection without the secret that it needs is not kept', async () => {
  const { run, connections } = setup();
  const about = ['--login-url', 'https://acme.example', '--client-id', 'id'];
  expect(await run('connect', 'add', 'acme', '--flow', 'client-credentials', ...about)).toBe(2);
  expect(connections.connections).toEqual([]);
});

test('a link for a person is for a connection that logs in with a browser', async () => {
  const { run, printed } = setup();
  const about = ['--login-url', 'https://acme.example', '--client-id', 'id'];
  await run('connect', 'add', 'acme', '--flow', 'web-server', ...about);
  expect(await run('connect', 'link', 'acme')).toBe(0);
  expect(printed.at(-1)).toMatch(/^https:\/\/companion\.example\/connect\/start\?ticket=[\w-]{43}$/);
  expect(await run('connect', 'link', 'nobody')).toBe(3);
});

test('writes that the org refused are listed, and sent again once the org takes them', async () => {
  const { org, sync, run, printed } = setup();
  org.put('001A');
  org.refuse = (object, { key }) =>
    object === 'Account' ? { key, outcome: 'refused', retry: false, error: 'NO: never' } : undefined;
  await sync();
  expect(await run('failed')).toBe(1);
  expect(printed[0]).toContain('Account 001A  (1 tries)  NO: never');

  expect(await run('push', '--retry')).toBe(1);
  org.refuse = () => undefined;
  expect(await run('push', '--retry', '--object', 'Account', '--key', '001A')).toBe(0);
  expect(printed.at(-1)).toBe('Test: pushed 1, failed 0');
  expect(await run('failed')).toBe(0);
  expect(await run('push', '--retry')).toBe(3);
});

test('what another configuration would do is told account by account, and one that does not hold is refused', async () => {
  const { org, sync, run, printed } = setup();
  org.put('001A', WORKED_EXAMPLE);
  await sync();
  const write = (values: object[]) =>
    writeFileSync(path.join(folder, 'proposal.json'), JSON.stringify({ values }));
  write([
    { factor: 'Bands', setting: 'atRiskFrom', value: 90 },
    { factor: 'Bands', setting: 'watchFrom', value: 60 },
  ]);
  expect(await run('preview', '--file', 'proposal.json')).toBe(0);
  expect(printed.slice(-2)).toEqual([
    'Account 001A: At Risk → Watch, 77 → 77. The same score, 77: the band begins elsewhere',
    'Test: 1 of 1 accounts would change band.',
  ]);
  write([{ factor: 'Bands', setting: 'margin', value: 90 }]);
  expect(await run('preview', '--file', 'proposal.json')).toBe(1);
  expect(printed.at(-1)).toBe('The proposal sets Bands margin to 90; expected a number from 0 to 20');
});
