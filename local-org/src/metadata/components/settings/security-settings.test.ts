import { describe, expect, test } from '@jest/globals';
import { deployFiles, metadataFile, type PackageFiles } from '../../testing/deploy-files.ts';

const ON = '<enableAuditFieldsInactiveOwner>true</enableAuditFieldsInactiveOwner>';
const GRANT =
  '<label>History</label><userPermissions><enabled>true</enabled><name>CreateAuditFields</name></userPermissions>';

const settings = (body: string): PackageFiles => ({
  'settings/Security.settings': metadataFile('SecuritySettings', body),
});
const permissionSet = { 'permissionsets/History.permissionset': GRANT };

describe('Settings:Security', () => {
  test('lets permission sets grant Set Audit Fields from the next deploy on', async () => {
    const { org, problems } = await deployFiles(settings(ON));
    expect(problems).toEqual([]);
    expect((await deployFiles(permissionSet, {}, org)).problems).toEqual([]);
    org.close();
  });

  test.each([
    ['without it', permissionSet],
    ['together with it', { ...settings(ON), ...permissionSet }],
  ])('a permission set that grants it %s is refused', async (_how, files) => {
    const { org, problems } = await deployFiles(files);
    expect(
      problems.filter((one) => one.includes('Unknown user permission: CreateAuditFields.')),
    ).toHaveLength(1);
    org.close();
  });

  test.each([
    ['<enableAuditFieldsInactiveOwner>false</enableAuditFieldsInactiveOwner>', 'and no other value'],
    [
      '<canUsersGrantLoginAccess>true</canUsersGrantLoginAccess>',
      'does not model the setting canUsersGrantLoginAccess',
    ],
    ['<enableNothing>true</enableNothing>', 'invalid at this location in type SecuritySettings'],
  ])('refuses %s', async (body, problem) => {
    const { org, problems } = await deployFiles(settings(body));
    expect(problems).toEqual([expect.stringContaining(problem)]);
    org.close();
  });

  test('refuses the settings of another part of the org', async () => {
    const body = metadataFile('CaseSettings', '');
    const { org, problems } = await deployFiles({ 'settings/Case.settings': body });
    expect(problems).toEqual([expect.stringContaining('The local org does not model CaseSettings.')]);
    org.close();
  });
});
