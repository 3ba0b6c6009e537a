import { describe, expect, test } from '@jest/globals';
import { memoryOrg, type MemoryOrg } from '../org-client/testing/memory-org.ts';
import { buildDemo } from './build-demo.ts';
import { loadDemoRecords } from './load-demo-records.ts';
import type { PersonaIds } from './load-personas.ts';
import { PERSONAS } from './personas.ts';

const USERS = Object.fromEntries(PERSONAS.map(({ key }) => [key, `id of ${key}`])) as PersonaIds;
const OBJECTS = ['Account', 'Contact', 'CS_Health_Score__c', 'CS_Usage_Snapshot__c', 'Case', 'Task', 'Event'];
const silent = (): void => undefined;
const sizes = (org: MemoryOrg): number[] => OBJECTS.map((object) => org.all(object).length);

describe('loadDemoRecords', () => {
  test('hangs every record below its account and gives it to the account’s CSM', async () => {
    const org = memoryOrg();
    await loadDemoRecords(org, buildDemo('2026-11-22'), USERS, silent);

    const owners = new Map(org.all('Account').map((account) => [account.Id, account['OwnerId']]));
    expect(owners.size).toBe(42);
    for (const [object, parent] of [
      ['Contact', 'AccountId'],
      ['Case', 'AccountId'],
      ['Task', 'WhatId'],
    ] as const) {
      expect(org.all(object).length).toBeGreaterThan(0);
      expect(
        org.all(object).filter((record) => record['OwnerId'] !== owners.get(String(record[parent]))),
      ).toEqual([]);
    }
    expect(
      org.all('CS_Health_Score__c').filter((score) => !owners.has(String(score['CS_Account__c']))),
    ).toEqual([]);
  });

  test('puts the accounts of a family below their parent', async () => {
    const org = memoryOrg();
    await loadDemoRecords(org, buildDemo('2026-11-22'), USERS, silent);
    const named = new Map(org.all('Account').map((account) => [account['Name'], account]));
    const children = org.all('Account').filter((account) => account['ParentId']);
    expect(children.map((account) => account['Name']).toSorted()).toEqual([
      'Copperline Mining',
      'Evergreen Timber',
      'Ironbridge Steel',
    ]);
    expect(
      children.every((child) => child['ParentId'] === named.get('Granite Construction Partners')?.Id),
    ).toBe(true);
  });

  test('run again on a later day moves the demo on and doubles nothing', async () => {
    const org = memoryOrg();
    await loadDemoRecords(org, buildDemo('2026-11-22'), USERS, silent);
    const before = sizes(org);
    const renewal = org.all('Account')[0]!['CS_Renewal_Date__c'];

    await loadDemoRecords(org, buildDemo('2026-11-29'), USERS, silent);

    expect(sizes(org)).toEqual(before);
    expect(String(org.all('Account')[0]!['CS_Renewal_Date__c']) > String(renewal)).toBe(true);
  });

  test('sends the days of a case only where the org lets them be set', async () => {
    const strict = memoryOrg();
    await loadDemoRecords(strict, buildDemo('2026-11-22'), USERS, silent);
    expect(strict.all('Case').filter((one) => 'CreatedDate' in one || 'ClosedDate' in one)).toEqual([]);

    const open = memoryOrg({ createable: { Case: ['CreatedDate', 'ClosedDate'] } });
    await loadDemoRecords(open, buildDemo('2026-11-22'), USERS, silent);
    expect(open.all('Case').every((one) => 'CreatedDate' in one)).toBe(true);
  });

  test('names the contact who gave an NPS answer', async () => {
    const org = memoryOrg();
    await loadDemoRecords(org, buildDemo('2026-11-22'), USERS, silent);
    const accountOf = new Map(org.all('Contact').map((contact) => [contact.Id, contact['AccountId']]));
    const answers = org.all('CS_NPS_Response__c');
    expect(answers.length).toBeGreaterThan(100);
    expect(
      answers.filter((one) => accountOf.get(String(one['CS_Contact__c'])) !== one['CS_Account__c']),
    ).toEqual([]);
  });

  test('leaves notes out where the org would date them today', async () => {
    const strict = memoryOrg();
    expect((await loadDemoRecords(strict, buildDemo('2026-11-22'), USERS, silent)).notes).toBe(0);

    const open = memoryOrg({ createable: { CS_Note__c: ['CreatedDate'] } });
    const { notes } = await loadDemoRecords(open, buildDemo('2026-11-22'), USERS, silent);
    expect(open.all('CS_Note__c')).toHaveLength(notes);
    expect(notes).toBeGreaterThan(20);
  });

  test('hangs the steps of a playbook below its run, and the run below its account and playbook', async () => {
    const playbook = { Id: 'rescue', CS_Key__c: 'starter-at-risk-rescue' };
    const org = memoryOrg({ records: { CS_Playbook__c: [playbook] } });
    const { playbookRuns } = await loadDemoRecords(org, buildDemo('2026-11-22'), USERS, silent);
    const runs = org.all('CS_Playbook_Run__c');
    expect(runs).toHaveLength(playbookRuns);
    const rescue = runs.find(({ Name }) => Name === 'At-risk rescue')!;
    expect(rescue).toMatchObject({ CS_Playbook__c: 'rescue', CS_Assigned_To__c: USERS.dana });
    expect(org.all('Account').map(({ Id }) => Id)).toContain(rescue['CS_Account__c']);
    const steps = org.all('CS_Playbook_Run_Step__c').filter((step) => step['CS_Run__c'] === rescue.Id);
    expect(steps.map((step) => step['CS_Order__c'])).toEqual([1, 2, 3, 4, 5, 6]);
    const done = steps.map((step) => step['CS_Completed_By__c']);
    expect(done).toEqual([USERS.dana, USERS.dana, null, null, null, null]);
  });

  test('loads the workload of the weeks before, and leaves days alone that are there', async () => {
    const key = `${USERS.dana}:2026-11-21`;
    const org = memoryOrg({
      records: { CS_Workload__c: [{ Id: 'own', CS_Key__c: key, CS_Accounts__c: 99 }] },
    });
    const { workloads } = await loadDemoRecords(org, buildDemo('2026-11-22'), USERS, silent);
    expect(workloads).toBe(3 * 84);
    expect(org.all('CS_Workload__c').filter((day) => day['CS_Key__c'] === key)).toEqual([
      { Id: 'own', CS_Key__c: key, CS_Accounts__c: 99 },
    ]);
  });

  test('stops at the first record that the org refuses, and says which', async () => {
    const org = memoryOrg({ refuse: (object) => (object === 'Case' ? 'INVALID_FIELD: no' : undefined) });
    await expect(loadDemoRecords(org, buildDemo('2026-11-22'), USERS, silent)).rejects.toThrow(
      /^The org refused Case \(CS_External_Key__c demo:northwind-logistics:case:0\): INVALID_FIELD: no$/,
    );
  });
});
