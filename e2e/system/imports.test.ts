import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runOnProduct, type Ended } from '../support/companion-command.ts';
import { query, type OrgAccess } from '../support/rest.ts';
import { startProduct, type Product } from '../support/start-product.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
/** A batch of an import, and a part of the next. */
const MANY = 6_000;

let product: Product;
let org: OrgAccess;
let login: Record<string, string>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-imports-'));
  product = await startProduct({ env: { DATABASE_URL: '' } });
  const state = JSON.parse(readFileSync(path.join(product.folder, 'state.json'), 'utf8')) as {
    credentials: { clientId: string; clientSecret: string };
  };
  login = {
    SALESFORCE_LOGIN_URL: product.orgUrl,
    SALESFORCE_CLIENT_ID: state.credentials.clientId,
    SALESFORCE_CLIENT_SECRET: state.credentials.clientSecret,
  };
  const response = await fetch(`${product.orgUrl}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: state.credentials.clientId,
      client_secret: state.credentials.clientSecret,
    }),
  });
  const { access_token: accessToken } = (await response.json()) as { access_token: string };
  org = { url: product.orgUrl, accessToken };
}, 300_000);

afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** Imports by the service that holds the database, as an operator would; refused lines land beside the file. */
function importOf(kind: string, lines: string[], ...more: string[]): Promise<Ended> {
  const file = write(`${kind}.csv`, `${lines.join('\n')}\n`);
  const errors = path.join(folder, `${kind}-errors.csv`);
  return runOnProduct(product, ['import', kind, '--csv', file, '--errors', errors, ...more]);
}

const errorsOf = (kind: string) =>
  readFileSync(path.join(folder, `${kind}-errors.csv`), 'utf8')
    .trim()
    .split('\n');
const count = async (soql: string) => (await query(org, soql)).length;

const ACCOUNTS = [
  'Account ID;Name;ARR;Renewal;Tier;CSM',
  'imp-1;Linden Örn;1.200,50;31.01.2027;Growth;dana.reyes@demo.tenure.example',
  'imp-2;Maple;900;28.02.2027;scale;',
  'imp-3;Nettle;-5;30.02.2027;Platinum;nobody@demo.tenure.example',
];
const ACCOUNT_MAP = {
  key: 'Account ID',
  name: 'Name',
  arr: { column: 'ARR', format: 'comma' },
  renewalDate: { column: 'Renewal', format: 'european' },
  tier: 'Tier',
  csm: 'CSM',
};

test('a dry run says what would become of each row, and writes nothing', async () => {
  const map = write('map.json', JSON.stringify(ACCOUNT_MAP));
  const ended = await importOf('accounts', ACCOUNTS, '--map', map, '--dry-run');

  expect(ended.stdout).toContain('semicolon, 4 lines');
  expect(ended.stdout).toContain('3 rows: 2 would be created, 0 would be updated, 0 unchanged, 1 refused.');
  expect(ended.code).toBe(1);
  expect(await count("SELECT Id FROM Account WHERE CS_External_Key__c LIKE 'imp-%'")).toBe(0);
});

test('accounts come in by the map; a row at fault is told cell by cell and the rest is kept', async () => {
  const ended = await importOf('accounts', ACCOUNTS, '--map', path.join(folder, 'map.json'));

  expect(ended.stdout).toContain('3 rows: 2 created, 0 updated, 0 unchanged, 1 refused.');
  expect(ended.code).toBe(1);
  expect(errorsOf('accounts')).toEqual([
    'line,column,value,expected',
    '4,ARR,-5,a number of 0 or more',
    '4,Renewal,30.02.2027,a day such as 23.11.2026',
    '4,Tier,Platinum,"Strategic, Enterprise, Growth, Scale"',
  ]);
  const soql =
    'SELECT Name, CS_ARR__c, CS_Renewal_Date__c, CS_Tier__c, CS_Manager__r.Name FROM Account ' +
    "WHERE CS_External_Key__c LIKE 'imp-%' ORDER BY CS_External_Key__c";
  expect(await query(org, soql)).toMatchObject([
    {
      Name: 'Linden Örn',
      CS_ARR__c: 1200.5,
      CS_Renewal_Date__c: '2027-01-31',
      CS_Tier__c: 'Growth',
      CS_Manager__r: { Name: 'Dana Reyes' },
    },
    { Name: 'Maple', CS_ARR__c: 900, CS_Tier__c: 'Scale', CS_Manager__r: null },
  ]);
});

test('tickets, NPS answers, health, ARR and usage find their account, once however often they come', async () => {
  const [contact] = await query<{ Email: string }>(
    org,
    'SELECT Email FROM Contact WHERE Email != null AND AccountId != null LIMIT 1',
  );
  const files: Record<string, string[]> = {
    tickets: [
      'ticket id,account,subject,priority,opened,closed',
      'imp-T1,imp-1,Broken,High,2026-01-05,',
      'imp-T2,imp-9,Lost,Low,2026-01-05,',
    ],
    nps: [
      'id,email,score,date',
      `imp-N1,${contact?.Email},9,2026-01-05`,
      'imp-N2,who@nowhere.example,3,2026-01-05',
    ],
    health: ['account,score,date,comment', 'imp-1,80,2026-01-05,fine', 'imp-1,180,2026-01-06,too good'],
    arr: ['account,month,arr', 'imp-1,2025-01-31,1000', 'imp-1,2999-01-31,1000'],
    'usage-periods': [
      'account,start,days,users,seats',
      'imp-2,2025-12-01,31,7,10',
      'imp-2,2025-11-01,30,-7,10',
    ],
    usage: [
      'account,day,feature,count,users',
      'imp-1,2026-01-05,reports,2,5',
      'imp-1,2026-01-05,exports,3,4',
      'imp-1,2999-01-05,exports,3,4',
    ],
  };
  const counted: Record<string, string> = {
    tickets: "SELECT Id FROM Case WHERE CS_External_Key__c LIKE 'imp-%'",
    nps: "SELECT Id FROM CS_NPS_Response__c WHERE CS_Key__c LIKE 'import:imp-%'",
    health:
      "SELECT Id FROM CS_Health_Score__c WHERE CS_Comment__c = 'fine' AND CS_Account__r.CS_External_Key__c = 'imp-1'",
    arr: "SELECT Id FROM CS_Account_Snapshot__c WHERE CS_As_Of__c = 2025-01-01 AND CS_Account__r.CS_External_Key__c = 'imp-1'",
    'usage-periods': "SELECT Id FROM CS_Usage_Snapshot__c WHERE CS_Account__r.CS_External_Key__c = 'imp-2'",
  };
  for (const [kind, lines] of Object.entries(files)) {
    const first = await importOf(kind, lines);
    const again = await importOf(kind, lines);

    const [done, same] =
      kind === 'usage'
        ? [/2 added up to 1 account-day,/, /2 added up to 1 account-day,/]
        : [/ 1 created/, / 1 unchanged/];
    expect(first.stdout).toMatch(done);
    expect(again.stdout).toMatch(same);
  }
  for (const soql of Object.values(counted)) expect([soql, await count(soql)]).toEqual([soql, 1]);
  expect(errorsOf('tickets')[1]).toBe('3,accountKey,imp-9,the external key of an account of the org');
  expect(errorsOf('arr')[1]).toMatch(/^3,month,2999-01-31,a month before this one/);
  expect(errorsOf('usage')[1]).toBe('4,day,2999-01-05,no day after today');
});

test('a file that cannot be read is refused with where, and nothing of it is written', async () => {
  const bytes = Buffer.concat([
    Buffer.from('key,name\nimp-8,Fine\nimp-9,'),
    Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x0a]),
  ]);
  const file = write('wrong.csv', bytes);
  const ended = await runOnProduct(product, ['import', 'accounts', '--csv', file, '--encoding', 'utf-8']);

  expect(ended.stderr).toMatch(/wrong\.csv is no utf-8 on line 3/);
  expect(ended.code).toBe(1);
  expect(await count("SELECT Id FROM Account WHERE CS_External_Key__c = 'imp-8'")).toBe(0);
});

test('an import that is killed goes on where it was, and ends with each row once', async () => {
  const rows = Array.from(
    { length: MANY },
    (_, index) => `kill-${index},Account ${index}${index % 2_000 === 7 ? ',x' : ''}`,
  );
  const file = write('many.csv', ['key,name', ...rows].join('\n'));
  const call = ['import', 'accounts', '--csv', file, '--errors', path.join(folder, 'many-errors.csv')];

  await runAlone(call, /^\d+ %/m);
  const resumed = await runAlone([...call, '--resume']);
  const nothing = await runAlone([...call, '--resume']);
  const listed = await runAlone(['import', 'list']);

  expect(resumed.stdout).toContain('Going on after line 5,001.');
  expect(resumed.stdout).toContain('6,000 rows: 5,997 created, 0 updated, 0 unchanged, 3 refused.');
  expect(readFileSync(path.join(folder, 'many-errors.csv'), 'utf8').match(/^\d+,/gm)).toEqual([
    '9,',
    '2009,',
    '4009,',
  ]);
  expect(nothing.code).toBe(3);
  expect(listed.stdout).toMatch(/accounts {2}\S+many\.csv: done at line 6001; 5997 created/);
  const soql = "SELECT COUNT(Id) made FROM Account WHERE CS_External_Key__c LIKE 'kill-%'";
  expect(await query(org, soql)).toMatchObject([{ made: 5_997 }]);
});

/** Runs a command with a database and a login of its own; kills it outright once it says something. */
function runAlone(args: string[], killOn?: RegExp): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'companion/src/main.ts', ...args],
    {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: folder, ...login, COMPANION_DATA_DIR: path.join(folder, 'alone') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended: Ended = { code: -1, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.stderr += text;
    if (killOn?.test(ended.stderr)) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code: code ?? -1 })));
}
