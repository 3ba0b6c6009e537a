import { describe, expect, test } from '@jest/globals';
import type { FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import { createModuleResolver } from './module-resolver.ts';

const NAME = { name: 'Name' } as FieldDef;
const OWNER = { name: 'OwnerId', reference: { to: ['User'], relationshipName: 'Owner' } } as FieldDef;
const FIELDS: Record<string, FieldDef[]> = { Account: [NAME, OWNER], User: [NAME] };
const same = (a: string, b: string | undefined) => a.toLowerCase() === b?.toLowerCase();

const schema = {
  object: (name: string) => {
    const found = Object.keys(FIELDS).find((one) => same(one, name));
    return found ? ({ name: found } as ObjectDef) : undefined;
  },
  field: (object: string, name: string) => FIELDS[object]?.find((field) => same(field.name, name)),
  parentRelationship: (object: string, name: string) =>
    FIELDS[object]?.find((field) => same(name, field.reference?.relationshipName)),
} as Schema;

const exists = createModuleResolver({
  schema,
  componentExists: (type, name) =>
    `${type}:${name}` === 'LightningComponentBundle:csRisk' || type === 'CustomLabel',
});

describe('the modules that a bundle may import', () => {
  test.each([
    'lwc',
    'c/csRisk',
    'lightning/card',
    'lightning/graphql',
    'lightning/uiRecordApi',
    '@salesforce/schema/Account',
    '@salesforce/schema/Account.Name',
    '@salesforce/schema/Account.Owner.Name',
    '@salesforce/user/Id',
    '@salesforce/client/formFactor',
    '@salesforce/i18n/locale',
    '@salesforce/label/c.Greeting',
    '@salesforce/userPermission/ViewSetup',
  ])('%s exists', (specifier) => expect(exists(specifier)).toBe(true));

  test.each([
    ['a bundle that is not there', 'c/csOther'],
    ['an internal of the base components', 'lightning/utilsPrivate'],
    ['a module nobody ships', 'lightning/nothing'],
    ['an unknown object', '@salesforce/schema/Nothing__c'],
    ['an unknown field', '@salesforce/schema/Account.Nothing__c'],
    ['a field in the wrong case', '@salesforce/schema/Account.name'],
    ['a path that ends at a lookup it does not have', '@salesforce/schema/Account.Parent.Name'],
    ['Apex', '@salesforce/apex/Controller.method'],
    ['an npm package', 'chart.js'],
    ['an unknown property of the user', '@salesforce/user/Name'],
  ])('%s does not exist', (_, specifier) => expect(exists(specifier)).toBe(false));
});
