import { describe, expect, test } from '@jest/globals';
import { connectToOrg } from './connect.ts';
import { createOutcomeReader } from './outcome-reader.ts';
import { fail, grantToken, startStubOrg, type StubAnswer } from './testing/stub-org.ts';

const LOGIN = {
  apiVersion: '66.0',
  credentials: { flow: 'client-credentials' as const, clientId: 'id', clientSecret: 's' },
};
const rows = (records: object[]): StubAnswer => ({
  body: { totalSize: records.length, done: true, records },
});

/** Reads from a stub that answers each object's query with given rows, empty unless given. */
async function withReader<T>(
  answers: Record<string, StubAnswer>,
  use: (reader: ReturnType<typeof createOutcomeReader>, queries: string[]) => Promise<T>,
): Promise<T> {
  const queries: string[] = [];
  const stub = await startStubOrg((request, url) => {
    if (request.path === '/services/oauth2/token') return grantToken(url, 'token');
    const soql = request.query.get('q') ?? '';
    if (soql === 'SELECT Name FROM Organization') return rows([{ Name: 'Acme' }]);
    queries.push(soql);
    return answers[/ FROM (\w+)/.exec(soql)?.[1] ?? ''] ?? rows([]);
  });
  try {
    const { connection } = await connectToOrg({ loginUrl: stub.url, ...LOGIN });
    return await use(createOutcomeReader(connection), queries);
  } finally {
    await stub.close();
  }
}

const account = (Id: string, CS_Status__c: string | null, CS_Renewal_Date__c: string | null) => ({
  Id,
  CS_Status__c,
  CS_Renewal_Date__c,
});

describe('readOutcomes', () => {
  test.each([
    [
      'a churned account was lost on its renewal date',
      'Churned',
      '2026-05-01',
      { lost: true, on: '2026-05-01' },
    ],
    [
      'an active one was renewed a year before the next',
      'Active',
      '2027-02-01',
      { lost: false, on: '2026-02-01' },
    ],
    ['one without a status counts as active', null, '2027-02-01', { lost: false, on: '2026-02-01' }],
    ['29 February has 28 February before it', 'Active', '2028-02-29', null],
    ['a churned one with a date to come cannot be told', 'Churned', '2027-01-01', null],
    ['nor one without a date', 'Churned', null, null],
    ['nor one whose renewal is past and undecided', 'Renewing', '2026-11-01', null],
    ['nor one that renews in more than a year', 'Active', '2028-02-01', null],
  ])('%s', async (_what, status, renewal, outcome) => {
    const answers = { Account: rows([account('001A', status, renewal)]) };
    const read = await withReader(answers, (reader) => reader.readOutcomes('2026-11-22'));
    expect(read).toEqual(
      outcome === null
        ? { outcomes: [], undated: 1 }
        : { outcomes: [{ accountId: '001A', ...outcome }], undated: 0 },
    );
  });
});

test('what the org refuses comes out in one line', async () => {
  const answers = { Account: fail(400, 'INVALID_FIELD', "No such column 'CS_Status__c'") };
  await withReader(answers, async (reader) => {
    await expect(reader.readOutcomes('2026-11-22')).rejects.toMatchObject({ code: 'ORG_NOT_DEPLOYED' });
  });
});

describe('readHistories', () => {
  const ACCOUNT = {
    Id: '001A',
    CS_Tier__c: 'Growth',
    CS_Cadence_Days__c: null,
    CS_NPS_Score__c: 7,
    CS_NPS_Date__c: '2026-01-01',
  };
  const CASE = {
    Id: '500A',
    AccountId: '001A',
    CaseNumber: '1',
    CreatedDate: '2026-03-01T08:00:00.000+0000',
    IsClosed: true,
    ClosedDate: '2026-04-02T08:00:00.000+0000',
    IsEscalated: false,
    CS_Opened_On__c: null,
    CS_Satisfaction__c: null,
    Priority: 'High',
  };
  const TASK = {
    Id: '00TA',
    AccountId: '001A',
    Subject: 'Call',
    IsClosed: true,
    ActivityDate: '2026-03-05',
    CompletedDateTime: null,
  };

  test('gives each account its records from a day on, with the days on which cases were closed', async () => {
    const answers = { Account: rows([ACCOUNT]), Case: rows([CASE]), Task: rows([TASK]) };
    const { histories, queries } = await withReader(answers, async (reader, asked) => ({
      histories: await reader.readHistories(['001A'], '2025-06-01'),
      queries: asked,
    }));
    const { signals, closedOn } = histories.get('001A')!;
    expect(signals).toMatchObject({
      tier: 'Growth',
      nps: { score: 7, on: '2026-01-01' },
      activities: [{ id: '00TA', on: '2026-03-05', kind: 'done' }],
      cases: [{ id: '500A', open: false }],
    });
    expect([...closedOn]).toEqual([['500A', '2026-04-02']]);
    expect(queries.filter((soql) => !soql.includes(' FROM Account'))).toHaveLength(6);
    expect(queries.every((soql) => soql.includes('2025-06-01') || soql.includes(' FROM Account'))).toBe(true);
  });
});
