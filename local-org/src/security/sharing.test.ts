import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { customerOrg, type CustomerOrg } from '../records/customer-org.ts';
import type { UserContext } from './types.ts';

let kit: CustomerOrg;

beforeEach(() => {
  kit = customerOrg();
});
afterEach(() => kit.org.close());

const see = (user: UserContext, object: string) =>
  kit.org.queries.soql(user, `SELECT Id FROM ${object}`).records.map(({ Id }) => Id);

describe('a private record', () => {
  test('is seen and changed by its owner, those above her, and the administrator', () => {
    const top = kit.addRole('Director');
    const middle = kit.addRole('Manager', top);
    const low = kit.addRole('CSM', middle);
    const owner = kit.addUser('owner', { roleId: low });
    const director = kit.addUser('director', { roleId: top });
    const peer = kit.addUser('peer', { roleId: low });
    const roleless = kit.addUser('roleless');
    const { id } = kit.org.records.create(owner(), 'Wish__c', { Name: 'More' });

    const seen = [owner, director, kit.admin, peer, roleless].map((user) => see(user(), 'Wish__c').length);
    expect(seen).toEqual([1, 1, 1, 0, 0]);
    kit.org.records.update(director(), 'Wish__c', id, { Name: 'Less' });
    expect(() => kit.org.records.update(peer(), 'Wish__c', id, { Name: 'None' })).toThrow(
      'invalid cross reference id',
    );
    expect(kit.org.canAccessRecord(roleless(), 'Wish__c', id, 'edit')).toBe(false);
  });

  test('is seen through View All on its object', () => {
    const reader = kit.addUser('reader', { editor: false });
    kit.org.records.create(kit.admin(), 'Wish__c', {});
    kit.org.permissionSets.savePermissionSet({
      ...{ name: 'Reader', label: 'Reader', fieldPermissions: [], systemPermissions: [] },
      ...{ tabSettings: [], applicationVisibilities: [] },
      objectPermissions: [
        {
          object: 'Wish__c',
          read: true,
          create: false,
          edit: false,
          delete: false,
          viewAll: true,
          modifyAll: false,
        },
      ],
    });
    const [set] = kit.org.queries.soql(
      kit.admin(),
      "SELECT Id FROM PermissionSet WHERE Name = 'Reader'",
    ).records;
    expect(() => see(reader(), 'Wish__c')).toThrow("sObject type 'Wish__c' is not supported");
    kit.org.records.create(kit.admin(), 'PermissionSetAssignment', {
      ...{ AssigneeId: reader().userId, PermissionSetId: String(set?.Id) },
    });
    const [id] = see(reader(), 'Wish__c');
    expect(id).toBeDefined();
    expect(() => kit.org.records.update(reader(), 'Wish__c', String(id), { Name: 'Mine' })).toThrow(
      'insufficient access rights on object id',
    );
  });
});

describe('a public record', () => {
  test('is changed by everyone, and deleted by its owner alone', () => {
    const [one, two] = [kit.addUser('one'), kit.addUser('two')];
    const { id } = kit.org.records.create(one(), 'Account', { Name: 'Acme' });
    kit.org.records.update(two(), 'Account', id, { Name: 'Acme Inc' });
    expect(() => kit.org.records.delete(two(), 'Account', id)).toThrow('insufficient access rights');
    kit.org.records.delete(one(), 'Account', id);
    expect(see(one(), 'Account')).toEqual([]);
  });
});

describe('a detail record', () => {
  test('goes with its parent', () => {
    const [one, two] = [kit.addUser('one'), kit.addUser('two')];
    const { id } = kit.org.records.create(one(), 'Account', { Name: 'Acme' });
    const visit = kit.org.records.create(one(), 'Visit__c', { Account__c: id }).id;
    expect(see(two(), 'Visit__c')).toEqual([visit]);
    const account = kit.org.schema.object('Account');
    if (!account) throw new Error('no Account');
    kit.org.schemaWriter.saveObject({ ...account, sharingModel: 'Private' });
    expect([see(two(), 'Visit__c'), see(one(), 'Visit__c')]).toEqual([[], [visit]]);
  });
});

describe('a task', () => {
  test('is seen by those who see what it is about, and changed by its owner', () => {
    const [one, two] = [kit.addUser('one'), kit.addUser('two')];
    const account = kit.org.records.create(one(), 'Account', { Name: 'Acme' }).id;
    const about = kit.org.records.create(one(), 'Task', { Subject: 'Call', WhatId: account }).id;
    kit.org.records.create(one(), 'Task', { Subject: 'Private matter' });
    expect(see(two(), 'Task')).toEqual([about]);
    expect(() => kit.org.records.update(two(), 'Task', about, { Status: 'Completed' })).toThrow(
      'insufficient access rights',
    );
  });
});

describe('field-level security', () => {
  test('hides custom fields from whoever was not granted them, the administrator included', () => {
    const plain = kit.addUser('plain', { editor: false });
    expect([kit.admin(), plain()].map((user) => user.canField('Account', 'Score__c', 'read'))).toEqual([
      true,
      false,
    ]);
    expect(kit.admin().canField('Account', 'Secret__c', 'read')).toBe(false);
    expect(() => kit.org.queries.soql(plain(), 'SELECT Score__c FROM Account')).toThrow(
      "No such column 'Score__c'",
    );
  });

  test('leaves standard, required and master-detail fields with their object', () => {
    const user = kit.addUser('user')();
    expect(user.canField('Account', 'Industry', 'edit')).toBe(true);
    expect(user.canField('Visit__c', 'Account__c', 'read')).toBe(true);
    expect(user.canField('Account', 'CreatedDate', 'edit')).toBe(false);
  });
});

describe('the right to a setup object', () => {
  test('is the administrator’s', () => {
    const user = kit.addUser('user');
    expect(() => kit.org.records.create(user(), 'UserRole', { Name: 'Boss' })).toThrow('cannot be inserted');
    expect(() => kit.org.records.update(user(), 'User', kit.org.adminId, { Title: 'x' })).toThrow(
      'insufficient access rights',
    );
    expect(() => kit.org.records.delete(kit.admin(), 'User', user().userId)).toThrow(
      'insufficient access rights',
    );
  });
});
