import { expect, test } from '@jest/globals';
import { memoryOrg, type MemoryOrg } from '../org-client/testing/memory-org.ts';
import { loadGeneratedRecords } from './load-generated.ts';

const TODAY = '2026-11-22';
const silent = (): void => undefined;
const OBJECTS = ['User', 'Account', 'CS_Usage_Snapshot__c', 'Case', 'Task', 'CS_Workload__c'];
const sizes = (org: MemoryOrg): number[] => OBJECTS.map((object) => org.all(object).length);

function emptyOrg(refuse?: (object: string) => string | undefined): MemoryOrg {
  const named = (names: string[]) => names.map((Name) => ({ Id: `id of ${Name}`, Name }));
  return memoryOrg({
    records: {
      Profile: named(['Standard User', 'System Administrator', 'Minimum Access - Salesforce']),
      PermissionSet: named(['CS_User', 'CS_Admin', 'CS_Companion', 'CS_Import', 'CS_Manager']),
    },
    ...(refuse ? { refuse } : {}),
  });
}

test('loads accounts with what hangs below them, each owned by its CSM', async () => {
  const org = emptyOrg();
  await loadGeneratedRecords(org, 60, silent, TODAY);
  expect(org.all('Account')).toHaveLength(60);
  expect(org.all('CS_Usage_Snapshot__c')).toHaveLength(120);
  const owners = new Map(org.all('Account').map((account) => [account.Id, account['OwnerId']]));
  expect(org.all('Task').length).toBeGreaterThanOrEqual(60);
  expect(org.all('Task').filter((task) => task['OwnerId'] !== owners.get(String(task['WhatId'])))).toEqual(
    [],
  );
  expect(org.all('CS_Workload__c').length % 84).toBe(0);
});

test('run again doubles nothing', async () => {
  const org = emptyOrg();
  await loadGeneratedRecords(org, 60, silent, TODAY);
  const before = sizes(org);
  await loadGeneratedRecords(org, 60, silent, TODAY);
  expect(sizes(org)).toEqual(before);
});

test('stops at the first record that the org refuses, and says which and why', async () => {
  const org = emptyOrg((object) => (object === 'Case' ? 'INVALID_FIELD: no' : undefined));
  await expect(loadGeneratedRecords(org, 60, silent, TODAY)).rejects.toThrow(
    /^The org refused Case \(CS_External_Key__c generated:\d{6}:case\): INVALID_FIELD: no$/,
  );
});
