import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { customerOrg, type CustomerOrg } from './customer-org.ts';
import { refusalOf } from './refusal.ts';
import type { RecordInput } from './types.ts';

let kit: CustomerOrg;
const create: CustomerOrg['create'] = (...record) => kit.create(...record);
const read: CustomerOrg['read'] = (...record) => kit.read(...record);

beforeEach(() => {
  kit = customerOrg();
});
afterEach(() => kit.org.close());

describe('creating a record', () => {
  test('gives an Id with the prefix of the object, and the system fields', () => {
    const id = create('Account', { Name: '  Acme  ' });
    expect(id).toMatch(/^001[0-9A-Za-z]{15}$/);
    expect(read('Account', id, 'Name', 'OwnerId', 'CreatedDate', 'IsDeleted', 'Low_Usage__c')).toMatchObject({
      Name: 'Acme',
      OwnerId: kit.org.adminId,
      CreatedDate: '2026-11-22T10:00:00.000+0000',
      IsDeleted: false,
      Low_Usage__c: false,
    });
  });

  test.each<[string, RecordInput, string, string]>([
    [
      'an unknown field',
      { Name: 'A', Nope__c: 1 },
      'INVALID_FIELD',
      "No such column 'Nope__c' on sobject of type Account",
    ],
    [
      'a field that nobody granted',
      { Name: 'A', Secret__c: 'x' },
      'INVALID_FIELD',
      "No such column 'Secret__c' on sobject of type Account",
    ],
    [
      'a field of the platform',
      { Name: 'A', CreatedDate: '2020-01-01T00:00:00Z' },
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: CreatedDate. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
    ],
    ['no name', { Industry: 'Media' }, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]'],
    ['an empty name', { Name: '   ' }, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]'],
    [
      'too much text',
      { Name: 'A', Key__c: '123456789012345678901' },
      'STRING_TOO_LONG',
      'Key: data value too large: 123456789012345678901 (max length=20)',
    ],
    [
      'a value that is not in the picklist',
      { Name: 'A', Tier__c: 'Bronze' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'Tier: bad value for restricted picklist field: Bronze',
    ],
    [
      'a number with too many digits',
      { Name: 'A', Score__c: 1000 },
      'NUMBER_OUTSIDE_VALID_RANGE',
      'Score: value outside of valid range on numeric field: 1000',
    ],
    [
      'text in a number',
      { Name: 'A', Score__c: 'high' },
      'JSON_PARSER_ERROR',
      'Cannot deserialize instance of double from VALUE_STRING value high or request may be missing a required field (field Score__c)',
    ],
    [
      'a number in text',
      { Name: 7 },
      'JSON_PARSER_ERROR',
      'Cannot deserialize instance of string from VALUE_NUMBER_INT value 7 or request may be missing a required field (field Name)',
    ],
    [
      'a date that no calendar has',
      { Name: 'A', Renewal__c: '2026-02-30' },
      'JSON_PARSER_ERROR',
      'Cannot deserialize instance of date from VALUE_STRING value 2026-02-30 or request may be missing a required field (field Renewal__c)',
    ],
    [
      'a null checkbox',
      { Name: 'A', Low_Usage__c: null },
      'INVALID_TYPE_ON_FIELD_IN_RECORD',
      'Low Usage: value not of required type: null',
    ],
    [
      'a reference that is no Id',
      { Name: 'A', Manager__c: 'me' },
      'MALFORMED_ID',
      'Manager: id value of incorrect type: me',
    ],
    [
      'a reference to another object',
      { Name: 'A', Manager__c: '001Tn0000000001IAA' },
      'FIELD_INTEGRITY_EXCEPTION',
      'Manager: id value of incorrect type: 001Tn0000000001IAA',
    ],
    [
      'a reference to nobody',
      { Name: 'A', Manager__c: '005Tn000000zzzz' },
      'INVALID_CROSS_REFERENCE_KEY',
      'invalid cross reference id',
    ],
  ])('with %s is refused', (_what, values, code, message) => {
    expect(refusalOf(() => create('Account', values))).toEqual([code, message]);
  });

  test('refuses a second record with a unique value, whatever its case', () => {
    const first = create('Account', { Name: 'One', Key__c: 'A-1' });
    expect(refusalOf(() => create('Account', { Name: 'Two', Key__c: 'a-1' }))).toEqual([
      'DUPLICATE_VALUE',
      `duplicate value found: Key__c duplicates value on record with id: ${first.slice(0, 15)}`,
    ]);
  });

  test('refuses an object that does not exist, and one that only the platform writes', () => {
    expect(refusalOf(() => create('Nothing__c', {}))[0]).toBe('INVALID_TYPE');
    expect(refusalOf(() => create('Profile', { Name: 'Mine' }))[0]).toBe(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    );
  });

  test('keeps each kind of value in the form that the API shows', () => {
    const id = create('Account', {
      Name: 'Acme',
      Score__c: '41.5',
      Tags__c: 'pilot;Beta;Beta',
      Tier__c: 'gold',
      Scored_At__c: '2026-03-01T12:00:00.987+02:00',
      Low_Usage__c: 'true',
      Key__c: '',
    });
    expect(
      read('Account', id, 'Score__c', 'Tags__c', 'Tier__c', 'Scored_At__c', 'Low_Usage__c', 'Key__c'),
    ).toMatchObject({
      Score__c: 42,
      Tags__c: 'Beta;Pilot',
      Tier__c: 'Gold',
      Scored_At__c: '2026-03-01T10:00:00.000+0000',
      Low_Usage__c: true,
      Key__c: null,
    });
  });

  test('names a record of a custom object by its format or its Id', () => {
    const account = create('Account', { Name: 'Acme' });
    const visits = [1, 2].map(() => create('Visit__c', { Account__c: account }));
    expect(visits.map((id) => read('Visit__c', id, 'Name')?.Name)).toEqual(['V-0001', 'V-0002']);
    const wish = create('Wish__c', {});
    expect(read('Wish__c', wish, 'Name')?.Name).toBe(wish);
  });

  test('finds a parent by its external id, and says which it did not find', () => {
    const account = create('Account', { Name: 'Acme', Key__c: 'A-1' });
    const visit = create('Visit__c', { Account__r: { Key__c: 'A-1' } });
    expect(read('Visit__c', visit, 'Account__c')?.Account__c).toBe(account);
    expect(refusalOf(() => create('Visit__c', { Account__r: { Key__c: 'B-9' } }))).toEqual([
      'INVALID_FIELD',
      'Foreign key external ID: b-9 not found for field Key__c in entity Account',
    ]);
  });
});

describe('creating a user', () => {
  const user = {
    ...{ LastName: 'Jo', Username: 'jo@org.example', Email: 'jo@org.example', Alias: 'jo' },
    ...{ TimeZoneSidKey: 'Asia/Tokyo', LocaleSidKey: 'ja_JP', LanguageLocaleKey: 'en_US' },
    EmailEncodingKey: 'UTF-8',
  };
  const profile = () =>
    String(
      kit.org.queries.soql(kit.admin(), "SELECT Id FROM Profile WHERE Name = 'Standard User'").records[0]?.Id,
    );

  test('takes the time zones and locales of the platform', () => {
    const id = create('User', { ...user, ProfileId: profile() });
    expect(read('User', id, 'TimeZoneSidKey', 'LocaleSidKey')).toMatchObject({
      ...{ TimeZoneSidKey: 'Asia/Tokyo', LocaleSidKey: 'ja_JP' },
    });
  });

  test.each([
    [{ TimeZoneSidKey: 'UTC' }, 'Time Zone: bad value for restricted picklist field: UTC'],
    [{ LocaleSidKey: 'en_DE_x' }, 'Locale: bad value for restricted picklist field: en_DE_x'],
  ])('refuses %j', (values, message) => {
    expect(refusalOf(() => create('User', { ...user, ...values, ProfileId: profile() }))).toEqual([
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      message,
    ]);
  });
});
