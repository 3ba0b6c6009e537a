import { expect, test } from '@jest/globals';
import { listSource } from './list-source.ts';

test.each([
  ['CustomField', 'Account.CS_ARR__c'],
  ['CustomField', 'CS_Note__c.CS_Body__c'],
  ['LightningComponentBundle', 'csRisk'],
  ['FlexiPage', 'CS_Account_Record_Page'],
  ['PermissionSet', 'CS_Companion'],
] as const)('%s has %s, as the org names it', (type, name) => {
  expect(listSource(type)).toContain(name);
});
