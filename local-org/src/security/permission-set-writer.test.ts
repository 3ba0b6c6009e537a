import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { customerOrg, type CustomerOrg } from '../records/customer-org.ts';
import type { PermissionSetDef } from './types.ts';

let kit: CustomerOrg;

beforeEach(() => {
  kit = customerOrg();
});
afterEach(() => kit.org.close());

const scores: PermissionSetDef = {
  ...{ name: 'Editor', label: 'Score Editor', objectPermissions: [], systemPermissions: ['ViewAllData'] },
  ...{ tabSettings: [], applicationVisibilities: [] },
  fieldPermissions: [{ field: 'Account.Score__c', readable: true, editable: false }],
};

const find = (name: string) =>
  kit.org.queries.soql(kit.admin(), `SELECT Id, Label FROM PermissionSet WHERE Name = '${name}'`).records;

describe('saving a permission set', () => {
  test('again keeps its Id and assignments, and changes what its holders may do at once', () => {
    const user = kit.addUser('holder');
    const [before] = find('Editor');
    expect([user().canField('Account', 'Tier__c', 'edit'), user().viewAllData]).toEqual([true, false]);
    kit.org.permissionSets.savePermissionSet(scores);
    expect(find('Editor')).toMatchObject([{ Id: before?.Id, Label: 'Score Editor' }]);
    expect(user().canField('Account', 'Tier__c', 'read')).toBe(false);
    expect([
      user().canField('Account', 'Score__c', 'read'),
      user().canField('Account', 'Score__c', 'edit'),
    ]).toEqual([true, false]);
    expect([
      user().viewAllData,
      user().canObject('Wish__c', 'read'),
      user().canObject('Wish__c', 'edit'),
    ]).toEqual([true, true, false]);
  });

  test('is undone with its transaction', () => {
    const user = kit.addUser('holder');
    expect(() =>
      kit.org.records.transaction(() => {
        kit.org.permissionSets.savePermissionSet(scores);
        expect(user().canField('Account', 'Tier__c', 'read')).toBe(false);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(user().canField('Account', 'Tier__c', 'read')).toBe(true);
  });
});

test('removing a permission set takes its assignments along', () => {
  const user = kit.addUser('holder');
  kit.org.permissionSets.removePermissionSet('Editor');
  expect(find('Editor')).toEqual([]);
  expect(kit.org.queries.soql(kit.admin(), 'SELECT Id FROM PermissionSetAssignment').totalSize).toBe(0);
  expect(user().canField('Account', 'Tier__c', 'read')).toBe(false);
});
