import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Store } from '../store/create-store.ts';
import { MemoryInbound } from '../usecases/testing/memory-inbound.ts';
import { ACCOUNT_IDS, setupPortfolio } from '../usecases/testing/scored-portfolio.ts';
import type { CommandContext } from './command.ts';
import { COMMANDS, HELP } from './commands.ts';
import { runCommand } from './run-command.ts';

const [A = ''] = ACCOUNT_IDS;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function setup() {
  const { queries, deps } = await setupPortfolio();
  const inbound = new MemoryInbound();
  const store = Object.assign(queries, inbound) as unknown as Store;
  const printed: string[] = [];
  const complaints: string[] = [];
  const context: CommandContext = {
    folder,
    print: (text) => printed.push(text),
    progress: () => undefined,
    clock: deps.clock,
    signal: new AbortController().signal,
    openStore: async () => store,
    openCompanion: () => Promise.reject(new Error('The org is not asked here.')),
    openConnections: () => Promise.reject(new Error('No connection is asked for here.')),
    openCheckUp: () => {
      throw new Error('Nothing is examined here.');
    },
  };
  const run = (...[name, ...args]: string[]) => {
    const command = COMMANDS.find((each) => each.name === name);
    if (!command) throw new Error(`no command ${name}`);
    return runCommand(command, args, context, (text) => complaints.push(text));
  };
  return { run, printed, complaints, queries, inbound };
}

describe('every command', () => {
  test.each(COMMANDS.map(({ name }) => name))('%s stands in the help, and explains itself', async (name) => {
    const { run, printed } = await setup();
    expect(HELP).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    expect(await run(name, '--help')).toBe(0);
    expect(printed[0]).toMatch(new RegExp(`^Usage: npm run companion -- ${name}`));
    expect(printed[0]).toMatch(/Ends\s+with/);
  });

  test.each(COMMANDS.map(({ name }) => name))(
    '%s ends with 2 on an option that it does not know',
    async (name) => {
      const { run, complaints } = await setup();
      expect(await run(name, '--colour', 'red')).toBe(2);
      expect(complaints[0]).toContain("'--colour'");
    },
  );
});

describe('calls that are not understood end with 2 and say what is expected:', () => {
  test.each([
    [['replay', '--at', '2026-11-22'], '--account is missing; expected the id or the name of an account.'],
    [['replay', '--account', A], '--at is missing; expected a day'],
    [['replay', '--account', A, '--at', 'May'], '--at is "May"; expected a day'],
    [['replay', A], 'replay takes options only'],
    [['push', '--object', 'Account'], '--object and --key belong together'],
    [['push', '--object', 'Account', '--key', 'x'], 'name a write to --retry'],
    [['connect'], 'Expected connect add NAME'],
    [['connect', 'add', 'x', '--flow', 'password'], '--flow is missing or unknown'],
    [['api-key'], 'Expected api-key create'],
    [['api-key', 'create'], '--name is missing'],
    [
      ['api-key', 'create', '--name', 'x', '--scopes', 'all'],
      '--scopes has "all"; expected some of accounts:read',
    ],
    [['api-key', 'create', '--name', 'x', '--days', '-1'], "'--days'"],
    [['hook'], 'Expected hook create SOURCE'],
    [['hook', 'create', 'github'], '"github" is no source; expected one of zendesk, jira'],
    [['hook', 'create', 'jira', '--map', 'x.json'], '--map names x.json, which cannot be read'],
    [['hook', 'secret', 'x'], '--secret-file is missing'],
    [['backtest', '--label', 'x'], '--label goes with --csv'],
    [['backtest', '--csv', 'x.csv'], '--label is missing'],
    [
      ['backtest', '--csv', 'x', '--label', 'y', '--out', 'z.pdf'],
      '--out is "z.pdf"; expected a file that ends in',
    ],
  ])('%j', async (call, complaint) => {
    const { run, complaints } = await setup();
    expect(await run(...call)).toBe(2);
    expect(complaints[0]).toContain(complaint);
  });
});

describe('replay', () => {
  test('prints the explanation and that it is the same, for an account by its id or its name', async () => {
    const { run, printed } = await setup();
    expect(await run('replay', '--account', A, '--at', '2026-11-22')).toBe(0);
    expect(await run('replay', '--account', `Account ${A}`, '--at', '2026-11-22')).toBe(0);
    expect(printed).toContain('Risk 77, At Risk');
    expect(printed).toContain('   77.0  = 77');
    expect(printed.at(-1)).toBe('Replayed: the same, bit for bit.');
  });

  test('ends with 1 when the outcome differs, 3 without a score, and 4 without the configuration', async () => {
    const { run, printed, queries } = await setup();
    expect(await run('replay', '--account', A, '--at', '2026-11-01')).toBe(3);
    queries.kept.scores[0]!.result.score = 1;
    expect(await run('replay', '--account', A, '--at', '2026-11-22')).toBe(1);
    expect(printed.slice(-2)).toEqual(['The result DIFFERS from what was kept, in:', '  score']);
    queries.configs.clear();
    expect(await run('replay', '--account', A, '--at', '2026-11-22')).toBe(4);
    expect(printed.at(-1)).toMatch(/^It cannot be replayed: the database has not the configuration/);
  });

  test('names an account that is not known', async () => {
    const { run } = await setup();
    await expect(run('replay', '--account', 'Nobody', '--at', '2026-11-22')).rejects.toThrow(
      'no account "Nobody"',
    );
  });
});

describe('api-key', () => {
  test('shows a key once, keeps its hash only, and revokes it', async () => {
    const { run, printed, queries } = await setup();
    expect(await run('api-key', 'create', '--name', 'BI', '--scopes', 'jobs:read', '--days', '30')).toBe(0);
    const secret = /tenure_[\w-]{43}/.exec(printed.at(-1) ?? '')?.[0] ?? '';
    expect(JSON.stringify(queries.keys)).not.toContain(secret);
    expect(queries.keys).toMatchObject([
      { name: 'BI', scopes: ['jobs:read'], expiresAt: '2026-12-22T09:00:00.000Z' },
    ]);
    await run('api-key', 'list');
    expect(printed.at(-1)).toContain('BI: holds until 2026-12-22, made 2026-11-22, never used; jobs:read');
    expect(printed.at(-1)).not.toContain(secret);
    expect(await run('api-key', 'revoke', 'not-a-key')).toBe(3);
  });
});

describe('hook', () => {
  const file = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

  test('prints where to send and the secret once, lists without it, and revokes', async () => {
    const { run, printed, inbound } = await setup();
    file('map.json', '{"statuses":{"waiting":"Working"},"organizations":{"77":"acme"}}');
    expect(await run('hook', 'create', 'jira', '--name', 'Service desk', '--map', 'map.json')).toBe(0);
    const [id = ''] = /[0-9a-f-]{36}/.exec(printed[0] ?? '') ?? [];
    expect(printed[1]).toContain(`/v1/hooks/jira/${id}`);
    const [, secret = ''] = /shown this once: ([\w-]{43})$/.exec(printed[2] ?? '') ?? [];
    expect(await inbound.openWebhook('', id)).toMatchObject({
      secret,
      hook: { mapping: { statuses: { waiting: 'Working' }, organizations: { 77: 'acme' } } },
    });
    expect(await run('hook', 'list')).toBe(0);
    expect(printed.at(-1)).toContain('Service desk: holds, made 2026-11-22, no delivery yet');
    expect(printed.at(-1)).not.toContain(secret);
    expect(await run('hook', 'revoke', id)).toBe(0);
    expect(await inbound.openWebhook('', id)).toBeNull();
    expect(await run('hook', 'revoke', id)).toBe(3);
  });

  test('takes the secret that the other system made from a file, and never prints it', async () => {
    const { run, printed, inbound } = await setup();
    file('secret', 'dGhpc19zZWNyZXRfaXNfdGhlaXJz\n');
    await run('hook', 'create', 'zendesk');
    const [id = ''] = /[0-9a-f-]{36}/.exec(printed[0] ?? '') ?? [];
    expect(await run('hook', 'secret', id, '--secret-file', 'secret')).toBe(0);
    expect(await inbound.openWebhook('', id)).toMatchObject({ secret: 'dGhpc19zZWNyZXRfaXNfdGhlaXJz' });
    expect(await run('hook', 'create', 'delighted', '--secret-file', 'secret')).toBe(0);
    expect(printed.join()).not.toContain('dGhpc19zZWNyZXRfaXNfdGhlaXJz');
  });

  test.each([
    ['{"status":{}}', 'Unrecognized key: "status"'],
    ['{"ticketUrl":"javascript:alert(1)"}', 'at ticketUrl: expected an http or https URL'],
    ['{', 'is not JSON'],
  ])('refuses the mapping %s and says why', async (text, complaint) => {
    const { run, complaints } = await setup();
    file('map.json', text);
    expect(await run('hook', 'create', 'jira', '--map', 'map.json')).toBe(2);
    expect(complaints[0]).toContain(complaint);
  });

  test('shows what waits, and why', async () => {
    const { run, printed, inbound } = await setup();
    inbound.waiting = {
      ...{ held: 1, queued: 0, unseen: 0 },
      newest: [
        { kind: 'ticket', key: 'jira:A-1', since: '2026-11-22T08:00:00.000Z', reason: 'It names nobody' },
      ],
    };
    expect(await run('hook', 'inbox')).toBe(0);
    expect(printed).toEqual([
      '1 tickets and 0 answers wait for an account.',
      'ticket jira:A-1, since 2026-11-22T08:00Z: It names nobody',
    ]);
  });
});

describe('backtest of a table', () => {
  const table = (rows: string[]) => {
    const file = path.join(folder, 'table.csv');
    writeFileSync(file, ['logins,churned', ...rows].join('\n'));
    return file;
  };

  test('writes the report and the weights, with paths from where it was called', async () => {
    table(
      Array.from(
        { length: 200 },
        (_, index) => `${index % 50},${(index * 31) % 50 > index % 50 ? 'yes' : 'no'}`,
      ),
    );
    const { run, printed } = await setup();
    const call = [
      '--csv',
      'table.csv',
      '--label',
      'churned',
      '--out',
      'report.md',
      '--weights',
      'weights.json',
    ];
    expect(await run('backtest', ...call)).toBe(0);
    expect(readFileSync(path.join(folder, 'report.md'), 'utf8')).toContain('# Back-test: table.csv, churned');
    const plan = JSON.parse(readFileSync(path.join(folder, 'weights.json'), 'utf8')) as object;
    expect(plan).toMatchObject({ version: 'backtest-2026-11-22', weights: { logins: { value: 1 } } });
    expect(printed.at(-1)).toBe(`Weights: ${path.join(folder, 'weights.json')}`);
  });

  test('ends with 3 and writes no weights when it abstains', async () => {
    table(['1,yes', '2,no']);
    const { run, printed } = await setup();
    expect(await run('backtest', '--csv', 'table.csv', '--label', 'churned', '--weights', 'w.json')).toBe(3);
    expect(existsSync(path.join(folder, 'w.json'))).toBe(false);
    expect(printed).toContain('No weights are proposed.');
  });

  test.each([
    ['nowhere.csv', 'nowhere.csv cannot be read: expected a CSV file.'],
    ['table.csv', 'no column "left"'],
  ])('says what is wrong with %s', async (file, message) => {
    table(['1,yes']);
    const { run } = await setup();
    await expect(run('backtest', '--csv', file, '--label', 'left')).rejects.toThrow(message);
  });
});
