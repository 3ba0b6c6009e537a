import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { missingFromOutput } from '../support/documented-output.ts';
import { doctorSteps } from '../support/doctor-steps.ts';
import { startEmptyOrg, type LocalOrg } from '../support/local-org.ts';
import { testMapping } from '../support/map-steps.ts';
import { runProjectCommand, type CommandResult } from '../support/project-command.ts';
import { insert, query } from '../support/rest.ts';
import { loginSf, type Sf } from '../support/sf.ts';
import { upgradeSteps } from '../support/upgrade-steps.ts';

/** What an admin does, with the real sf CLI: from an empty org to a running companion, and back. */

let org: LocalOrg;
let sf: Sf;
let folder: string;
let envFile: string;
let accountId: string;
let objectsBefore: string[];

beforeAll(async () => {
  org = await startEmptyOrg();
  sf = await loginSf(org);
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-connect-'));
  envFile = path.join(folder, 'companion.env');
  objectsBefore = await objectNames();
  accountId = await insert(org, 'Account', { Name: 'Aster Labs' });
}, 180_000);

afterAll(async () => {
  sf?.close();
  rmSync(folder, { recursive: true, force: true });
  await org?.stop();
});

const run = (name: string, ...args: string[]): Promise<CommandResult> =>
  runProjectCommand(name, [...args, '--target-org', 'local'], { HOME: sf.home });
const connect = (...args: string[]) =>
  run('connect', '--env', envFile, '--keys', path.join(folder, 'keys'), ...args);

/** The companion on its own, with the environment that connecting wrote. */
function runCompanion(...args: string[]): Promise<CommandResult> {
  const variables = [...readFileSync(envFile, 'utf8').matchAll(/^(\w+)="?([^"\n]*)"?$/gm)];
  return runProjectCommand('companion', args, {
    HOME: sf.home,
    COMPANION_DATA_DIR: path.join(folder, 'data'),
    ...Object.fromEntries(variables.map(([, name, value]) => [String(name), String(value)])),
  });
}

async function objectNames(): Promise<string[]> {
  const response = await fetch(`${org.url}/services/data/v66.0/sobjects`, {
    headers: { authorization: `Bearer ${org.accessToken}` },
  });
  const { sobjects } = (await response.json()) as { sobjects: { name: string }[] };
  return sobjects.map(({ name }) => name).toSorted();
}

/** Its output, for a failed command to be read in the report. */
function succeeded({ code, output }: CommandResult): string {
  if (code !== 0) throw new Error(`The command ended with ${code}:\n${output}`);
  return output;
}

const readScore = async () => {
  const [account] = await query<{ CS_Risk_Score__c: number | null; CS_Risk_Scored_At__c: string | null }>(
    org,
    `SELECT CS_Risk_Score__c, CS_Risk_Scored_At__c FROM Account WHERE Id = '${accountId}'`,
  );
  return account;
};
const secrets = () => {
  const record = path.join(folder, 'keys', '00DTn0000000001MAA', 'connection.json');
  return (JSON.parse(readFileSync(record, 'utf8')) as { consumerSecret: string }).consumerSecret;
};

describe('connecting', () => {
  test('asks for a deploy first', async () => {
    const { code, output } = await connect('--read-only');
    expect(code).toBe(1);
    expect(output).toContain('Tenure is not deployed there: run "npm run deploy');
    expect(existsSync(envFile)).toBe(false);
  });

  upgradeSteps(() => ({ org, sf, folder, accountId, deploy: () => run('deploy') }));

  test('asks whether the companion may write, where that is not said', async () => {
    const checked = succeeded(await run('deploy', '--dry-run'));
    expect(missingFromOutput('npm run deploy -- --target-org my-org --dry-run', checked)).toEqual([]);
    const deployed = succeeded(await run('deploy', '--change-events'));
    expect(missingFromOutput('npm run deploy -- --target-org my-org', deployed)).toEqual([]);
    const call = {
      Subject: 'Call',
      Status: 'Completed',
      ActivityDate: new Date().toISOString().slice(0, 10),
    };
    await insert(org, 'Task', { ...call, WhatId: accountId });
    const { code, output } = await connect();
    expect(code).toBe(1);
    expect(output).toContain('--read-only (computes and shows, writes nothing) or --write-back');
  });

  test('makes keys, user and app, logs in, and writes an environment that only its owner reads', async () => {
    const output = succeeded(await connect('--read-only'));
    expect(missingFromOutput('npm run connect -- --target-org my-org --read-only', output)).toEqual([]);
    expect(statSync(envFile).mode & 0o777).toBe(0o600);
    expect(output).not.toContain(secrets());
    const [user] = await query<{ IsActive: boolean; Profile: { Name: string } }>(
      org,
      "SELECT IsActive, Profile.Name FROM User WHERE Username LIKE 'tenure.companion@%'",
    );
    expect(user).toMatchObject({
      IsActive: true,
      Profile: { Name: 'Minimum Access - API Only Integrations' },
    });
  });

  test('read-only scores every account and writes nothing to the org', async () => {
    const before = await readScore();
    expect(succeeded(await runCompanion('sync'))).toContain('scored 1, pushed 0, failed 0');
    expect(await readScore()).toEqual(before);
  });

  test('run again keeps user and keys, and lets the companion write what it held', async () => {
    const secret = secrets();
    const before = await readScore();
    const output = succeeded(await connect('--write-back'));
    expect(output).toContain('keys kept');
    expect(missingFromOutput('npm run connect -- --target-org my-org --write-back', output)).toEqual([]);
    expect(secrets()).toBe(secret);
    expect(await query(org, "SELECT Id FROM User WHERE Username LIKE 'tenure.companion@%'")).toHaveLength(1);
    expect(succeeded(await runCompanion('sync'))).toMatch(/pushed [1-9]/);
    // Scored by the release before, it is scored anew by this one.
    expect(String((await readScore())?.CS_Risk_Scored_At__c) > String(before?.CS_Risk_Scored_At__c)).toBe(
      true,
    );
  });

  test('works by client credentials too', async () => {
    succeeded(await connect('--write-back', '--flow', 'client-credentials'));
    expect(readFileSync(envFile, 'utf8')).toContain('SALESFORCE_CLIENT_SECRET=');
    expect(readFileSync(envFile, 'utf8')).not.toContain('SALESFORCE_JWT_KEY_FILE');
    succeeded(await runCompanion('sync'));
  });
});

describe('the doctor', () => {
  doctorSteps(() => ({ org, sf, folder, envFile }));
});

describe('fields that the org had before', () => {
  testMapping(() => ({ org, sf, accountId, runCompanion }));
});

describe('going back', () => {
  test('disconnecting closes the door and deactivates the user', async () => {
    const lastEnv = readFileSync(envFile, 'utf8');
    const output = succeeded(await run('disconnect', '--keys', path.join(folder, 'keys')));
    expect(missingFromOutput('npm run disconnect -- --target-org my-org', output)).toEqual([]);
    expect(readFileSync(envFile, 'utf8')).toMatch(/^COMPANION_ENCRYPTION_KEYS=\S+\n$/);
    const [user] = await query<{ IsActive: boolean }>(
      org,
      "SELECT IsActive FROM User WHERE Username LIKE 'tenure.companion@%'",
    );
    expect(user?.IsActive).toBe(false);
    const [, clientId = ''] = /SALESFORCE_CLIENT_ID=(\S+)/.exec(lastEnv) ?? [];
    const [, clientSecret = ''] = /SALESFORCE_CLIENT_SECRET=(\S+)/.exec(lastEnv) ?? [];
    const refused = await fetch(`${org.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });
    expect(refused.status).toBe(400);
  });

  test('disconnecting again finds nothing to undo', async () => {
    const output = succeeded(await run('disconnect', '--keys', path.join(folder, 'keys')));
    expect(output).toContain('nothing to undo');
  });

  test('undeploying takes the pages away and leaves the data', async () => {
    succeeded(await run('undeploy', '--dry-run'));
    expect((await sf.run('org', 'assign', 'permset', '--name', 'CS_User')).status).toBe(0);
    const output = succeeded(await run('undeploy'));
    expect(missingFromOutput('npm run undeploy -- --target-org my-org', output)).toEqual([]);
    expect(await query(org, "SELECT Id FROM PermissionSet WHERE Name LIKE 'CS_%'")).toEqual([]);
    expect(await objectNames()).toContain('CS_Note__c');
  });

  test('deleting the data leaves the org as it was', async () => {
    const output = succeeded(await run('undeploy', '--delete-data'));
    expect(missingFromOutput('npm run undeploy -- --target-org my-org --delete-data', output)).toEqual([]);
    expect(await objectNames()).toEqual(objectsBefore);
    await expect(query(org, 'SELECT CS_ARR__c FROM Account')).rejects.toThrow('INVALID_FIELD');
    expect(await query(org, 'SELECT Name FROM Account')).toMatchObject([{ Name: 'Aster Labs' }]);
  });
});
