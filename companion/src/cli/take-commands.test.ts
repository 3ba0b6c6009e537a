import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppError } from '../errors.ts';
import type { Companion } from '../open-companion.ts';
import { MemoryImportOrg, MemoryImportStore } from '../usecases/imports/testing/memory-imports.ts';
import { ACCOUNT_IDS, setupPortfolio } from '../usecases/testing/scored-portfolio.ts';
import { ORG } from '../usecases/testing/setup.ts';
import { ADDRESS_FILE } from './command-line.ts';
import { forwardCommand } from './forward-command.ts';
import { takeCommands, type CommandHost } from './take-commands.ts';

const SIGNAL = new AbortController().signal;

let folder: string;
let close: () => Promise<void>;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-service-'));
  const { queries, deps } = await setupPortfolio();
  const companionOf = (word: string | null) =>
    Promise.reject(new AppError('NO_ORG', `No org named "${word}" is at work.`));
  close = await takeCommands(folder, {
    store: queries,
    clock: deps.clock,
    companionOf,
  } as unknown as CommandHost);
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

async function forward(name: string, ...args: string[]) {
  const lines: string[] = [];
  const tell = (text: string) => void lines.push(text);
  const output = { print: tell, progress: tell, complain: tell };
  return { code: await forwardCommand(folder, { name, args, folder }, output, SIGNAL), lines };
}

test('a command is carried out by the service, line by line, with its exit code', async () => {
  const call = ['--account', ACCOUNT_IDS[0] ?? '', '--at'];
  const same = await forward('replay', ...call, '2026-11-22');
  expect(same.lines.at(-1)).toBe('Replayed: the same, bit for bit.');
  expect(same.code).toBe(0);
  expect(await forward('replay', ...call, '2026-01-01')).toMatchObject({ code: 3 });
});

test('what is wrong with a call, or goes wrong, comes back as well', async () => {
  const usage = await forward('replay');
  expect(usage.lines[0]).toContain('--account is missing');
  expect(usage.code).toBe(2);
  expect(await forward('replay', '--account', 'Nobody', '--at', '2026-11-22')).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('no account "Nobody"')],
  });
});

test('a command is about the org that it names, and says when that one is not at work', async () => {
  expect(await forward('sync', '--org', 'acme')).toEqual({
    code: 1,
    lines: ['No org named "acme" is at work.'],
  });
});

test('a command that is asked to stop ends at a point from which it can go on, and says so', async () => {
  await close();
  const org = new MemoryImportOrg();
  const imports = Object.assign(new MemoryImportStore(), { rememberOrg: async () => undefined });
  const companion = { org: ORG, importOrg: org, store: imports, clock: () => new Date(0) };
  const host = { ...companion, companionOf: async () => companion as unknown as Companion };
  close = await takeCommands(folder, host as unknown as CommandHost);
  const rows = Array.from({ length: 8_000 }, (_, index) => `K-${index},Account ${index}`);
  writeFileSync(path.join(folder, 'many.csv'), ['key,name', ...rows].join('\n'));
  const stopping = new AbortController();
  // The write is held until the service has heard: it answers what came after the word to stop.
  org.beforeWrite = async () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    await forward('replay');
    await forward('replay');
  };
  const lines: string[] = [];
  const tell = (text: string) => void lines.push(text);
  const request = { name: 'import', args: ['accounts', '--csv', 'many.csv'], folder };

  const output = { print: tell, progress: () => undefined, complain: tell };
  expect(await forwardCommand(folder, request, output, stopping.signal)).toBe(1);
  expect(lines.at(-1)).toMatch(
    /^Stopped after line \d,001\. To go on, give the same command with --resume\.$/,
  );
  expect(imports.runs[0]?.state).toBe('stopped');
});

test('the way to the service can be reached by its user alone, and is gone with it', async () => {
  const socket = readFileSync(path.join(folder, ADDRESS_FILE), 'utf8');
  expect(statSync(path.dirname(socket)).mode & 0o077).toBe(0);
  await close();
  expect(existsSync(path.join(folder, ADDRESS_FILE))).toBe(false);
  expect(await forward('api-key', 'list')).toEqual({ code: null, lines: [] });
  close = async () => undefined;
});

test('a way that leads nowhere, left over by a crash, is nobody', async () => {
  await close();
  close = async () => undefined;
  writeFileSync(path.join(folder, ADDRESS_FILE), path.join(folder, 'socket'));
  expect(await forward('api-key', 'list')).toMatchObject({ code: null });
});
