import { describe, expect, test } from '@jest/globals';
import { daysBetween } from '../dates/calendar-day.ts';
import { memoryOrg, type MemoryOrg } from '../org-client/testing/memory-org.ts';
import { loadTiny, SUBSCRIPTION, ACCOUNT, TODAY } from './testing/load-tiny.ts';

const find = (org: MemoryOrg, object: string, field: string, value: string) =>
  org.all(object).find((record) => record[field] === value);

describe('a clean load', () => {
  test('writes accounts with what their subscriptions come to', async () => {
    const { org, report } = await loadTiny();
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
    const { org, report } = await loadTiny();
    expect(report.shiftDays).toBe(daysBetween('2024-12-31', TODAY));
    expect(find(org, 'Case', 'CS_External_Key__c', 'ravenstack:T-1')).toMatchObject({
      CreatedDate: '2026-11-11T00:00:00.000Z',
      ClosedDate: '2026-11-12T03:30:00.000Z',
    });
    expect(org.all('CS_Usage_Snapshot__c')[0]).toMatchObject({ CS_Period_Start__c: '2026-11-21' });
  });

  test('sums usage up by account and month, and leaves empty what the data does not know', async () => {
    const { org } = await loadTiny();
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
        CS_Features__c: '{"feature_1":4,"feature_2":7}',
      },
    ]);
  });

  test('closes the tickets that were closed and leaves the others open', async () => {
    const { org } = await loadTiny();
    expect(find(org, 'Case', 'CS_External_Key__c', 'ravenstack:T-1')).toMatchObject({
      Status: 'Closed',
      Priority: 'High',
      IsEscalated: 'true',
      CS_Opened_On__c: '2026-11-11',
      CS_Satisfaction__c: 'Good',
    });
    expect(find(org, 'Case', 'CS_External_Key__c', 'ravenstack:T-2')).toMatchObject({ Status: 'New' });
  });

  test('takes who still has a subscription as a customer, and says that the churn data differs', async () => {
    const { org, report } = await loadTiny();
    expect(find(org, 'Account', 'CS_External_Key__c', 'ravenstack:A-2')).toMatchObject({
      CS_Status__c: 'Onboarding',
    });
    expect(report.notes[0]).toContain('1 accounts are flagged as churned and 1 have a churn event');
  });

  test('takes who has no running subscription as churned', async () => {
    const ended = SUBSCRIPTION.replace(',,', ',2024-06-01,');
    const { org } = await loadTiny({
      accounts: [ACCOUNT],
      subscriptions: [ended],
      tickets: [],
      churnEvents: [],
    });
    expect(org.all('Account')[0]).toMatchObject({ CS_Status__c: 'Churned', CS_ARR__c: '0' });
  });
});

describe('a second load', () => {
  test('doubles nothing, and does not touch what an org lets nobody change', async () => {
    const { org } = await loadTiny();
    const before = { accounts: org.all('Account').length, cases: org.all('Case').length };
    const sent = org.log.length;
    await loadTiny({}, org);
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
    const { org } = await loadTiny();
    await loadTiny({}, org, '2026-12-22');
    expect(org.all('CS_Usage_Snapshot__c').map((row) => row['CS_Key__c'])).toEqual([
      'ravenstack:A-1:2026-12',
    ]);
  });
});

describe('an org that does not let audit fields be set', () => {
  test('gets cases without them, and the report says so', async () => {
    const { org, report } = await loadTiny({}, memoryOrg());
    expect(org.all('Case')[0]).not.toHaveProperty('CreatedDate');
    expect(org.all('Case')[0]?.['Description']).toContain('Submitted 2026-11-11');
    expect(report.notes.join(' ')).toContain('Set Audit Fields upon Record Creation');
  });
});
