import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { daysBetween } from '../dates/calendar-day.ts';
import { memoryOrg, type MemoryOrg } from '../org-client/testing/memory-org.ts';
import { findLastDay } from './find-last-day.ts';
import { loadContext } from './load-context.ts';
import { loadDataset } from './load-dataset.ts';
import type { LoadReport } from './load-report.ts';
import { ProblemLog } from './problem-log.ts';
import { tinyDataset, type TinyDataset, type TinyRows } from './testing/tiny-dataset.ts';

const TODAY = '2026-11-22';
const CSMS = ['csm-1', 'csm-2', 'csm-3'];
const ACCOUNT = 'A-1,Alpha,EdTech,US,2023-05-01,ads,Enterprise,40,False,False';
const SUBSCRIPTION = 'S-1,A-1,2023-06-01,,Enterprise,40,1000,12000,False,False,False,False,annual,True';

const made: TinyDataset[] = [];
afterEach(() => made.splice(0).forEach((dataset) => dataset.remove()));

async function load(rows: TinyRows = {}, org: MemoryOrg = auditingOrg(), today = TODAY): Promise<Loaded> {
  const dataset = tinyDataset(rows);
  made.push(dataset);
  const context = loadContext(dataset.folder, today, await findLastDay(dataset.folder, today));
  const problems = new ProblemLog(path.join(dataset.folder, 'report', 'problems.csv'));
  const report = await loadDataset(org, context, CSMS, problems, () => undefined);
  return { org, report, problemFile: () => readFileSync(report.reportFile, 'utf8') };
}

interface Loaded {
  org: MemoryOrg;
  report: LoadReport;
  problemFile: () => string;
}

function auditingOrg(): MemoryOrg {
  return memoryOrg({ createable: { Case: ['Subject', 'CreatedDate', 'ClosedDate'] } });
}

const find = (org: MemoryOrg, object: string, field: string, value: string) =>
  org.all(object).find((record) => record[field] === value);

describe('a clean load', () => {
  test('writes accounts with what their subscriptions come to', async () => {
    const { org, report } = await load();
    expect(report.loaded).toEqual({ accounts: 2, usageSnapshots: 1, cases: 2 });
    expect(find(org, 'Account', 'CS_External_Key__c', 'ravenstack:A-1')).toMatchObject({
      Name: 'Alpha',
      Industry: 'Education',
      BillingCountry: 'United States',
      CS_Tier__c: 'Enterprise',
      CS_Status__c: 'Active',
      CS_ARR__c: '12000',
      CS_Manager__c: expect.stringMatching(/^csm-/),
    });
  });

  test('moves every day by the same number of days, so that the last one is today', async () => {
    const { org, report } = await load();
    expect(report.shiftDays).toBe(daysBetween('2024-12-31', TODAY));
    expect(find(org, 'Case', 'CS_External_Key__c', 'ravenstack:T-1')).toMatchObject({
      CreatedDate: '2026-11-11T00:00:00.000Z',
      ClosedDate: '2026-11-12T03:30:00.000Z',
    });
    expect(org.all('CS_Usage_Snapshot__c')[0]).toMatchObject({ CS_Period_Start__c: '2026-11-21' });
  });

  test('sums usage up by account and month, and leaves empty what the data does not know', async () => {
    const { org } = await load();
    expect(org.all('CS_Usage_Snapshot__c')).toEqual([
      {
        Id: expect.any(String),
        CS_Key__c: 'ravenstack:A-1:2026-11',
        'CS_Account__r.CS_External_Key__c': 'ravenstack:A-1',
        CS_Period_Start__c: '2026-11-21',
        CS_Period_Days__c: '2',
        CS_Licensed_Seats__c: '40',
        CS_API_Calls__c: '11',
        CS_Features_Used__c: '2',
      },
    ]);
  });

  test('closes the tickets that were closed and leaves the others open', async () => {
    const { org } = await load();
    expect(find(org, 'Case', 'CS_External_Key__c', 'ravenstack:T-1')).toMatchObject({
      Status: 'Closed',
      Priority: 'High',
      IsEscalated: 'true',
    });
    expect(find(org, 'Case', 'CS_External_Key__c', 'ravenstack:T-2')).toMatchObject({ Status: 'New' });
  });

  test('takes who still has a subscription as a customer, and says that the churn data differs', async () => {
    const { org, report } = await load();
    expect(find(org, 'Account', 'CS_External_Key__c', 'ravenstack:A-2')).toMatchObject({
      CS_Status__c: 'Onboarding',
    });
    expect(report.notes[0]).toContain('1 accounts are flagged as churned and 1 have a churn event');
  });

  test('takes who has no running subscription as churned', async () => {
    const ended = SUBSCRIPTION.replace(',,', ',2024-06-01,');
    const { org } = await load({ accounts: [ACCOUNT], subscriptions: [ended], tickets: [], churnEvents: [] });
    expect(org.all('Account')[0]).toMatchObject({ CS_Status__c: 'Churned', CS_ARR__c: '0' });
  });
});

describe('a second load', () => {
  test('doubles nothing, and does not touch what an org lets nobody change', async () => {
    const { org } = await load();
    const before = { accounts: org.all('Account').length, cases: org.all('Case').length };
    const sent = org.log.length;
    await load({}, org);
    expect({ accounts: org.all('Account').length, cases: org.all('Case').length }).toEqual(before);
    expect(org.log.slice(sent)).toEqual([
      'bulk upsert Account 2',
      'bulk upsert CS_Usage_Snapshot__c 1',
      'remove CS_Usage_Snapshot__c 0',
      'bulk upsert Case 2',
    ]);
    expect(find(org, 'Case', 'CS_External_Key__c', 'ravenstack:T-1')?.['CreatedDate']).toBe(
      '2026-11-11T00:00:00.000Z',
    );
  });

  test('a month later moves the days on and removes the months that are no more', async () => {
    const { org } = await load();
    await load({}, org, '2026-12-22');
    expect(org.all('CS_Usage_Snapshot__c').map((row) => row['CS_Key__c'])).toEqual([
      'ravenstack:A-1:2026-12',
    ]);
  });
});

describe('an org that does not let audit fields be set', () => {
  test('gets cases without them, and the report says so', async () => {
    const { org, report } = await load({}, memoryOrg());
    expect(org.all('Case')[0]).not.toHaveProperty('CreatedDate');
    expect(org.all('Case')[0]?.['Description']).toContain('Submitted 2026-11-11');
    expect(report.notes.join(' ')).toContain('Set Audit Fields upon Record Creation');
  });
});

describe('bad rows', () => {
  test.each<[string, TinyRows, string]>([
    [
      'an account without an id',
      { accounts: [ACCOUNT, ACCOUNT.replace('A-1', '')] },
      'accounts.csv,3,account_id is empty',
    ],
    [
      'a doubled account',
      { accounts: [ACCOUNT, ACCOUNT] },
      'accounts.csv,3,account_id A-1 is on line 2 already',
    ],
    [
      'a bad signup date',
      { accounts: [ACCOUNT, 'A-3,C,EdTech,US,2023-02-30,ads,Pro,4,False,False'] },
      'signup_date is ""2023-02-30""',
    ],
    [
      'an unknown plan',
      { accounts: [ACCOUNT, 'A-3,C,EdTech,US,2023-02-01,ads,Gold,4,False,False'] },
      'plan_tier is ""Gold""',
    ],
    [
      'an unknown account',
      { subscriptions: [SUBSCRIPTION, SUBSCRIPTION.replace('S-1,A-1', 'S-9,A-9')] },
      'subscriptions.csv,3,',
    ],
    [
      'a negative amount',
      { subscriptions: [SUBSCRIPTION, SUBSCRIPTION.replace('S-1', 'S-9').replace('12000', '-5')] },
      'arr_amount is -5',
    ],
    [
      'an end before the start',
      { subscriptions: [SUBSCRIPTION, SUBSCRIPTION.replace('S-1', 'S-9').replace(',,', ',2023-01-01,')] },
      'before start_date',
    ],
    [
      'usage of an unknown subscription',
      { usage: ['U-1,S-9,2024-12-31,f,1,1,0,False'] },
      'subscription_id is ""S-9""; expected an id of subscriptions.csv',
    ],
    [
      'usage in the future',
      { usage: ['U-1,S-1,2090-01-01,f,1,1,0,False'] },
      'usage_date is 2090-01-01; expected no day after today',
    ],
    [
      'a repeated use',
      { usage: ['U-1,S-1,2024-12-31,f,1,1,0,False', 'U-1,S-1,2024-12-31,f,1,1,0,False'] },
      'feature_usage.csv,3,usage_id U-1 repeats',
    ],
    [
      'a ticket closed before it was opened',
      { tickets: ['T-1,A-1,2024-12-20,2024-12-19 10:00:00,1,low,1,,False'] },
      'before submitted_at',
    ],
    ['an unknown priority', { tickets: ['T-1,A-1,2024-12-20,,1,meh,1,,False'] }, 'priority is ""meh""'],
  ])('%s is reported with file and line', async (_, rows, expected) => {
    const { problemFile } = await load({
      subscriptions: [SUBSCRIPTION],
      tickets: [],
      churnEvents: [],
      ...rows,
    });
    const [, ...problems] = problemFile().trim().split('\n');
    expect(problems).toContainEqual(expect.stringContaining(expected));
  });

  test('the rest is loaded', async () => {
    const bad = 'A-3,C,EdTech,US,never,ads,Pro,4,False,False';
    const { report } = await load({ accounts: [bad, ACCOUNT], tickets: [], churnEvents: [] });
    expect(report.loaded.accounts).toBe(1);
    expect(report.problems).toBe(2);
    expect(report.firstProblems.map(({ file, line }) => `${file} ${line}`)).toEqual([
      'accounts.csv 2',
      'subscriptions.csv 3',
    ]);
  });

  test('ids that repeat for different uses are different uses', async () => {
    const { org, report } = await load({
      usage: ['U-1,S-1,2024-12-31,f,1,1,0,False', 'U-1,S-1,2024-12-30,f,2,1,0,False'],
    });
    expect(report.problems).toBe(0);
    expect(org.all('CS_Usage_Snapshot__c')[0]).toMatchObject({ CS_API_Calls__c: '3' });
  });
});

describe('what the org refuses', () => {
  test('is reported by the line it came from, and what belongs to it is not sent', async () => {
    const org = memoryOrg({
      refuse: (object, record) =>
        object === 'Account' && record['Name'] === 'Alpha' ? 'STRING_TOO_LONG: Account Name' : undefined,
    });
    const { report, problemFile } = await load({}, org);
    expect(report.loaded).toEqual({ accounts: 1, usageSnapshots: 0, cases: 1 });
    expect(problemFile()).toContain(
      'accounts.csv,2,The org refused Account ravenstack:A-1: STRING_TOO_LONG: Account Name',
    );
    expect(problemFile()).toContain(
      'support_tickets.csv,2,"account_id is A-1, which could not be loaded (accounts.csv, line 2)"',
    );
  });
});

describe('findLastDay', () => {
  test('passes over days that are none and days after today', async () => {
    const dataset = tinyDataset({
      usage: ['U-1,S-1,2090-01-01,f,1,1,0,False', 'U-2,S-1,never,f,1,1,0,False'],
    });
    made.push(dataset);
    expect(await findLastDay(dataset.folder, TODAY)).toBe('2024-12-29');
  });

  test('names the file that is missing before anything is loaded', async () => {
    const dataset = tinyDataset({ churnEvents: null });
    made.push(dataset);
    await expect(findLastDay(dataset.folder, TODAY)).rejects.toThrow(
      `There is no churn_events.csv in ${dataset.folder}.`,
    );
  });

  test('says so when no file has a day', async () => {
    const dataset = tinyDataset({ accounts: [], subscriptions: [], usage: [], tickets: [], churnEvents: [] });
    made.push(dataset);
    await expect(findLastDay(dataset.folder, TODAY)).rejects.toThrow('has a day up to today (2026-11-22)');
  });
});
