import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeTempFolder, type TempFolder } from '../csv/testing/temp-file.ts';
import type { Companion } from '../open-companion.ts';
import type { Store } from '../store/create-store.ts';
import { MemoryImportOrg, MemoryImportStore } from '../usecases/imports/testing/memory-imports.ts';
import { ORG } from '../usecases/testing/setup.ts';
import type { CommandContext } from './command.ts';
import { importCommand } from './import-command.ts';
import { runCommand } from './run-command.ts';

let folder: TempFolder;
beforeEach(() => {
  folder = makeTempFolder();
});
afterEach(() => folder.remove());

function setup() {
  const org = new MemoryImportOrg();
  const imports = new MemoryImportStore();
  const store = Object.assign(imports, {
    orgs: async () => [ORG],
    rememberOrg: async () => undefined,
  }) as unknown as Store;
  const usageSink = { recordDays: async (_: string, rows: unknown[]) => ({ kept: rows.length }) };
  const printed: string[] = [];
  const stopping = new AbortController();
  const context: CommandContext = {
    folder: folder.path,
    print: (text) => printed.push(text),
    progress: () => undefined,
    clock: () => new Date('2026-11-23T09:00:00.000Z'),
    signal: stopping.signal,
    openStore: async () => store,
    openConnections: () => Promise.reject(new Error('No connection is asked for here.')),
    openCheckUp: () => {
      throw new Error('Nothing is examined here.');
    },
    openCompanion: async () => ({ org: ORG, importOrg: org, usageSink, store }) as unknown as Companion,
  };
  const run = (...args: string[]) => runCommand(importCommand, args, context, (text) => printed.push(text));
  return { org, imports, printed, stopping, run };
}

describe('calls that are not understood end with 2:', () => {
  test.each([
    [[], 'expected list, or one of accounts, usage'],
    [['invoices', '--csv', 'x.csv'], 'import has "invoices"; expected list'],
    [['accounts'], '--csv is missing; expected the file to import'],
    [['accounts', '--csv', 'x.csv', '--delimiter', 'blank'], '--delimiter is "blank"; expected comma'],
    [['accounts', '--csv', 'x.csv', '--errors', 'x.csv'], '--errors is "x.csv", the file to import'],
    [['accounts', '--csv', 'x.csv', '--resume', '--dry-run'], '--resume goes on with an import that writes'],
  ])('%j', async (call, complaint) => {
    folder.write('x.csv', 'key,name\nA,A\n');
    const { run, printed } = setup();
    expect(await run(...call)).toBe(2);
    expect(printed.at(-1)).toContain(complaint);
  });
});

test('says how it reads the file, which columns it takes, and what came of the rows', async () => {
  folder.write('customers.csv', 'key;name;colour\nA;Linden;red\nB;;blue\n');
  const { run, printed } = setup();
  expect(await run('accounts', '--csv', 'customers.csv')).toBe(1);
  const errors = path.join(folder.path, 'customers-errors.csv');
  expect(printed).toEqual([
    `${path.join(folder.path, 'customers.csv')}: utf-8 (every byte fits), semicolon, 3 lines`,
    'Taken: key ← key, name ← name',
    'Not taken: colour',
    '2 rows: 1 created, 0 updated, 0 unchanged, 1 refused.',
    '        1  name: expected a value, for the record is new (line 3)',
    `Refused lines: ${errors}`,
  ]);
  expect(readFileSync(errors, 'utf8')).toBe(
    'line,column,value,expected\n3,name,,"a value, for the record is new"\n',
  );
});

test('ends with 0 and leaves no file of refused lines when every row was taken', async () => {
  folder.write('customers.csv', 'key,name\nA,Linden\n');
  folder.write('customers-errors.csv', 'of an import before');
  const { run } = setup();
  expect(await run('accounts', '--csv', 'customers.csv')).toBe(0);
  expect(existsSync(path.join(folder.path, 'customers-errors.csv'))).toBe(false);
});

test('prints a map to begin with, without asking the org', async () => {
  folder.write('customers.csv', 'customer id,title\nA,Linden\n');
  const { run, printed } = setup();
  expect(await run('tickets', '--csv', 'customers.csv', '--print-map')).toBe(0);
  expect(JSON.parse(printed[0] ?? '')).toEqual({ accountKey: 'customer id', subject: 'title', key: '' });
});

test('goes on where it was stopped, says how, and has nothing to go on with afterwards', async () => {
  const rows = Array.from({ length: 7_500 }, (_, index) => `K-${index},Account ${index}`);
  folder.write('many.csv', ['key,name', ...rows].join('\n'));
  const first = setup();
  first.org.beforeWrite = () => first.stopping.abort();
  expect(await first.run('accounts', '--csv', 'many.csv')).toBe(1);
  expect(first.printed.at(-1)).toBe(
    'Stopped after line 5,001. To go on, give the same command with --resume.',
  );

  const second = setup();
  second.org.records.set('Account', first.org.of('Account'));
  second.imports.runs.push(...first.imports.runs);
  expect(await second.run('accounts', '--csv', 'many.csv', '--resume')).toBe(0);
  expect(second.printed).toContain('Going on after line 5,001.');
  expect(second.printed).toContain('7,500 rows: 7,500 created, 0 updated, 0 unchanged, 0 refused.');
  expect(await second.run('accounts', '--csv', 'many.csv', '--resume')).toBe(3);
  expect(await second.run('list')).toBe(0);
  expect(second.printed.at(-1)).toMatch(/many\.csv: done at line 7501; 7500 created/);
});

test('a file that was changed since is another file, and is not gone on with', async () => {
  const { org, run, stopping } = setup();
  folder.write(
    'many.csv',
    ['key,name', ...Array.from({ length: 6_000 }, (_, index) => `K-${index},A`)].join('\n'),
  );
  org.beforeWrite = () => stopping.abort();
  await run('accounts', '--csv', 'many.csv');
  folder.write('many.csv', 'key,name\nK-1,B\n');
  expect(await run('accounts', '--csv', 'many.csv', '--resume')).toBe(3);
});

test('a value that is looked up beside the file is found there', async () => {
  folder.write('subscriptions.csv', 'id,account\nS-1,A-1\n');
  folder.write('usage.csv', 'sub,day,logins\nS-1,2026-11-01,3\nS-2,2026-11-01,3\n');
  const lookup = { csv: 'subscriptions.csv', key: 'id', value: 'account' };
  folder.write(
    'map.json',
    JSON.stringify({ accountKey: { column: 'sub', lookup }, day: 'day', logins: 'logins' }),
  );
  const { org, printed, run } = setup();
  org.addAccount('A-1');
  expect(await run('usage', '--csv', 'usage.csv', '--map', 'map.json')).toBe(1);
  expect(printed).toContain('2 rows: 1 added up to 1 account-day, 1 refused.');
});
