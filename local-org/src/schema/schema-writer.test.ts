import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { customerOrg, type CustomerOrg } from '../records/customer-org.ts';
import { checkbox, decimal, picklist, text } from './field-builders.ts';
import type { FieldDef } from './types.ts';

let kit: CustomerOrg;

beforeEach(() => {
  kit = customerOrg();
});
afterEach(() => kit.org.close());

const custom = { custom: true } as const;
const save = (field: FieldDef, object = 'Account') => kit.org.schemaWriter.saveField(object, field);
const create = (values: Record<string, string | number>) =>
  kit.org.records.create(kit.admin(), 'Account', { Name: 'Acme', ...values });

describe('a custom object', () => {
  test('gets the next key prefix, an owner unless it is a detail, and the system fields', () => {
    const { schema } = kit.org;
    expect([schema.object('visit__C')?.keyPrefix, schema.object('Wish__c')?.keyPrefix]).toEqual([
      'a00',
      'a01',
    ]);
    expect([schema.field('Visit__c', 'OwnerId'), schema.field('Wish__c', 'ownerid')?.name]).toEqual([
      undefined,
      'OwnerId',
    ]);
    expect(schema.objectByKeyPrefix('a01')?.name).toBe('Wish__c');
  });

  test('is found from its parent, and from a relationship', () => {
    expect(kit.org.schema.childRelationships('Account')).toContainEqual({
      ...{ name: 'Visits__r', childObject: 'Visit__c', field: 'Account__c' },
    });
    expect(kit.org.schema.parentRelationship('Visit__c', 'account__R')?.name).toBe('Account__c');
  });

  test('goes away with its records; a standard object stays', () => {
    kit.org.schemaWriter.removeObject('Wish__c');
    expect(kit.org.schema.object('Wish__c')).toBeUndefined();
    expect(() => kit.org.schemaWriter.removeObject('Account')).toThrow(
      'Account is a standard object and stays',
    );
  });
});

describe('a custom field', () => {
  test.each<[string, FieldDef, string]>([
    [
      'its type',
      decimal('double', 'Key__c', 'Key', { precision: 5, scale: 0 }, custom),
      'its type is string and cannot become double',
    ],
    [
      'its length',
      text('Key__c', 'Key', 3, { ...custom, unique: true, externalId: true }),
      '1 records hold more than 3 characters',
    ],
  ])('keeps %s where records would be lost', (_what, field, message) => {
    create({ Key__c: 'A-100' });
    expect(() => save(field)).toThrow(message);
  });

  test('becomes unique only where no two records share a value', () => {
    save(text('Code__c', 'Code', 20, custom));
    kit.org.permissionSets.savePermissionSet({
      ...{ name: 'Editor', label: 'Editor', objectPermissions: [], systemPermissions: [] },
      ...{ tabSettings: [], applicationVisibilities: [] },
      fieldPermissions: [{ field: 'Account.Code__c', readable: true, editable: true }],
    });
    create({ Code__c: 'x' });
    create({ Code__c: 'X' });
    const unique = text('Code__c', 'Code', 20, { ...custom, unique: true });
    expect(() => save(unique)).toThrow('it cannot be unique, several records hold "x"');
    save({ ...unique, caseSensitive: true });
    expect(() => create({ Code__c: 'x' })).toThrow('duplicate value found: Code__c');
    expect(() => create({ Code__c: 'y' })).not.toThrow();
  });

  test('that is a checkbox has its default on records that were there before, which can then be changed', () => {
    const { id } = create({ Key__c: 'A-1' });
    save(checkbox('On__c', 'On', { ...custom, defaultValue: true }));
    save(checkbox('Off__c', 'Off', custom));
    kit.org.permissionSets.savePermissionSet({
      ...{ name: 'Editor', label: 'Editor', objectPermissions: [], systemPermissions: [] },
      ...{ tabSettings: [], applicationVisibilities: [] },
      fieldPermissions: ['On__c', 'Off__c'].map((name) => ({
        ...{ field: `Account.${name}`, readable: true, editable: true },
      })),
    });
    expect(kit.read('Account', id, 'On__c', 'Off__c')).toMatchObject({ On__c: true, Off__c: false });
    expect(() => kit.org.records.update(kit.admin(), 'Account', id, { Name: 'Changed' })).not.toThrow();
  });

  test('takes new picklist values at once', () => {
    save(picklist('Tier__c', 'Tier', ['Gold', 'Silver', 'Bronze'], { custom: true, restricted: true }));
    expect(() => create({ Tier__c: 'Bronze' })).not.toThrow();
  });

  test('is not made master-detail on an object that has records', () => {
    kit.org.records.create(kit.admin(), 'Wish__c', {});
    const parent = kit.org.schema.field('Visit__c', 'Account__c');
    if (!parent) throw new Error('no Account__c');
    expect(() => save({ ...parent, name: 'Parent__c' }, 'Wish__c')).toThrow('which already has records');
  });

  test('is removed with what it held', () => {
    create({ Key__c: 'A-1' });
    kit.org.schemaWriter.removeField('Account', 'Key__c');
    expect(() => create({ Key__c: 'A-2' })).toThrow("No such column 'Key__c'");
    expect(() => kit.org.schemaWriter.removeField('Account', 'Name')).toThrow(
      'No custom field Name on Account',
    );
  });
});

describe('a formula field', () => {
  const formula = (expression: string): FieldDef => ({
    ...{ name: 'Grade__c', label: 'Grade', type: 'string', custom: true, nillable: true },
    ...{ createable: false, updateable: false, formula: { expression } },
  });

  test('is computed on read and can be filtered by', () => {
    save(formula('IF(Score__c >= 50, "Pass", "Fail")'));
    kit.org.permissionSets.savePermissionSet({
      ...{ name: 'Editor', label: 'Editor', objectPermissions: [], systemPermissions: [] },
      ...{ tabSettings: [], applicationVisibilities: [] },
      fieldPermissions: [
        { field: 'Account.Grade__c', readable: true, editable: false },
        { field: 'Account.Score__c', readable: true, editable: true },
      ],
    });
    create({ Score__c: 60 });
    create({ Score__c: 10 });
    const { records } = kit.org.queries.soql(
      kit.admin(),
      "SELECT Score__c, Grade__c FROM Account WHERE Grade__c = 'fail'",
    );
    expect(records).toMatchObject([{ Score__c: 10, Grade__c: 'Fail' }]);
    expect(() => create({ Grade__c: 'Pass' })).toThrow('Unable to create/update fields: Grade__c');
  });

  test('is refused when it cannot be computed, and leaves nothing behind', () => {
    expect(() => save(formula('VLOOKUP(Score__c)'))).toThrow(
      'Account.Grade__c: The local org does not model the function VLOOKUP in formulas',
    );
    expect(kit.org.schema.field('Account', 'Grade__c')).toBeUndefined();
  });
});

test('a rolled-back change of the schema is gone from memory and from the tables', () => {
  expect(() =>
    kit.org.records.transaction(() => {
      save(text('Later__c', 'Later', 20, custom));
      kit.org.schemaWriter.removeObject('Wish__c');
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(kit.org.schema.field('Account', 'Later__c')).toBeUndefined();
  expect(kit.org.records.create(kit.admin(), 'Wish__c', {}).id).toMatch(/^a01/);
  expect(() => save(text('Later__c', 'Later', 20, custom))).not.toThrow();
});

test('a record read before a field was added is read whole after it', () => {
  const { id } = kit.org.records.create(kit.admin(), 'Account', { Name: 'Acme' });
  kit.org.records.update(kit.admin(), 'Account', id, { Name: 'Acme 2' });
  const tier = kit.org.schema.field('Account', 'Tier__c');
  if (!tier) throw new Error('no Tier__c');
  kit.org.schemaWriter.saveField('Account', { ...tier, name: 'Aisle__c' });
  kit.org.schemaWriter.removeField('Account', 'Key__c');
  kit.org.records.update(kit.admin(), 'Account', id, { Tier__c: 'Gold' });
  const { records } = kit.org.queries.soql(kit.admin(), 'SELECT Name, Tier__c FROM Account');
  expect(records).toMatchObject([{ Name: 'Acme 2', Tier__c: 'Gold' }]);
});
