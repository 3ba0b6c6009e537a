import { describe, expect, test } from '@jest/globals';
import { deployFiles } from '../../testing/deploy-files.ts';

const OBJECT = [
  '<deploymentStatus>Deployed</deploymentStatus>',
  '<fields><fullName>Account__c</fullName><label>Account</label><referenceTo>Account</referenceTo><relationshipName>Things</relationshipName><type>MasterDetail</type></fields>',
  '<fields><fullName>Must__c</fullName><label>Must</label><required>true</required><type>Date</type></fields>',
  '<fields><fullName>May__c</fullName><label>May</label><type>Date</type></fields>',
  '<fields><fullName>No__c</fullName><displayFormat>{0}</displayFormat><label>No</label><type>AutoNumber</type></fields>',
  '<label>Thing</label><nameField><label>Name</label><type>Text</type></nameField>',
  '<pluralLabel>Things</pluralLabel><sharingModel>ControlledByParent</sharingModel>',
].join('');

function objectPermissions(object: string, rights: Record<string, boolean>): string {
  const all = {
    allowCreate: false,
    allowDelete: false,
    allowEdit: false,
    allowRead: true,
    modifyAllRecords: false,
    viewAllRecords: false,
    ...rights,
  };
  const flags = Object.entries(all).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<objectPermissions>${flags.join('')}<object>${object}</object></objectPermissions>`;
}

function fieldPermissions(field: string, editable = false, readable = true): string {
  return `<fieldPermissions><editable>${editable}</editable><field>${field}</field><readable>${readable}</readable></fieldPermissions>`;
}

async function deploySet(body: string) {
  return deployFiles({
    'objects/Thing__c.object': OBJECT,
    'permissionsets/CS_Set.permissionset': `${body}<label>Set</label>`,
  });
}

describe('PermissionSet', () => {
  test.each([
    [
      'a field that is nowhere',
      fieldPermissions('Thing__c.Gone__c'),
      'In field: field - no CustomField named Thing__c.Gone__c found',
    ],
    [
      'a required field',
      fieldPermissions('Thing__c.Must__c'),
      'You cannot deploy to a required field: Thing__c.Must__c',
    ],
    [
      'a master-detail field',
      fieldPermissions('Thing__c.Account__c'),
      'You cannot deploy to a required field: Thing__c.Account__c',
    ],
    [
      'the name of an object',
      fieldPermissions('Thing__c.Name'),
      'You cannot deploy to a required field: Thing__c.Name',
    ],
    [
      'a standard field that the platform requires',
      fieldPermissions('Opportunity.StageName'),
      'You cannot deploy to a required field: Opportunity.StageName',
    ],
    [
      'a part of an address',
      fieldPermissions('Account.BillingCountry'),
      'You cannot deploy to a required field: Account.BillingCountry',
    ],
    [
      'a standard field that is editable and yet the platform’s own',
      fieldPermissions('Case.ClosedDate', true),
      'Field Case.ClosedDate is not editable',
    ],
    [
      'an auto-number that is editable',
      fieldPermissions('Thing__c.No__c', true),
      'Field Thing__c.No__c is not editable',
    ],
    [
      'edit without read of a field',
      fieldPermissions('Thing__c.May__c', true, false),
      'Field Thing__c.May__c cannot be editable without being readable',
    ],
    [
      'an object that is nowhere',
      objectPermissions('Gone__c', {}),
      'In field: object - no CustomObject named Gone__c found',
    ],
    [
      'a right without Read',
      objectPermissions('Account', { allowRead: false, allowCreate: true }),
      'Permission Create Account depends on permission(s): Read Account',
    ],
    [
      'Modify All without Delete',
      objectPermissions('Account', { allowEdit: true, modifyAllRecords: true, viewAllRecords: true }),
      'Permission Modify All Account depends on permission(s): Delete Account',
    ],
    [
      'a child without its parent',
      objectPermissions('Thing__c', {}),
      'Permission Read Thing__c depends on permission(s): Read Account',
    ],
    [
      'a system permission the local org does not enforce',
      '<userPermissions><enabled>true</enabled><name>AuthorApex</name></userPermissions>',
      'Unknown user permission: AuthorApex. The local org refuses what it does not enforce.',
    ],
    [
      'Modify All Data without View All Data',
      '<userPermissions><enabled>true</enabled><name>ModifyAllData</name></userPermissions>',
      'Permission ModifyAllData depends on permission(s): ViewAllData',
    ],
    [
      'a tab that is nowhere',
      '<tabSettings><tab>CS_Gone</tab><visibility>Visible</visibility></tabSettings>',
      'In field: tab - no CustomTab named CS_Gone found',
    ],
    [
      'an app that is nowhere',
      '<applicationVisibilities><application>Gone</application><visible>true</visible></applicationVisibilities>',
      'In field: application - no CustomApplication named Gone found',
    ],
    [
      'access to Apex, which the local org does not run',
      '<classAccesses><apexClass>X</apexClass><enabled>true</enabled></classAccesses>',
      'The local org does not model classAccesses of permission sets.',
    ],
    [
      'a description of 256 characters',
      `<description>${'x'.repeat(256)}</description>`,
      `description: data value too large: ${'x'.repeat(256)} (max length=255)`,
    ],
  ])('refuses %s', async (_what, body, problem) => {
    const { problems } = await deploySet(body);
    expect(problems.map((one) => one.replace(/^\S+ /, ''))).toEqual([problem]);
  });

  test('gives its rights to those who have it', async () => {
    const { org, problems } = await deploySet(
      fieldPermissions('Thing__c.May__c', true) +
        objectPermissions('Account', {}) +
        objectPermissions('Thing__c', { allowCreate: true, allowEdit: true }),
    );
    expect(problems).toEqual([]);
    const admin = org.userById(org.adminId);
    expect(admin.canField('Thing__c', 'May__c', 'read')).toBe(false);
    const set = org.queries.soql(admin, "SELECT Id FROM PermissionSet WHERE Name = 'CS_Set'");
    org.records.create(admin, 'PermissionSetAssignment', {
      AssigneeId: org.adminId,
      PermissionSetId: set.records[0]!['Id'] as string,
    });
    expect(org.userById(org.adminId).canField('Thing__c', 'May__c', 'edit')).toBe(true);
  });
});
