import { describe, expect, test } from '@jest/globals';
import type { ConnectionRecord } from '../connect/connection-state.ts';
import type { OrgCli } from '../sf/org-cli.ts';
import { examineAsAdmin } from './examine-as-admin.ts';
import { listSource, SOURCE_TYPES, type SourceType } from './list-source.ts';

const RECORD: ConnectionRecord = {
  orgId: '00D',
  instanceUrl: 'https://acme.my.salesforce.com',
  user: { id: '005', username: 'companion@acme.example', created: true },
};

/** An org in which all holds, save for what a test changes. */
function orgWith(change: Partial<OrgCli> = {}): OrgCli {
  const answers: [RegExp, Record<string, unknown>[]][] = [
    [/FROM Organization/, [{ OrganizationType: 'Enterprise Edition', IsSandbox: false }]],
    [/FROM User WHERE Id/, [{ IsActive: true }]],
  ];
  const org = {
    alias: 'my-org',
    display: async () => ({
      id: '00D',
      username: 'admin@acme',
      instanceUrl: RECORD.instanceUrl,
      apiVersion: '66.0',
    }),
    query: async (soql: string) => answers.find(([about]) => about.test(soql))?.[1] ?? [{ Id: '0PS' }],
    limits: async () => new Map([['DailyApiRequests', { max: 100_000, remaining: 90_000 }]]),
    mayCreate: async () => true,
    listMetadata: async (type: string) =>
      SOURCE_TYPES.some((each) => each === type) ? listSource(type as SourceType) : ['Tenure_Companion'],
    ...change,
  };
  return org as unknown as OrgCli;
}
const bad = async (org: OrgCli, record: ConnectionRecord | null = RECORD) =>
  (await examineAsAdmin(org, record)).filter(({ level }) => level !== 'ok');

describe('examineAsAdmin', () => {
  test('finds nothing wrong with an org in which all is deployed and connected', async () => {
    expect(await bad(orgWith())).toEqual([]);
  });

  test('names what of force-app is not deployed, and by which command it comes', async () => {
    const missing = 'Account.CS_ARR__c';
    const org = orgWith({
      listMetadata: async (type) =>
        type === 'ExternalClientApplication'
          ? ['Tenure_Companion']
          : listSource(type as SourceType).filter((name) => name !== missing),
    });
    expect(await bad(org)).toMatchObject([
      {
        name: 'deploy',
        level: 'fail',
        detail: expect.stringMatching(/^1 of \d+ are missing: CustomField Account\.CS_ARR__c$/),
        remedy: 'Run: npm run deploy -- --target-org my-org',
      },
    ]);
  });

  test('names the app that is gone, and the user who is not active any more', async () => {
    const org = orgWith({
      listMetadata: async (type) =>
        type === 'ExternalClientApplication' ? [] : listSource(type as SourceType),
      query: async (soql) =>
        /FROM User WHERE/.test(soql) ? [{ Id: '005', IsActive: false }] : [{ Id: '0PS' }],
    });
    const found = await bad(org);
    expect(found.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['External Client App', 'integration user']),
    );
  });

  test('says of an org that was not connected from here how to connect it, as a warning', async () => {
    expect(await bad(orgWith(), null)).toMatchObject([
      { name: 'connection', level: 'warn', remedy: 'Run: npm run connect -- --target-org my-org' },
    ]);
  });
});
