import { describe, expect, test } from '@jest/globals';
import { BATCH_CHARACTERS, BATCH_ROWS } from './import-file.ts';
import { setupImports } from './testing/run-import.ts';

const fieldsOf = (org: ReturnType<typeof setupImports>['org'], object: string) =>
  org.of(object).map(({ fields }) => fields);

describe('a row', () => {
  test('makes a record, leaves it alone when nothing would change, and changes it when something would', async () => {
    const { org, run } = setupImports();
    const first = await run('accounts', ['key,name,arr,tier', 'A-1,Linden,1000,enterprise']);
    const again = await run('accounts', ['key,name,arr,tier', 'A-1,Linden,1000,enterprise']);
    const changed = await run('accounts', ['key,name,arr,tier', 'A-1,Linden,1200,enterprise']);
    expect(
      [first, again, changed].map(({ tally: { created, updated, unchanged } }) => [
        created,
        updated,
        unchanged,
      ]),
    ).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]);
    expect(fieldsOf(org, 'Account')).toEqual([
      { CS_External_Key__c: 'A-1', Name: 'Linden', CS_ARR__c: 1200, CS_Tier__c: 'Enterprise' },
    ]);
    expect(org.writes).toBe(2);
  });

  test('leaves a field as it is with an empty cell, and clears it with #N/A', async () => {
    const { org, run } = setupImports();
    await run('accounts', ['key,name,arr,renewal', 'A-1,Linden,1000,2027-01-31']);
    await run('accounts', ['key,name,arr,renewal', 'A-1,,,#N/A']);
    expect(fieldsOf(org, 'Account')).toMatchObject([
      { Name: 'Linden', CS_ARR__c: 1000, CS_Renewal_Date__c: null },
    ]);
  });

  test('takes the place of an earlier one of the same key', async () => {
    const { org, run } = setupImports();
    const { tally } = await run('accounts', ['key,name', 'A-1,Old', 'B-1,Other', 'a-1,New']);
    expect(tally).toMatchObject({ created: 2, superseded: 1 });
    expect(fieldsOf(org, 'Account').map(({ Name }) => Name)).toEqual(
      expect.arrayContaining(['New', 'Other']),
    );
  });

  test('is refused for each of its cells that does not hold, and the rest is kept', async () => {
    const { org, errors, run } = setupImports();
    const account = org.addAccount('A-1');
    const { tally } = await run('health', [
      'account,score,date',
      'A-1,80,2026-11-01',
      'A-1,101,2026-11-24',
      'A-1,-5,2026-11-02',
      'A-9,50,2026-11-02',
      'A-1,50',
      'A-1,55,2026-11-03,,',
    ]);
    expect(errors).toEqual([
      '3|score|101|a whole number from 0 to 100',
      '3|date|2026-11-24|no day after today',
      '4|score|-5|a whole number from 0 to 100',
      '5|accountKey|A-9|the external key of an account of the org',
      '6|||has 2 cells; expected 3, as in the heading',
    ]);
    expect(tally).toMatchObject({ rows: 6, created: 2, refused: 4, unknownAccounts: { 'A-9': 1 } });
    expect(tally.reasons['score: expected a whole number from 0 to 100']).toEqual({
      count: 2,
      lines: [3, 4],
    });
    expect(fieldsOf(org, 'CS_Health_Score__c')[0]).toEqual({
      CS_Key__c: `${account}:2026-11-01:Manual`,
      CS_Score__c: 80,
      CS_Scored_On__c: '2026-11-01',
      CS_Source__c: 'Manual',
      CS_Account__c: account,
    });
  });

  test('that the org refuses is told with its line and the org’s reason', async () => {
    const { org, errors, run } = setupImports();
    org.refuse = (_, { Name }) => (Name === 'Bad' ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION: no' : null);
    const { tally } = await run('accounts', ['key,name', 'A-1,Good', 'B-1,Bad']);
    expect(errors).toEqual([
      '3|||a record that the org takes; it says: FIELD_CUSTOM_VALIDATION_EXCEPTION: no',
    ]);
    expect(tally).toMatchObject({ created: 1, refused: 1 });
  });

  test('that names a user is refused where nobody, or more than one, is meant', async () => {
    const { org, errors, run } = setupImports();
    org.users.set('dana@x.example', 'U1').set('both@x.example', 'several');
    await run('accounts', [
      'key,name,csm',
      'A,A,Dana@x.example',
      'B,B,both@x.example',
      'C,C,who@x.example',
      ',D,',
    ]);
    expect(fieldsOf(org, 'Account')).toMatchObject([{ CS_Manager__c: 'U1' }]);
    expect(errors).toEqual([
      '3|csm|both@x.example|a username, for several users have that address',
      '4|csm|who@x.example|the username or email of an active user',
      '5|key||a value',
    ]);
  });
});

describe('tickets', () => {
  const LINES = [
    'id,account,subject,opened,closed',
    'T-1,A-1,Broken,2026-11-01,',
    'T-2,A-1,Slow,2026-11-02,2026-11-03',
    'T-3,A-1,Odd,2026-11-03,2026-11-01',
  ];

  test('carry their own days where the org lets them, and cannot close before they open', async () => {
    const { org, errors, run } = setupImports();
    const account = org.addAccount('A-1');
    await run('tickets', LINES);
    expect(fieldsOf(org, 'Case')).toEqual([
      expect.objectContaining({
        CS_External_Key__c: 'T-1',
        AccountId: account,
        Status: 'New',
        CreatedDate: '2026-11-01T00:00:00.000Z',
      }),
      expect.objectContaining({
        CS_External_Key__c: 'T-2',
        Status: 'Closed',
        ClosedDate: '2026-11-03T00:00:00.000Z',
      }),
    ]);
    expect(errors).toEqual(['4|closedAt|2026-11-01T00:00:00.000Z|no time before it was opened (2026-11-03)']);
  });

  test('tell their days in the description where it does not', async () => {
    const { org, run } = setupImports();
    org.addAccount('A-1');
    org.hidden.set('Case', ['CreatedDate', 'ClosedDate']);
    await run('tickets', LINES);
    expect(fieldsOf(org, 'Case')[1]).toMatchObject({ Description: 'Opened 2026-11-02, closed 2026-11-03.' });
    expect(fieldsOf(org, 'Case')[1]).not.toHaveProperty('CreatedDate');
  });

  test('are not begun when the companion’s user may not write them', async () => {
    const { org, run } = setupImports();
    org.hidden.set('Case', ['Subject']);
    await expect(run('tickets', LINES)).rejects.toThrow(
      'may not set Subject of Case: deploy force-app and assign the permission set CS_Import',
    );
  });
});

describe('NPS answers', () => {
  const LINES = [
    'email,score,date,account',
    'Ann@x.example,9,2026-11-01,',
    'two@x.example,3,2026-11-02,',
    'who@x.example,7,2026-11-03,',
    ',8,2026-11-04,A-1',
  ];

  function setup() {
    const imports = setupImports();
    const [one, other] = [imports.org.addAccount('A-1'), imports.org.addAccount('A-2')];
    imports.org.contacts.set('ann@x.example', [{ contactId: 'C1', accountId: one }]);
    imports.org.contacts.set('two@x.example', [
      { contactId: 'C2', accountId: one },
      { contactId: 'C3', accountId: other },
    ]);
    return { ...imports, one };
  }

  test('find their account by contact or key; those that do not are refused', async () => {
    const { org, errors, one, run } = setup();
    await run('nps', LINES);
    expect(fieldsOf(org, 'CS_NPS_Response__c')).toEqual([
      expect.objectContaining({ CS_Account__c: one, CS_Contact__c: 'C1', CS_Score__c: 9 }),
      expect.objectContaining({ CS_Account__c: one, CS_Score__c: 8 }),
    ]);
    expect(errors).toEqual([
      '3|email|two@x.example|an address of contacts of one account',
      '4|email|who@x.example|the address of a contact',
    ]);
  });

  test('wait in the inbox where the org has one, once however often they are imported', async () => {
    const { org, errors, run } = setup();
    org.absent.delete('CS_NPS_Inbox__c');
    const { tally } = await run('nps', LINES);
    await run('nps', LINES);
    expect(tally).toMatchObject({ created: 2, waiting: 2, refused: 0 });
    expect(errors).toEqual([]);
    expect(fieldsOf(org, 'CS_NPS_Inbox__c')).toMatchObject([
      { CS_Email__c: 'two@x.example', CS_Score__c: 3, CS_Status__c: 'Waiting' },
      { CS_Email__c: 'who@x.example', CS_Score__c: 7 },
    ]);
  });
});

test('ARR of any day of a month stands for its first, and this month is left to the companion', async () => {
  const { org, errors, run } = setupImports();
  const account = org.addAccount('A-1');
  await run('arr', ['account,month,arr,arr year ago', 'A-1,2025-11-30,900,1000', 'A-1,2026-11-01,1000,']);
  expect(fieldsOf(org, 'CS_Account_Snapshot__c')).toEqual([
    expect.objectContaining({
      CS_Key__c: `${account}:2025-11`,
      CS_As_Of__c: '2025-11-01',
      CS_ARR__c: 900,
      CS_Retained_ARR__c: 900,
      CS_Status__c: 'Active',
    }),
  ]);
  expect(errors).toEqual([expect.stringContaining('3|month|2026-11-01|a month before this one')]);
});

test('lines of usage are added up by account and day, in whatever order they come', async () => {
  const { org, store, days, run } = setupImports();
  const account = org.addAccount('A-1');
  const { tally } = await run('usage', [
    'account,day,feature,count,users',
    'A-1,2026-11-01,reports,5,10',
    'A-1,2026-11-02,reports,1,',
    'A-1,2026-11-01,reports,2,12',
    'A-1,2026-11-01,exports,,',
  ]);
  expect(days.flat()).toEqual([
    expect.objectContaining({
      accountId: account,
      day: '2026-11-01',
      activeUsers: 12,
      logins: null,
      features: { reports: 7, exports: 1 },
    }),
    expect.objectContaining({ day: '2026-11-02', activeUsers: null, features: { reports: 1 } }),
  ]);
  expect(tally).toMatchObject({ usageLines: 4, usageDays: 2 });
  expect(store.lines.size).toBe(0);
});

test('a usage period that has not ended yet is refused', async () => {
  const { org, errors, run } = setupImports();
  org.addAccount('A-1');
  await run('usage-periods', ['account,start,days,users', 'A-1,2026-10-01,31,5', 'A-1,2026-11-01,30,5']);
  expect(fieldsOf(org, 'CS_Usage_Snapshot__c')).toHaveLength(1);
  expect(errors).toEqual(['3|periodDays|30|a period that has ended']);
});

test('a dry run says what would become of each row, and writes and keeps nothing', async () => {
  const { org, store, days, run } = setupImports();
  await run('accounts', ['key,name', 'A-1,Linden']);
  const before = org.writes;
  const { tally } = await run('accounts', ['key,name', 'A-1,Other', 'B-1,New', 'C-1,'], { dryRun: true });
  await run('usage', ['account,day,users', 'A-1,2026-11-01,5'], { dryRun: true });
  expect(tally).toMatchObject({ created: 1, updated: 1, refused: 1 });
  expect(org.writes).toBe(before);
  expect(store.runs).toHaveLength(1);
  expect(days).toEqual([]);
});

describe('an import that was cut off', () => {
  const LINES = [
    'account,score,date',
    ...Array.from({ length: 2 * BATCH_ROWS + 500 }, (_, index) => {
      const day = new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10);
      return `A-1,${index % 7 === 0 ? 101 : index % 100},${day}`;
    }),
  ];

  test.each([1, 0.8 * BATCH_ROWS, BATCH_ROWS + 1, 1.75 * BATCH_ROWS])(
    'at write %i and resumed ends as if it had not been: nothing lost, nothing twice',
    async (crash) => {
      const whole = setupImports();
      whole.org.addAccount('A-1');
      await whole.run('health', LINES);

      const cut = setupImports();
      cut.org.addAccount('A-1');
      cut.org.beforeWrite = () => {
        if (cut.org.writes === crash) throw new Error('power lost');
      };
      await expect(cut.run('health', LINES)).rejects.toThrow('power lost');
      cut.errors.push('half a line that was written after the last batch');
      cut.org.beforeWrite = () => undefined;
      const { tally } = await cut.run('health', LINES, { resume: true });

      expect(fieldsOf(cut.org, 'CS_Health_Score__c')).toEqual(fieldsOf(whole.org, 'CS_Health_Score__c'));
      expect(cut.errors).toEqual(whole.errors);
      expect(tally.rows).toBe(LINES.length - 1);
      expect(tally.created + tally.unchanged + tally.refused).toBe(LINES.length - 1);
      expect(cut.org.writes).toBe(whole.org.writes);
    },
  );

  test('that is told to stop ends after its batch, and goes on from there', async () => {
    const { org, store, stopping, run } = setupImports();
    org.addAccount('A-1');
    org.beforeWrite = () => stopping.abort();
    const { isDone } = await run('health', LINES);
    expect(isDone).toBe(false);
    expect(store.runs[0]?.line).toBe(BATCH_ROWS + 1);
  });
});

test('long rows are carried out fewer at a time', async () => {
  const { org, store, run } = setupImports();
  const lines = Array.from({ length: 5 }, (_, index) => `A-${index},Name,${'x'.repeat(30_000)}`);
  const few = Math.ceil(BATCH_CHARACTERS / 30_006);
  await run('accounts', ['key,name,description', ...lines]);
  expect(store.saves).toBe(1);
  expect(org.writes).toBe(5);
  const many = Array.from({ length: few + 1 }, (_, index) => `B-${index},Name,${'x'.repeat(30_000)}`);
  await run('accounts', ['key,name,description', ...many]);
  expect(store.saves).toBe(3);
  expect(org.writes).toBe(5 + few + 1);
});
