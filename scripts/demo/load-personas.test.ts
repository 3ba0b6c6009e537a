import { describe, expect, test } from '@jest/globals';
import type { SavedFields } from '../org-client/org-client.ts';
import { LOADER_ID, memoryOrg, type MemoryOrg } from '../org-client/testing/memory-org.ts';
import { loadPersonas } from './load-personas.ts';
import { PERSONAS } from './personas.ts';

const named = (...names: string[]): SavedFields[] =>
  names.map((name) => ({ Id: `id of ${name}`, Name: name }));

function orgWith(
  profiles: readonly string[],
  permissionSets = ['CS_User', 'CS_Manager', 'CS_Admin', 'CS_Companion', 'CS_Import'],
): MemoryOrg {
  return memoryOrg({
    records: {
      Profile: named(...profiles),
      PermissionSet: named(...permissionSets),
      PermissionSetLicense: [{ Id: 'id of the license', DeveloperName: 'SalesforceAPIIntegrationPsl' }],
    },
  });
}

const PROFILES = ['System Administrator', 'Standard User', 'Minimum Access - Salesforce'];
const silent = (): void => undefined;
const user = (org: MemoryOrg, name: string): SavedFields =>
  org.all('User').find((one) => String(one['Username']).startsWith(name))!;

describe('loadPersonas', () => {
  test('makes every persona a user with a role, a profile and the permission set it needs', async () => {
    const org = orgWith(PROFILES);
    await loadPersonas(org, silent);

    expect(org.all('User')).toHaveLength(PERSONAS.length);
    const roles = Object.fromEntries(org.all('UserRole').map((role) => [role['DeveloperName'], role]));
    expect(roles['CSM']!['ParentRoleId']).toBe(roles['CS_Manager']!.Id);
    expect(user(org, 'dana')).toMatchObject({
      UserRoleId: roles['CSM']!.Id,
      ProfileId: 'id of Standard User',
      Username: 'dana.reyes@demo.tenure.example',
    });
    expect(org.all('PermissionSetAssignment')).toContainEqual(
      expect.objectContaining({
        AssigneeId: user(org, 'companion').Id,
        PermissionSetId: 'id of CS_Companion',
      }),
    );
  });

  test('lets CSMs report to the manager, and nobody else', async () => {
    const org = orgWith(PROFILES);
    await loadPersonas(org, silent);
    const helen = user(org, 'helen').Id;
    for (const name of ['dana', 'marcus', 'priya']) expect(user(org, name)['ManagerId']).toBe(helen);
    expect(user(org, 'helen')['ManagerId'] ?? null).toBeNull();
    expect(user(org, 'omar')['ManagerId'] ?? null).toBeNull();
  });

  test('gives the user without rights no permission set', async () => {
    const org = orgWith(PROFILES);
    await loadPersonas(org, silent);
    const assignees = org.all('PermissionSetAssignment').map((assignment) => assignment['AssigneeId']);
    expect(assignees).not.toContain(user(org, 'nora').Id);
  });

  test('lets the loading user see and set every field that it loads', async () => {
    const org = orgWith(PROFILES);
    await loadPersonas(org, silent);
    expect(org.all('PermissionSetAssignment')).toContainEqual(
      expect.objectContaining({ AssigneeId: LOADER_ID, PermissionSetId: 'id of CS_Admin' }),
    );
  });

  test('takes the profile with the fewest rights that the org has for the integration user', async () => {
    const org = orgWith([...PROFILES, 'Minimum Access - API Only Integrations']);
    await loadPersonas(org, silent);
    expect(user(org, 'companion')['ProfileId']).toBe('id of Minimum Access - API Only Integrations');
    expect(org.all('PermissionSetLicenseAssign')).toEqual([
      expect.objectContaining({
        AssigneeId: user(org, 'companion').Id,
        PermissionSetLicenseId: 'id of the license',
      }),
    ]);
  });

  test('assigns no license where no user is of the Integration license', async () => {
    const org = orgWith(PROFILES);
    await loadPersonas(org, silent);
    expect(org.all('PermissionSetLicenseAssign')).toEqual([]);
  });

  test('run twice makes nobody twice', async () => {
    const org = orgWith(PROFILES);
    const first = await loadPersonas(org, silent);
    const sizes = ['User', 'UserRole', 'PermissionSetAssignment'].map((object) => org.all(object).length);
    const second = await loadPersonas(org, silent);
    expect(second).toEqual(first);
    expect(['User', 'UserRole', 'PermissionSetAssignment'].map((object) => org.all(object).length)).toEqual(
      sizes,
    );
  });

  test('says which profile is missing, and for whom', async () => {
    await expect(loadPersonas(orgWith(['System Administrator']), silent)).rejects.toThrow(
      'The org has no profile "Standard User", which the demo user dana.reyes@demo.tenure.example needs.',
    );
  });

  test('says that force-app is not deployed when its permission sets are missing', async () => {
    await expect(
      loadPersonas(orgWith(PROFILES, ['CS_User', 'CS_Manager', 'CS_Admin', 'CS_Import']), silent),
    ).rejects.toThrow('The org has no permission set "CS_Companion", which force-app deploys.');
  });
});

test('no two personas share a username or an alias', () => {
  for (const field of ['username', 'alias'] as const) {
    expect(new Set(PERSONAS.map((persona) => persona[field])).size).toBe(PERSONAS.length);
  }
});

test('aliases fit the eight characters that an org allows', () => {
  expect(PERSONAS.filter(({ alias }) => alias.length > 8)).toEqual([]);
});
