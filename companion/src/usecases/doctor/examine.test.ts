import { describe, expect, test } from '@jest/globals';
import { examine, type CheckUp, type DatabaseToExamine } from './examine.ts';
import type { NeededObject } from './ports.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const NEED: NeededObject = {
  object: 'CS_Alert__c',
  creates: false,
  edits: false,
  reads: ['CS_Key__c'],
  writes: [],
};
const box: DatabaseToExamine['box'] = { open: () => 'a secret', isOutdated: () => false };
const otherBox: DatabaseToExamine['box'] = {
  open: () => {
    throw new Error('no such key');
  },
  isOutdated: () => false,
};

function database(pending: string[] = []): DatabaseToExamine {
  return {
    probe: {
      facts: async () => ({
        ...{ kind: 'server', version: '16.4', bytes: 1, nowMs: NOW.getTime(), queue: null },
        migrations: { applied: 9, pending, unknown: [], broken: [] },
      }),
    },
    store: {
      listConnections: async () => [],
      sealedWebhooks: async () => [
        { what: 'the secret of the webhook Support', sealed: 'v1.k.x', context: 'c' },
      ],
      totals: async () => ({
        accounts: 1,
        scores: 1,
        writesWaiting: 0,
        writesSetAside: 0,
        firstReadAt: NOW.toISOString(),
      }),
      lastRuns: async () => [],
      writeErrors: async () => [],
      countScoredBefore: async () => 0,
      listWebhooks: async () => [],
      readFeed: async () => null,
      waitingInbound: async () => ({ held: 0, queued: 0, unseen: 0, newest: [] }),
    },
    box,
  };
}

const GOOD: CheckUp = {
  environment: { set: ['SALESFORCE_LOGIN_URL'], problems: [], unknown: [] },
  openDatabase: async () => database(),
  openOrg: async () => ({
    access: 'write-back',
    changeChannel: null,
    probe: {
      needs: [NEED],
      describe: async () => ({
        creates: true,
        edits: true,
        fields: new Map([['CS_Key__c', { creates: true, edits: true }]]),
      }),
      count: async () => 1,
      facts: async () => ({
        ...{
          orgId: '00D',
          name: 'Acme',
          edition: 'Enterprise Edition',
          isSandbox: false,
          instanceUrl: 'https://acme',
        },
        ...{
          username: 'c@acme',
          apiVersion: { used: '66.0', newest: '66.0' },
          calls: null,
          nowMs: null,
          license: null,
        },
        ...{ permissionSets: null, hasNotificationType: true },
      }),
    },
    reader: {
      readScoringConfig: async () => ({ kind: 'none' }),
      readAlertRules: async () => ({ rules: [], problems: [] }),
      readMappings: async () => [],
      describeAccount: () => Promise.reject(new Error('not asked for')),
    },
  }),
  clock: () => NOW,
};
const failed = async (change: Partial<CheckUp>) =>
  (await examine({ ...GOOD, ...change })).filter(({ level }) => level === 'fail');

describe('examine', () => {
  test('goes through every area in order, and fails nothing that is in order', async () => {
    const findings = await examine(GOOD);
    expect([...new Set(findings.map(({ area }) => area))]).toEqual([
      ...['environment', 'secrets', 'database', 'org', 'rights', 'records', 'work'],
    ]);
    expect(findings.filter(({ level }) => level === 'fail')).toEqual([]);
  });

  test('does not try an org without an environment, and names the variable', async () => {
    const problem = 'SALESFORCE_CLIENT_ID is not set; expected the consumer key';
    const findings = await failed({ environment: { set: [], problems: [problem], unknown: [] } });
    expect(findings.map(({ name, detail }) => [name, detail])).toEqual([
      ['SALESFORCE_CLIENT_ID', problem],
      ['login', 'not tried: the environment is not complete'],
    ]);
  });

  test('goes on to the org when the database does not answer', async () => {
    const findings = await examine({
      ...GOOD,
      openDatabase: () => Promise.reject(new Error('No PostgreSQL answers at db')),
    });
    expect(findings).toContainEqual(expect.objectContaining({ area: 'database', level: 'fail' }));
    expect(findings).toContainEqual(expect.objectContaining({ area: 'rights', level: 'ok' }));
    expect(findings.map(({ area }) => area)).not.toContain('work');
  });

  test('asks nothing of a database whose migrations are missing but which', async () => {
    const findings = await examine({ ...GOOD, openDatabase: async () => database(['20261123_x']) });
    expect(findings).toContainEqual(expect.objectContaining({ name: 'migrations', level: 'fail' }));
    expect(findings.map(({ area }) => area)).not.toContain('work');
  });

  test('tells which secret the key does not open, and not the secret', async () => {
    const findings = await failed({ openDatabase: async () => ({ ...database(), box: otherBox }) });
    expect(findings).toMatchObject([
      { area: 'secrets', detail: expect.stringContaining('the webhook Support') },
    ]);
  });

  test('leaves a database that another process holds to that process', async () => {
    const held = Object.assign(new Error('Another companion is running'), { code: 'FOLDER_IN_USE' });
    await expect(examine({ ...GOOD, openDatabase: () => Promise.reject(held) })).rejects.toBe(held);
  });

  test('names a mapping to a field that is gone', async () => {
    const mapping = { target: 'ARR', source: 'Gone__c', values: null, highest: null } as const;
    const openOrg: CheckUp['openOrg'] = async () => {
      const org = await GOOD.openOrg();
      const readMappings = async () => [{ recordId: 'a01', mapping, state: null, message: null }];
      const describeAccount = async () => ({ fields: [], hasCurrencies: false });
      return { ...org, reader: { ...org.reader, readMappings, describeAccount } };
    };
    expect(await failed({ openOrg })).toMatchObject([
      { area: 'records', name: 'mapping Gone__c → ARR', remedy: expect.stringContaining('map list') },
    ]);
  });

  test('adds what other parts know to examine', async () => {
    const more = {
      area: 'records',
      name: 'field mappings',
      level: 'fail',
      detail: 'x',
      remedy: 'y',
    } as const;
    expect(await failed({ more: [async () => [more]] })).toEqual([more]);
  });
});
