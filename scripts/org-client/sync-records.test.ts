import { describe, expect, test } from '@jest/globals';
import { syncRecords } from './sync-records.ts';
import { memoryOrg } from './testing/memory-org.ts';

const child = (key: string, score: number): Record<string, string | number> => ({
  CS_Key__c: key,
  CS_Score__c: score,
  CS_Account__c: 'A1',
});

describe('syncRecords', () => {
  test('creates what is missing, updates what is there, and answers the Ids in the order sent', async () => {
    const org = memoryOrg({ records: { Thing: [{ Id: 'old', CS_Key__c: 'b', CS_Score__c: 1 }] } });

    const result = await syncRecords(org, {
      object: 'Thing',
      identity: ['CS_Key__c'],
      records: [child('a', 10), child('b', 20), child('c', 30)],
    });

    expect(result).toEqual({ ids: ['Thing-1', 'old', 'Thing-2'], created: 2, updated: 1 });
    expect(org.all('Thing').map((row) => row['CS_Score__c'])).toEqual([20, 10, 30]);
  });

  test('never sends a create-only field for a record that is there', async () => {
    const org = memoryOrg({ records: { Thing: [{ Id: 'old', CS_Key__c: 'a', CS_Account__c: 'kept' }] } });

    await syncRecords(org, {
      object: 'Thing',
      identity: ['CS_Key__c'],
      createOnly: ['CS_Account__c'],
      records: [child('a', 5)],
    });

    expect(org.all('Thing')).toEqual([{ Id: 'old', CS_Key__c: 'a', CS_Score__c: 5, CS_Account__c: 'kept' }]);
  });

  test('tells records apart by all identity fields together', async () => {
    const org = memoryOrg({ records: { Task: [{ Id: 'old', WhatId: 'A1', Subject: 'Check-in' }] } });

    const { created, updated } = await syncRecords(org, {
      object: 'Task',
      identity: ['WhatId', 'Subject'],
      records: [
        { WhatId: 'A1', Subject: 'Check-in' },
        { WhatId: 'A1', Subject: 'Review' },
      ],
    });

    expect({ created, updated }).toEqual({ created: 1, updated: 1 });
  });

  test('finds a user whose name the org stored in lower case', async () => {
    const org = memoryOrg({ records: { User: [{ Id: 'old', Username: 'ann@demo.example' }] } });

    const { ids } = await syncRecords(org, {
      object: 'User',
      identity: ['Username'],
      keepExisting: true,
      records: [{ Username: 'ann@demo.example', LastName: 'Changed' }],
    });

    expect(ids).toEqual(['old']);
    expect(org.all('User')).toEqual([{ Id: 'old', Username: 'ann@demo.example' }]);
  });

  test('asks for a long list of keys in parts', async () => {
    const org = memoryOrg();
    const asked: string[] = [];
    const counting = { ...org, query: (soql: string) => (asked.push(soql), org.query(soql)) };

    await syncRecords(counting, {
      object: 'Thing',
      identity: ['CS_Key__c'],
      records: Array.from({ length: 250 }, (_, index) => child(`key-${index}`, index)),
    });

    expect(asked).toHaveLength(3);
    expect(Math.max(...asked.map((soql) => soql.length))).toBeLessThan(4_000);
  });

  test('says which record the org refused, and why', async () => {
    const org = memoryOrg({
      refuse: (_, record) => (record['CS_Key__c'] === 'b' ? 'TOO_BAD: no' : undefined),
    });

    await expect(
      syncRecords(org, { object: 'Thing', identity: ['CS_Key__c'], records: [child('a', 1), child('b', 2)] }),
    ).rejects.toThrow('The org refused Thing (CS_Key__c b): TOO_BAD: no');
  });
});
