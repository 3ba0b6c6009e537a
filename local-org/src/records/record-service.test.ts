import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { customerOrg, type CustomerOrg } from './customer-org.ts';
import { refusalOf } from './refusal.ts';

let kit: CustomerOrg;
const create: CustomerOrg['create'] = (...record) => kit.create(...record);
const read: CustomerOrg['read'] = (...record) => kit.read(...record);

beforeEach(() => {
  kit = customerOrg();
});
afterEach(() => kit.org.close());

describe('updating a record', () => {
  test('changes what is sent, takes a 15-character Id, and stamps the record', () => {
    const id = create('Account', { Name: 'Acme', Industry: 'Media' });
    const csm = kit.addUser('csm');
    kit.org.records.update(csm(), 'account', id.slice(0, 15), { industry: null });
    expect(read('Account', id, 'Name', 'Industry', 'LastModifiedById')).toMatchObject({
      Name: 'Acme',
      Industry: null,
      LastModifiedById: csm().userId,
    });
  });

  test('refuses to move a detail record to another parent', () => {
    const [one, two] = ['One', 'Two'].map((name) => create('Account', { Name: name }));
    const visit = create('Visit__c', { Account__c: one ?? null });
    expect(
      refusalOf(() => kit.org.records.update(kit.admin(), 'Visit__c', visit, { Account__c: two ?? null }))[0],
    ).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
  });

  test('refuses an unknown, a deleted and a malformed Id, each in its own words', () => {
    const update = (id: string) =>
      refusalOf(() => kit.org.records.update(kit.admin(), 'Account', id, { Name: 'B' }))[0];
    const id = create('Account', { Name: 'Acme' });
    kit.org.records.delete(kit.admin(), 'Account', id);
    expect([update('001Tn000000zzzz'), update(id), update('nonsense')]).toEqual([
      'INVALID_CROSS_REFERENCE_KEY',
      'ENTITY_IS_DELETED',
      'MALFORMED_ID',
    ]);
  });
});

describe('upserting a record', () => {
  test('creates it the first time and updates it the second', () => {
    const upsert = (name: string) =>
      kit.org.records.upsert(kit.admin(), 'Account', 'Key__c', 'A-1', { Name: name });
    const first = upsert('One');
    expect(first.created).toBe(true);
    expect(upsert('Two')).toEqual({ id: first.id, created: false });
    expect(read('Account', first.id, 'Name', 'Key__c')).toMatchObject({ Name: 'Two', Key__c: 'A-1' });
  });

  test('refuses a field that is no external id', () => {
    expect(refusalOf(() => kit.org.records.upsert(kit.admin(), 'Account', 'Name', 'x', {}))).toEqual([
      'NOT_FOUND',
      'Provided external ID field does not exist or is not accessible: Name',
    ]);
  });
});

describe('deleting a record', () => {
  const count = (soql: string) => kit.org.queries.soql(kit.admin(), soql).totalSize;

  test('takes details and contacts along, and empties lookups', () => {
    const parent = create('Account', { Name: 'Parent' });
    const child = create('Account', { Name: 'Child', ParentId: parent });
    create('Visit__c', { Account__c: parent });
    create('Contact', { LastName: 'Lee', AccountId: parent });
    kit.org.records.delete(kit.admin(), 'Account', parent);
    expect(count('SELECT Id FROM Visit__c') + count('SELECT Id FROM Contact')).toBe(0);
    expect(read('Account', child, 'ParentId')?.ParentId).toBeNull();
  });

  test('is refused while a case refers to the account, and changes nothing', () => {
    const id = create('Account', { Name: 'Acme' });
    create('Visit__c', { Account__c: id });
    create('Case', { Subject: 'Broken', AccountId: id });
    expect(refusalOf(() => kit.org.records.delete(kit.admin(), 'Account', id))).toEqual([
      'DELETE_FAILED',
      'Your attempt to delete Acme could not be completed because it is associated with the following cases.: 00000001',
    ]);
    expect(count('SELECT Id FROM Visit__c')).toBe(1);
  });

  test('frees a unique value for another record', () => {
    const id = create('Account', { Name: 'One', Key__c: 'A-1' });
    kit.org.records.delete(kit.admin(), 'Account', id);
    expect(create('Account', { Name: 'Two', Key__c: 'A-1' })).not.toBe(id);
  });
});

describe('a transaction', () => {
  test('takes back everything, its inner ones included, when it throws', () => {
    const { records } = kit.org;
    expect(() =>
      records.transaction(() => {
        create('Account', { Name: 'Outer' });
        records.transaction(() => create('Account', { Name: 'Inner' }));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(kit.org.queries.soql(kit.admin(), 'SELECT Id FROM Account').totalSize).toBe(0);
  });

  test('keeps what stands outside an inner one that failed', () => {
    const { records } = kit.org;
    records.transaction(() => {
      create('Account', { Name: 'Kept' });
      expect(() => create('Account', {})).toThrow('Required fields');
      expect(() =>
        records.transaction(() => {
          create('Account', { Name: 'Lost' });
          throw new Error('stop');
        }),
      ).toThrow('stop');
    });
    expect(kit.org.queries.soql(kit.admin(), 'SELECT Name FROM Account').records).toMatchObject([
      { Name: 'Kept' },
    ]);
  });
});

test('an object without a recycle bin deletes for good, and has no IsDeleted', () => {
  const role = kit.addRole('CSM');
  kit.org.records.delete(kit.admin(), 'UserRole', role);
  expect(kit.org.queries.soql(kit.admin(), 'SELECT Id FROM UserRole').totalSize).toBe(0);
  expect(() => kit.org.queries.soql(kit.admin(), 'SELECT IsDeleted FROM User')).toThrow(
    "No such column 'IsDeleted'",
  );
});
