import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { customerOrg, type CustomerOrg } from './customer-org.ts';
import type { RecordInput } from './types.ts';

const NOW = '2026-11-22T10:00:00.000+0000';
const LONG_AGO = '2026-03-01T08:30:00.000+0000';

let kit: CustomerOrg;
const read: CustomerOrg['read'] = (...record) => kit.read(...record);

beforeEach(() => {
  kit = customerOrg();
});
afterEach(() => kit.org.close());

function insert(object: string, values: RecordInput, user = kit.admin()): string {
  return kit.org.records.create(user, object, values, { auditFields: true }).id;
}

describe('with Set Audit Fields upon Record Creation, an insert', () => {
  beforeEach(() => kit.grantSystemPermission(kit.org.adminId, 'CreateAuditFields'));

  test('keeps who made and changed a record and when, and is still seen by readers of what is new', () => {
    const author = kit.addUser('author')().userId;
    const id = insert('Account', {
      ...{ Name: 'Acme', CreatedDate: '2026-03-01T08:30:00Z', CreatedById: author },
      ...{ LastModifiedDate: '2026-04-01T08:30:00Z', LastModifiedById: author },
    });
    const fields = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];
    expect(read('Account', id, ...fields)).toMatchObject({
      ...{ CreatedDate: LONG_AGO, CreatedById: author, LastModifiedById: author },
      ...{ LastModifiedDate: '2026-04-01T08:30:00.000+0000', SystemModstamp: NOW },
    });
  });

  test('fills in what is not sent, on custom objects too', () => {
    const id = insert('Wish__c', { CreatedDate: '2026-03-01T08:30:00Z', LastModifiedById: null });
    expect(read('Wish__c', id, 'CreatedDate', 'LastModifiedDate', 'LastModifiedById')).toMatchObject({
      ...{ CreatedDate: LONG_AGO, LastModifiedDate: NOW, LastModifiedById: kit.org.adminId },
    });
  });

  test('takes the day on which a case was closed', () => {
    const days = { CreatedDate: '2026-03-01T08:30:00Z', ClosedDate: '2026-03-04T16:00:00Z' };
    const id = insert('Case', { Status: 'Closed', ...days });
    expect(read('Case', id, 'ClosedDate', 'IsClosed')).toMatchObject({
      ...{ ClosedDate: '2026-03-04T16:00:00.000+0000', IsClosed: true },
    });
  });

  test('takes no change of a task that is about an account', () => {
    const WhatId = insert('Account', { Name: 'Acme' });
    const days = { CreatedDate: '2026-03-01T08:30:00Z', LastModifiedDate: '2026-03-02T08:30:00Z' };
    const id = insert('Task', {
      Subject: 'Call',
      Status: 'Not Started',
      Priority: 'Normal',
      WhatId,
      ...days,
    });
    expect(read('Task', id, 'CreatedDate', 'LastModifiedDate')).toMatchObject({
      ...{ CreatedDate: LONG_AGO, LastModifiedDate: NOW },
    });
  });

  test.each<[string, RecordInput, string]>([
    [
      'a beginning in the future',
      { CreatedDate: '2026-11-23T00:00:00Z' },
      'Created Date: cannot be in the future',
    ],
    [
      'a change before the beginning',
      { CreatedDate: '2026-03-02T00:00:00Z', LastModifiedDate: '2026-03-01T00:00:00Z' },
      'Last Modified Date: cannot be before Created Date',
    ],
    [
      'an end before the beginning',
      { Status: 'Closed', CreatedDate: '2026-03-02T00:00:00Z', ClosedDate: '2026-03-01T00:00:00Z' },
      'Closed Date: cannot be before Created Date',
    ],
    [
      'an end of what is open',
      { ClosedDate: '2026-03-01T00:00:00Z' },
      'Closed Date: cannot be set on an open record',
    ],
    ['an author who does not exist', { CreatedById: '005Tn000000zzzz' }, 'invalid cross reference id'],
    [
      'a modstamp',
      { SystemModstamp: '2026-03-01T00:00:00Z' },
      'Unable to create/update fields: SystemModstamp',
    ],
  ])('refuses %s', (_what, values, message) => {
    expect(() => insert('Case', values)).toThrow(message);
  });

  test('is the only write that takes them: an update, an upsert and a create of other APIs refuse', () => {
    const { records } = kit.org;
    const values = { Name: 'Acme', CreatedDate: '2026-03-01T08:30:00Z' };
    const id = insert('Account', values);
    const refusal = 'Unable to create/update fields: CreatedDate';
    expect(() => records.update(kit.admin(), 'Account', id, values)).toThrow(refusal);
    expect(() => records.upsert(kit.admin(), 'Account', 'Key__c', 'A-1', values)).toThrow(refusal);
    expect(() => records.create(kit.admin(), 'Account', values)).toThrow(refusal);
  });

  test('leaves objects alone whose history the platform keeps', () => {
    expect(() => insert('UserRole', { Name: 'Boss', CreatedDate: '2026-03-01T08:30:00Z' })).toThrow(
      'Unable to create/update fields: CreatedDate',
    );
  });
});

describe('without Set Audit Fields upon Record Creation, or without Modify All Data, an insert', () => {
  test('refuses them in the words for a field that is not writable', () => {
    const user = kit.addUser('loader');
    kit.grantSystemPermission(user().userId, 'CreateAuditFields');
    for (const who of [kit.admin, user]) {
      expect(() => insert('Account', { Name: 'Acme', CreatedDate: '2026-03-01T08:30:00Z' }, who())).toThrow(
        'Unable to create/update fields: CreatedDate',
      );
    }
  });
});
