import { expect, test } from '@jest/globals';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDatabase } from './database.ts';
import type { LocalOrg } from './local-org.ts';
import { runProjectCommand, type CommandResult } from './project-command.ts';
import { query } from './rest.ts';
import type { Sf } from './sf.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const SET_FILE = 'force-app/main/default/permissionsets/CS_Companion.permissionset-meta.xml';

/** What the steps work on: a connected org, and what connecting wrote. */
export interface ConnectedOrg {
  org: LocalOrg;
  sf: Sf;
  folder: string;
  envFile: string;
}

interface Finding {
  area: string;
  name: string;
  level: 'ok' | 'warn' | 'fail';
  detail: string;
  remedy: string | null;
}

/** Breaks what an admin may break, one by one, and looks whether the doctor names it with its remedy. */
export function doctorSteps(connected: () => ConnectedOrg): void {
  const run = (name: string, args: string[], env: Record<string, string> = {}): Promise<CommandResult> => {
    const { sf, folder } = connected();
    return runProjectCommand(name, args, {
      HOME: sf.home,
      COMPANION_DATA_DIR: path.join(folder, 'data'),
      ...env,
    });
  };
  const examine = async (args: string[] = [], env: Record<string, string> = {}) => {
    const { folder, envFile } = connected();
    const where = ['--env', envFile, '--keys', path.join(folder, 'keys'), '--json'];
    const { code, output } = await run('doctor', [...where, ...args], env);
    const { ok, findings } = JSON.parse(output.slice(output.indexOf('{'))) as {
      ok: boolean;
      findings: Finding[];
    };
    expect(code).toBe(ok ? 0 : 1);
    return findings;
  };
  const failures = async (...asked: Parameters<typeof examine>) =>
    (await examine(...asked)).filter(({ level }) => level === 'fail');
  const companionUser = async () => {
    const [user] = await query<{ Id: string; Username: string }>(
      connected().org,
      "SELECT Id, Username FROM User WHERE Username LIKE 'tenure.companion@%'",
    );
    return user ?? { Id: '', Username: '' };
  };

  test('finds a connected org in order, looked at as the companion and as the admin', async () => {
    const findings = await examine(['--target-org', 'local']);
    expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
    expect([...new Set(findings.map(({ area }) => area))]).toEqual([
      ...[
        'machine',
        'environment',
        'secrets',
        'database',
        'org',
        'rights',
        'records',
        'work',
        'org, as admin',
      ],
    ]);
    expect(findings).toContainEqual(expect.objectContaining({ name: 'External Client App', level: 'ok' }));
  });

  test('names fields that the companion may no longer read or write', async () => {
    await deploySet((xml) =>
      xml
        .replace(grantOf('Account.CS_ARR__c'), '')
        .replace(grantOf('Account.CS_Health__c'), (grant) =>
          grant.replace('<editable>true', '<editable>false'),
        ),
    );
    const found = await failures();
    expect(found.map(({ name, detail }) => `${name} ${detail}`)).toEqual([
      'Account cannot read CS_ARR__c',
      'Account cannot write CS_Health__c',
    ]);
    expect(found[0]?.remedy).toContain('npm run deploy -- --target-org ALIAS');
    expect(found[1]?.remedy).toContain('Setup > Permission Sets > CS_Companion > Object Settings > Account');
    await deploySet((xml) => xml);
  });

  test('names the assignment that is gone, and its remedy brings it back', async () => {
    const { org } = connected();
    const { Id, Username } = await companionUser();
    const [assigned] = await query<{ Id: string }>(
      org,
      `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${Id}' AND PermissionSet.Name = 'CS_Companion'`,
    );
    await fetch(`${org.url}/services/data/v66.0/sobjects/PermissionSetAssignment/${assigned?.Id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${org.accessToken}` },
    });
    const found = await failures(['--target-org', 'local']);
    const [command = ''] = /sf org assign .*--target-org local/.exec(found.at(-1)?.remedy ?? '') ?? [];
    expect(found.at(-1)).toMatchObject({
      name: 'permission set',
      detail: `CS_Companion is not assigned to ${Username}`,
    });
    expect((await connected().sf.run(...command.split(' ').slice(1))).status).toBe(0);
    expect(await failures()).toEqual([]);
  });

  test('names an environment file that others may read', async () => {
    const { envFile } = connected();
    chmodSync(envFile, 0o644);
    expect(await failures()).toMatchObject([
      { name: 'file', detail: expect.stringContaining('mode 644'), remedy: `Run: chmod 600 ${envFile}` },
    ]);
    chmodSync(envFile, 0o600);
  });

  test('names a login that the org does not take, and an environment that is not whole', async () => {
    expect(await failures([], { SALESFORCE_CLIENT_ID: 'another' })).toMatchObject([
      { area: 'org', name: 'login', remedy: expect.stringContaining('npm run connect') },
    ]);
    const found = await failures([], { SALESFORCE_LOGIN_URL: 'not a URL' });
    expect(found.map(({ name }) => name)).toEqual(['SALESFORCE_LOGIN_URL', 'login']);
  });

  test('names migrations that a server lacks, and its remedy applies them', async () => {
    const database = await createDatabase();
    try {
      const env = { DATABASE_URL: database.url };
      const found = await failures([], env);
      expect(found).toMatchObject([
        { name: 'migrations', remedy: expect.stringContaining('npm run migrate') },
      ]);
      expect((await run('migrate', [], env)).code).toBe(0);
      expect(await failures([], env)).toEqual([]);
    } finally {
      await database.drop();
    }
  });

  /** Deploys the companion's permission set, changed by a test. */
  async function deploySet(change: (xml: string) => string): Promise<void> {
    const { folder, sf } = connected();
    const changed = path.join(folder, 'permission');
    mkdirSync(path.join(changed, 'permissionsets'), { recursive: true });
    cpSync(
      path.join(ROOT, 'scripts', 'history', 'permission', 'package.xml'),
      path.join(changed, 'package.xml'),
    );
    const manifest = readFileSync(path.join(changed, 'package.xml'), 'utf8');
    writeFileSync(path.join(changed, 'package.xml'), manifest.replace('CS_History_Loader', 'CS_Companion'));
    const xml = change(readFileSync(path.join(ROOT, SET_FILE), 'utf8'));
    writeFileSync(path.join(changed, 'permissionsets', 'CS_Companion.permissionset'), xml);
    const answer = await sf.run('project', 'deploy', 'start', '--metadata-dir', changed);
    if (answer.status !== 0)
      throw new Error(JSON.stringify(answer.result?.details?.componentFailures ?? answer.message));
  }
}

/** The whole grant of a field in a permission set. */
const grantOf = (field: string) =>
  new RegExp(
    `<fieldPermissions>\\s*<editable>\\w+</editable>\\s*<field>${field}</field>.*?</fieldPermissions>`,
    's',
  );
