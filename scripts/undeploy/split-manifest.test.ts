import { describe, expect, test } from '@jest/globals';
import { countMembers, readManifest, splitManifest, writeManifest } from './split-manifest.ts';

const ALL = new Map([
  ['CustomField', ['Account.CS_ARR__c', 'CS_Note__c.CS_Body__c']],
  ['CustomObject', ['Account', 'CS_Note__c']],
  ['FlexiPage', ['CS_Home']],
  ['PermissionSet', ['CS_User', 'CS_Manager']],
]);

describe('what an undeploy takes away', () => {
  test('is, without a word about data, everything but objects and fields', () => {
    expect([...splitManifest(ALL).pages.keys()]).toEqual(['FlexiPage', 'PermissionSet']);
  });

  test('never names a standard object, and names fields only of those', () => {
    expect([...splitManifest(ALL).data]).toEqual([
      ['CustomField', ['Account.CS_ARR__c']],
      ['CustomObject', ['CS_Note__c']],
    ]);
  });

  test('is written as it was read', () => {
    const odd = new Map([['Report', ['CS/R&D']]]);
    expect(readManifest(writeManifest(odd, '66.0'))).toEqual(odd);
    expect(readManifest(writeManifest(ALL, '66.0'))).toEqual(ALL);
    expect(countMembers(ALL)).toBe(7);
  });

  test('names a folder of reports as the Metadata API does', () => {
    const listed = writeManifest(new Map([['Report', ['CS_Reports/', 'CS_Reports/CS_Workload']]]), '66.0');
    expect(readManifest(listed).get('Report')).toEqual(['CS_Reports', 'CS_Reports/CS_Workload']);
  });

  test('is nothing for an empty manifest', () => {
    expect(readManifest(writeManifest(new Map(), '66.0')).size).toBe(0);
  });
});
