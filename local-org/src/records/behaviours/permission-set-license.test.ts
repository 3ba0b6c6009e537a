import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { customerOrg, type CustomerOrg } from '../customer-org.ts';

const INTEGRATION = 'Minimum Access - API Only Integrations';

describe('a user of the Salesforce Integration license', () => {
  let kit: CustomerOrg;
  let userId: string;
  const ask = (soql: string) => String(kit.org.queries.soql(kit.admin(), soql).records[0]?.Id);
  const assign = (assignee = userId) =>
    kit.create('PermissionSetAssignment', {
      AssigneeId: assignee,
      PermissionSetId: ask("SELECT Id FROM PermissionSet WHERE Name = 'Editor'"),
    });

  beforeAll(() => {
    kit = customerOrg();
    userId = kit.create('User', {
      ...{ LastName: 'Robot', Username: 'robot@org.example', Email: 'robot@org.example', Alias: 'robot' },
      ...{ TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US', LanguageLocaleKey: 'en_US' },
      ...{
        EmailEncodingKey: 'UTF-8',
        ProfileId: ask(`SELECT Id FROM Profile WHERE Name = '${INTEGRATION}'`),
      },
    });
  });
  afterAll(() => kit.org.close());

  test('is refused a permission set before the permission set license', () => {
    expect(() => assign()).toThrow(
      /Can't assign permission set Editor to user Robot.*Salesforce API Integration/,
    );
  });

  test('gets it afterwards, and the license once only', () => {
    const license = {
      AssigneeId: userId,
      PermissionSetLicenseId: ask('SELECT Id FROM PermissionSetLicense'),
    };
    kit.create('PermissionSetLicenseAssign', license);
    expect(() => kit.create('PermissionSetLicenseAssign', license)).toThrow(/duplicate value/);
    expect(assign()).toMatch(/^0Pa/);
  });

  test('is the only kind that needs it', () => {
    const other = kit.addUser('other', { editor: false })();
    expect(assign(other.userId)).toMatch(/^0Pa/);
  });
});
