import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { customerOrg, type CustomerOrg } from '../customer-org.ts';

let kit: CustomerOrg;
const create: CustomerOrg['create'] = (...record) => kit.create(...record);
const read: CustomerOrg['read'] = (...record) => kit.read(...record);

beforeEach(() => {
  kit = customerOrg();
});
afterEach(() => kit.org.close());

test('a case is numbered, takes the account of its contact, and notes when it was closed', () => {
  const account = create('Account', { Name: 'Acme' });
  const contact = create('Contact', { FirstName: 'Ada', LastName: 'Lee', AccountId: account });
  const id = create('Case', { Subject: 'Broken', ContactId: contact });
  const fields = 'CaseNumber, Status, IsClosed, ClosedDate, AccountId';
  expect(read('Case', id, fields)).toMatchObject({
    ...{ CaseNumber: '00000001', Status: 'New', IsClosed: false, ClosedDate: null, AccountId: account },
  });
  kit.org.records.update(kit.admin(), 'Case', id, { Status: 'Closed' });
  expect(read('Case', id, fields)).toMatchObject({
    IsClosed: true,
    ClosedDate: '2026-11-22T10:00:00.000+0000',
  });
  kit.org.records.update(kit.admin(), 'Case', id, { Status: 'Working' });
  expect(read('Case', id, fields)).toMatchObject({ IsClosed: false, ClosedDate: null });
});

test('a task is closed by its status, and belongs to the account it is about', () => {
  const account = create('Account', { Name: 'Acme' });
  const id = create('Task', { Subject: 'Call', WhatId: account, Status: 'Completed', Priority: 'High' });
  expect(
    read('Task', id, 'IsClosed, CompletedDateTime, IsHighPriority, AccountId, TaskSubtype'),
  ).toMatchObject({
    ...{ IsClosed: true, CompletedDateTime: '2026-11-22T10:00:00.000+0000', IsHighPriority: true },
    ...{ AccountId: account, TaskSubtype: 'Task' },
  });
});

test('an event is as long as it is told, or as its end says', () => {
  const start = '2026-12-01T09:00:00Z';
  const timed = create('Event', { Subject: 'Review', StartDateTime: start, DurationInMinutes: 45 });
  expect(read('Event', timed, 'EndDateTime, ActivityDate')).toMatchObject({
    ...{ EndDateTime: '2026-12-01T09:45:00.000+0000', ActivityDate: '2026-12-01' },
  });
  kit.org.records.update(kit.admin(), 'Event', timed, { EndDateTime: '2026-12-01T11:00:00Z' });
  expect(read('Event', timed, 'DurationInMinutes')).toMatchObject({ DurationInMinutes: 120 });
  expect(() => create('Event', { Subject: 'Never' })).toThrow('Required fields are missing: [StartDateTime]');
  expect(() => create('Event', { StartDateTime: start, EndDateTime: '2026-11-30T09:00:00Z' })).toThrow(
    'cannot be after',
  );
});

test('an opportunity takes probability and outcome from its stage', () => {
  const id = create('Opportunity', { Name: 'Renewal', StageName: 'Prospecting', CloseDate: '2026-12-31' });
  expect(read('Opportunity', id, 'Probability, IsClosed, IsWon')).toMatchObject({
    Probability: 10,
    IsClosed: false,
  });
  kit.org.records.update(kit.admin(), 'Opportunity', id, { StageName: 'Closed Won' });
  expect(read('Opportunity', id, 'Probability, IsClosed, IsWon, ForecastCategoryName')).toMatchObject({
    ...{ Probability: 100, IsClosed: true, IsWon: true, ForecastCategoryName: 'Closed' },
  });
});

test('a permission set is assigned to a user once', () => {
  const { org, admin } = kit;
  const [set] = org.queries.soql(admin(), "SELECT Id FROM PermissionSet WHERE Name = 'Editor'").records;
  expect(() =>
    create('PermissionSetAssignment', { AssigneeId: org.adminId, PermissionSetId: String(set?.Id) }),
  ).toThrow('duplicate value found');
});

test('a username looks like an email address and is taken once', () => {
  const jo = kit.addUser('jo');
  const [profile] = kit.org.queries.soql(kit.admin(), 'SELECT Id FROM Profile LIMIT 1').records;
  const values = {
    ...{ LastName: 'Jo', Email: 'jo@org.example', Alias: 'jo', TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US' },
    ...{ LanguageLocaleKey: 'en_US', EmailEncodingKey: 'UTF-8', ProfileId: String(profile?.Id) },
  };
  expect(() => create('User', { ...values, Username: jo().username.toUpperCase() })).toThrow(
    'Duplicate Username',
  );
  expect(() => create('User', { ...values, Username: 'jo' })).toThrow('invalid email address');
});
