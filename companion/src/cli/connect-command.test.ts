import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSecretBox } from '../store/secret-box.ts';
import { MemoryConnections } from '../usecases/testing/memory-connections.ts';
import { EXIT, type CommandContext } from './command.ts';
import { connectCommand } from './connect-command.ts';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-connect-cli-'));
  writeFileSync(path.join(folder, 'secret'), 'hunter2\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setup() {
  const store = new MemoryConnections();
  const printed: string[] = [];
  const refuse = () => Promise.reject(new Error('Only connections are asked for here.'));
  const context: CommandContext = {
    ...{ folder, print: (text) => printed.push(text), progress: () => undefined },
    clock: () => new Date('2026-11-23T09:00:00.000Z'),
    signal: new AbortController().signal,
    ...{ openStore: refuse, openCompanion: refuse },
    openCheckUp: () => {
      throw new Error('Only connections are asked for here.');
    },
    openConnections: async () => ({
      store,
      box: createSecretBox([{ id: '2026', bytes: Buffer.alloc(32, 1) }]),
      publicUrl: 'https://companion.example',
    }),
  };
  const run = (...args: string[]) => runCommand(connectCommand, args, context, (text) => printed.push(text));
  const add = (name: string, ...more: string[]) =>
    run(
      ...['add', name, '--login-url', 'https://acme.my.salesforce.com', '--flow', 'client-credentials'],
      ...['--client-id', 'id', '--secret-file', 'secret', ...more],
    );
  return { store, printed, run, add };
}

test('a connection listens to change events when it is told so, at first or later', async () => {
  const { store, printed, run, add } = setup();
  expect(await add('acme')).toBe(EXIT.ok);
  expect(await add('beta', '--change-events')).toBe(EXIT.ok);
  expect(store.connections.map(({ changeEvents }) => changeEvents)).toEqual([false, true]);
  expect(await run('change-events', 'acme', 'on')).toBe(EXIT.ok);
  expect(await run('change-events', 'beta', 'off')).toBe(EXIT.ok);
  expect(store.connections.map(({ changeEvents }) => changeEvents)).toEqual([true, false]);
  expect(await run('list')).toBe(EXIT.ok);
  expect(printed.slice(-2)).toEqual([
    expect.stringMatching(/^acme .* change events on$/),
    expect.not.stringContaining('change events'),
  ]);
  expect(printed.join()).not.toContain('hunter2');
});

test('what is not understood of change events is said', async () => {
  const { printed, run, add } = setup();
  await add('acme');
  expect(await run('change-events', 'acme', 'maybe')).toBe(EXIT.usage);
  expect(printed.at(-1)).toContain('Expected on or off after acme.');
  expect(await run('change-events', 'acme')).toBe(EXIT.usage);
  expect(await run('change-events', 'nobody', 'on')).toBe(EXIT.nothing);
  expect(printed.at(-1)).toBe('There is no connection "nobody".');
});
