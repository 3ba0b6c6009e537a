import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayOf, daysBetween } from '../dates/calendar-day.ts';
import { DEMO_ACCOUNTS } from './accounts.ts';
import { buildDemo } from './build-demo.ts';
import { CSMS } from './personas.ts';
import { STORIES } from './stories/stories.ts';
import type { ChildRecord, DemoData } from './types.ts';

const TODAY = '2026-11-22';
const demo = buildDemo(TODAY);
const someDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map(dayOf);

function of(records: readonly ChildRecord[], account: string): readonly ChildRecord['fields'][] {
  return records.filter((record) => record.account === account).map((record) => record.fields);
}

function keysOf(data: DemoData): string[] {
  return [
    ...data.accounts.map(({ fields }) => `Account ${String(fields['CS_External_Key__c'])}`),
    ...data.healthScores.map(({ fields }) => `Health ${String(fields['CS_Key__c'])}`),
    ...data.usageSnapshots.map(({ fields }) => `Usage ${String(fields['CS_Key__c'])}`),
    ...data.cases.map(({ fields }) => `Case ${String(fields['CS_External_Key__c'])}`),
    ...data.contacts.map(({ fields }) => `Contact ${String(fields['Email'])}`),
    ...data.tasks.map(({ account, fields }) => `Task ${account} ${String(fields['Subject'])}`),
    ...data.events.map(({ account, fields }) => `Event ${account} ${String(fields['Subject'])}`),
    ...data.accountChanges.map(({ fields }) => `Change ${String(fields['CS_Key__c'])}`),
    ...data.playbookRuns.flatMap(({ fields, steps }) =>
      [fields, ...steps].map((record) => `Run ${String(record['CS_Key__c'])}`),
    ),
    ...data.notes.map(({ account, fields }) => `Note ${account} ${String(fields['CS_Body__c'])}`),
    ...data.npsInbox.map(({ fields }) => `Inbox ${String(fields['CS_Key__c'])}`),
    ...data.npsResponses.map(({ fields }) => `NPS ${String(fields['CS_Key__c'])}`),
  ];
}

describe('buildDemo', () => {
  test('tells of changes that follow on one another and fit their fields', () => {
    const bandOf = new Map<string, unknown>();
    for (const { account, fields } of demo.accountChanges) {
      expect(String(fields['CS_Changed_On__c']) < TODAY).toBe(true);
      expect(String(fields['CS_Reason__c'] ?? '').length).toBeLessThanOrEqual(255);
      expect(fields['CS_From__c']).not.toBe(fields['CS_To__c']);
      if (fields['CS_Type__c'] !== 'Risk Band') continue;
      expect(bandOf.get(account) ?? fields['CS_From__c']).toBe(fields['CS_From__c']);
      bandOf.set(account, fields['CS_To__c']);
    }
    expect(bandOf.get('northwind-logistics')).toBe('At Risk');
  });

  test('suggests accounts of the demo for the answers that matched none, and their contacts where it says so', () => {
    for (const { suggestions } of demo.npsInbox) {
      for (const { account, why } of suggestions) {
        expect(DEMO_ACCOUNTS.map(({ key }) => key)).toContain(account);
        const [, count, host] = /^(\d+) contacts have an address at (.+)\.$/.exec(why) ?? [];
        if (!count) continue;
        const colleagues = of(demo.contacts, account).filter(({ Email }) =>
          String(Email).endsWith(`@${host}`),
        );
        expect(colleagues).toHaveLength(Number(count));
      }
    }
  });

  test('gives the same records for the same day', () => {
    expect(buildDemo(TODAY)).toEqual(demo);
  });

  test('gives every record a key of its own, and the same keys on any day', () => {
    const keys = keysOf(demo);
    expect(new Set(keys).size).toBe(keys.length);
    fc.assert(
      fc.property(someDay, (today) => {
        expect(keysOf(buildDemo(today))).toEqual(keys);
      }),
      { numRuns: 20 },
    );
  });

  test('keeps the past in the past and every score and share within its range, on any day', () => {
    fc.assert(
      fc.property(someDay, (today) => {
        const data = buildDemo(today);
        for (const { fields } of data.healthScores) {
          expect(fields['CS_Score__c']).toBeGreaterThanOrEqual(0);
          expect(fields['CS_Score__c']).toBeLessThanOrEqual(100);
          expect(String(fields['CS_Scored_On__c']) < today).toBe(true);
        }
        for (const { fields } of data.npsResponses) {
          expect(String(fields['CS_Responded_On__c']) < today).toBe(true);
          expect(fields['CS_Score__c']).toBeLessThanOrEqual(10);
        }
        for (const { fields } of data.accountChanges) {
          expect(String(fields['CS_Changed_On__c']).slice(0, 10) < today).toBe(true);
          expect(fields['CS_From__c']).not.toBe(fields['CS_To__c']);
        }
        for (const { fields } of data.usageSnapshots) {
          const end = addDays(String(fields['CS_Period_Start__c']), Number(fields['CS_Period_Days__c']) - 1);
          expect(end < today).toBe(true);
          expect(fields['CS_Active_Users__c']).toBeGreaterThanOrEqual(0);
        }
        for (const { fields } of data.cases.filter((one) => 'ClosedDate' in one.fields)) {
          expect(String(fields['ClosedDate']) > String(fields['CreatedDate'])).toBe(true);
          expect(String(fields['ClosedDate']).slice(0, 10) < today).toBe(true);
        }
        for (const { fields } of data.tasks.filter((one) => one.fields['Status'] === 'Completed')) {
          expect(String(fields['ActivityDate']) < today).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('has notes of talks and internal ones, and the last touch of an account is none of them', () => {
    const types = new Set(demo.notes.map(({ fields }) => fields['CS_Type__c']));
    expect([...types].sort()).toEqual(['Call', 'Email', 'Internal', 'Meeting']);
    for (const { key } of DEMO_ACCOUNTS) {
      const talks = of(demo.notes, key).filter((fields) => fields['CS_Type__c'] !== 'Internal');
      const done = [
        ...of(demo.tasks, key).filter((fields) => fields['Status'] === 'Completed'),
        ...of(demo.events, key),
      ].map((fields) => String(fields['ActivityDate'] ?? fields['StartDateTime']).slice(0, 10));
      const last = done.sort().at(-1) ?? '';
      expect(talks.filter((fields) => String(fields['CreatedDate']).slice(0, 10) > last)).toEqual([]);
    }
  });

  test('knows the book of every CSM, churned accounts aside', () => {
    const sizes = [...demo.books.values()].map((book) => book.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(
      demo.accounts.filter(({ fields }) => fields['CS_Status__c'] !== 'Churned').length,
    );
  });

  test('remembers how each account stood on the first of the months before, with what it paid a year earlier', () => {
    const days = new Set(demo.accountSnapshots.map(({ fields }) => fields['CS_As_Of__c']));
    expect(days.size).toBe(13);
    expect([...days].every((day) => String(day).endsWith('-01') && String(day) < TODAY)).toBe(true);
    const kept = demo.accountSnapshots.map(({ fields }) => Number(fields['CS_Retained_ARR__c']));
    expect(Math.max(...kept)).toBeGreaterThan(0);
    for (const { fields } of demo.accountSnapshots) {
      if (fields['CS_Renewal_Date__c'] === null) continue;
      expect(daysBetween(String(fields['CS_As_Of__c']), String(fields['CS_Renewal_Date__c']))).toBeLessThan(
        366,
      );
    }
  });

  test('has playbooks that run, were completed and were stopped, and none is further than its steps', () => {
    const runs = demo.playbookRuns;
    expect(new Set(runs.map(({ fields }) => fields['CS_Status__c']))).toEqual(
      new Set(['Active', 'Completed', 'Stopped']),
    );
    for (const { fields, steps } of runs) {
      const open = steps.filter((step) => step['CS_Status__c'] === 'Open');
      expect(fields['CS_Status__c'] === 'Completed').toBe(open.length === 0);
      expect(fields['CS_Completed_On__c'] === null).toBe(fields['CS_Status__c'] === 'Active');
      for (const step of steps.filter((one) => one['CS_Status__c'] !== 'Open')) {
        expect(String(step['CS_Completed_On__c']).slice(0, 10) < TODAY).toBe(true);
        expect(step['CS_Outcome__c']).toBeTruthy();
      }
    }
  });

  test('scores no account twice on one day', () => {
    for (const { key } of DEMO_ACCOUNTS) {
      const days = of(demo.healthScores, key).map((fields) => fields['CS_Scored_On__c']);
      expect(new Set(days).size).toBe(days.length);
    }
  });

  test('shares the accounts out among all CSMs', () => {
    const csms = new Set(demo.accounts.map(({ csm }) => csm));
    expect([...csms].sort()).toEqual(CSMS.map(({ key }) => key).sort());
  });

  test('tells every story at least once', () => {
    const told = new Set(DEMO_ACCOUNTS.map(({ story }) => story));
    expect([...told].sort()).toEqual(Object.keys(STORIES).sort());
  });
});

describe('the NPS answers', () => {
  test.each(DEMO_ACCOUNTS.map(({ key }) => key))('of %s come to the NPS of the account', (key) => {
    const account = demo.accounts.find((one) => one.key === key)!.fields;
    const answers = demo.npsResponses.filter((one) => one.account === key);
    const people = [...new Set(answers.map(({ contact }) => contact))];
    const latest = people.map((person) =>
      answers
        .filter(({ contact }) => contact === person)
        .map(({ fields }) => ({
          on: String(fields['CS_Responded_On__c']),
          score: Number(fields['CS_Score__c']),
        }))
        .reduce((a, b) => (a.on > b.on ? a : b)),
    );
    const mean = latest.reduce((sum, { score }) => sum + score, 0) / latest.length;
    const newest =
      latest
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? null;
    expect([account['CS_NPS_Score__c'], account['CS_NPS_Date__c']]).toEqual([
      latest.length === 0 ? null : Math.ceil(mean - 0.5),
      newest,
    ]);
  });

  test('are of enough people at a strategic customer to tell an NPS, and come survey by survey', () => {
    const answers = demo.npsResponses.filter(({ account }) => account === 'northwind-logistics');
    expect(new Set(answers.map(({ contact }) => contact)).size).toBe(7);
    expect(new Set(answers.map(({ fields }) => fields['CS_Survey__c'])).size).toBeGreaterThan(2);
    expect(answers.some(({ fields }) => typeof fields['CS_Comment__c'] === 'string')).toBe(true);
  });
});

describe('the stories', () => {
  const accountTelling = (story: string): string =>
    DEMO_ACCOUNTS.find((account) => account.story === story)!.key;
  const fieldsOf = (key: string): ChildRecord['fields'] =>
    demo.accounts.find((account) => account.key === key)!.fields;

  test('newly signed: nothing is known, nothing is made up', () => {
    const key = accountTelling('newlySigned');
    expect(of(demo.healthScores, key)).toEqual([]);
    expect(of(demo.usageSnapshots, key)).toEqual([]);
    expect(fieldsOf(key)['CS_NPS_Score__c']).toBeNull();
  });

  test('one score: exactly one point of health', () => {
    expect(of(demo.healthScores, accountTelling('oneScore'))).toHaveLength(1);
  });

  test('renewal unprepared: the renewal is within 30 days and no touchpoint is scheduled', () => {
    const fields = fieldsOf(accountTelling('renewalUnprepared'));
    expect(daysBetween(TODAY, String(fields['CS_Renewal_Date__c']))).toBe(20);
    expect(fields['CS_Next_Scheduled__c']).toBeNull();
  });

  test('silent: the scheduled touchpoint is overdue and nothing is planned', () => {
    const key = accountTelling('silent');
    expect(String(fieldsOf(key)['CS_Next_Scheduled__c']) < TODAY).toBe(true);
    expect(of(demo.tasks, key).filter((task) => task['Status'] !== 'Completed')).toEqual([]);
  });

  test('escalated: an escalated case is open for more than three weeks', () => {
    const open = of(demo.cases, accountTelling('escalated')).filter((one) => one['Status'] === 'Escalated');
    const oldest = open.map((one) => String(one['CreatedDate']).slice(0, 10)).sort()[0]!;
    expect(daysBetween(oldest, TODAY)).toBeGreaterThan(21);
  });

  test('champion left: usage and health end far below where they began', () => {
    const key = accountTelling('championLeft');
    const users = of(demo.usageSnapshots, key).map((fields) => Number(fields['CS_Active_Users__c']));
    const health = of(demo.healthScores, key).map((fields) => Number(fields['CS_Score__c']));
    expect(users.at(-1)! / users[0]!).toBeLessThan(0.5);
    expect(health[0]! - health.at(-1)!).toBeGreaterThan(30);
  });
});
