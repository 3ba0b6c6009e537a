import { describe, expect, test } from '@jest/globals';
import { memoryOrg } from '../org-client/testing/memory-org.ts';
import { ACCOUNT, loadTiny, SUBSCRIPTION } from './testing/load-tiny.ts';
import type { TinyRows } from './testing/tiny-dataset.ts';

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
    const { problems } = await loadTiny({
      subscriptions: [SUBSCRIPTION],
      tickets: [],
      churnEvents: [],
      ...rows,
    });
    const [, ...reported] = problems.trim().split('\n');
    expect(reported).toContainEqual(expect.stringContaining(expected));
  });

  test('the rest is loaded', async () => {
    const bad = 'A-3,C,EdTech,US,never,ads,Pro,4,False,False';
    const { report } = await loadTiny({ accounts: [bad, ACCOUNT], tickets: [], churnEvents: [] });
    expect(report.loaded.accounts).toBe(1);
    expect(report.problems).toBe(2);
    expect(report.firstProblems.map(({ file, line }) => `${file} ${line}`)).toEqual([
      'accounts.csv 2',
      'subscriptions.csv 3',
    ]);
  });

  test('ids that repeat for different uses are different uses', async () => {
    const { org, report } = await loadTiny({
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
    const { report, problems } = await loadTiny({}, org);
    expect(report.loaded).toEqual({ accounts: 1, usageSnapshots: 0, cases: 1 });
    expect(problems).toContain(
      'accounts.csv,2,The org refused Account ravenstack:A-1: STRING_TOO_LONG: Account Name',
    );
    expect(problems).toContain(
      'support_tickets.csv,2,"account_id is A-1, which could not be loaded (accounts.csv, line 2)"',
    );
  });
});
