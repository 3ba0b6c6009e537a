import { describe, expect, test } from '@jest/globals';
import type { CustomerReader } from '../usecases/ports.ts';
import { connectToOrg } from './connect.ts';
import { createCustomerReader } from './read-customers.ts';
import { grantToken, startStubOrg, type StubAnswer } from './testing/stub-org.ts';

const rows = (...records: object[]): StubAnswer => ({
  body: { totalSize: records.length, done: true, records },
});

const account = (Id: string) => ({
  Id,
  OwnerId: '005A',
  CS_Manager__c: null,
  CS_Status__c: 'Active',
  CS_ARR__c: 900,
  CS_Renewal_Date__c: null,
  CS_Health__c: null,
  CS_Health_Change_30d__c: null,
  CS_Risk_Band__c: null,
  CS_Risk_Score__c: null,
  CS_Tier__c: null,
  Industry: 'Energy',
  BillingCountry: null,
});

const ANSWER = {
  Id: 'a01',
  CS_Account__c: '001A',
  CS_Contact__c: null,
  CS_Score__c: 9,
  CS_Responded_On__c: '2026-03-01',
};

/** What a reader gives of an org that has snapshots of some days, and what it asked the org. */
async function read<T>(
  days: string[],
  snapshots: object[],
  what: (reader: CustomerReader) => Promise<T>,
): Promise<{ result: T; asked: string }> {
  const stub = await startStubOrg(({ path, query }, url) => {
    const soql = query.get('q') ?? '';
    if (path === '/services/oauth2/token') return grantToken(url, 'token');
    if (soql.includes('FROM Organization')) return rows({ Name: 'Acme' });
    if (soql.includes('GROUP BY CS_As_Of__c')) return rows(...days.map((CS_As_Of__c) => ({ CS_As_Of__c })));
    if (soql.includes('FROM CS_NPS_Response__c')) return rows(ANSWER);
    return soql.includes('FROM CS_Account_Snapshot__c')
      ? rows(...snapshots)
      : rows(account('001A'), account('001B'));
  });
  try {
    const credentials = { flow: 'client-credentials' as const, clientId: 'id', clientSecret: 'hunter2' };
    const { connection } = await connectToOrg({ loginUrl: stub.url, apiVersion: '66.0', credentials });
    const result = await what(createCustomerReader(connection));
    return { result, asked: stub.requests.map(({ query }) => query.get('q') ?? '').join('\n') };
  } finally {
    await stub.close();
  }
}

const readFrom = async (days: string[], snapshots: object[] = []) => {
  const { result, asked } = await read(days, snapshots, async (reader) =>
    reader.readCustomers('2026-11-22', await reader.snapshotDays()),
  );
  return { customers: result, asked };
};

describe('answers', () => {
  test('are those given on the days that are asked for', async () => {
    const { result, asked } = await read([], [], (reader) => reader.readAnswers('2025-11-22', '2026-11-22'));
    expect(result).toEqual([{ id: 'a01', accountId: '001A', contactId: null, score: 9, on: '2026-03-01' }]);
    expect(asked).toContain('CS_Responded_On__c >= 2025-11-22 AND CS_Responded_On__c <= 2026-11-22');
  });
});

describe('customers', () => {
  test('come with what they paid at the newest snapshot of a year ago, and 0 where they were none then', async () => {
    const { customers, asked } = await readFrom(
      ['2026-11-01', '2025-12-01', '2025-11-22', '2025-11-01'],
      [{ CS_Account__c: '001A', CS_ARR__c: 700 }],
    );
    expect(customers.map(({ accountId, arrYearAgo, csmId }) => [accountId, arrYearAgo, csmId])).toEqual([
      ['001A', 700, '005A'],
      ['001B', 0, '005A'],
    ]);
    expect(asked).toContain('WHERE CS_As_Of__c = 2025-11-22');
  });

  test.each([
    ['there is no snapshot', []],
    ['every snapshot is younger than a year', ['2026-11-01', '2025-11-23']],
    ['the newest of them is too old to stand for it', ['2025-10-07']],
  ])('have an unknown past where %s', async (_why, days) => {
    const { customers } = await readFrom(days);
    expect(customers.map(({ arrYearAgo }) => arrYearAgo)).toEqual([null, null]);
  });
});
