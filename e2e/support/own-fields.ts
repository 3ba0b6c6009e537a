import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Sf } from './sf.ts';

const METADATA = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Fields that an org may have kept its customers in before Tenure came: API name, type, and what the type asks. */
const FIELDS: Record<string, string> = {
  Annual_Revenue_Own__c: '<precision>16</precision><scale>2</scale><type>Currency</type>',
  Contract_End__c: '<type>Date</type>',
  Customer_Score__c: '<precision>3</precision><scale>1</scale><type>Number</type>',
  Segment__c: `<type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted>${[
    'Gold',
    'Silver',
    'Tin',
  ]
    .map(
      (value) =>
        `<value><fullName>${value}</fullName><default>false</default><label>${value}</label></value>`,
    )
    .join('')}</valueSetDefinition></valueSet>`,
  Success_Manager__c:
    '<deleteConstraint>SetNull</deleteConstraint><referenceTo>User</referenceTo><relationshipLabel>Accounts Served</relationshipLabel><relationshipName>Accounts_Served</relationshipName><type>Lookup</type>',
  Contract_Note__c: '<length>80</length><type>Text</type>',
  Monthly_Times_Twelve__c:
    '<formula>Annual_Revenue_Own__c * 1</formula><precision>16</precision><scale>2</scale><type>Currency</type>',
};

/** The right to read them, which an admin gives to the companion's user. */
export const OWN_FIELDS_ACCESS = 'Own_Fields';

/** Deploys an org's own account fields with the sf CLI, and a permission set by which they can be read and edited. */
export async function deployOwnFields(sf: Sf): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenure-own-fields-'));
  try {
    mkdirSync(path.join(folder, 'objects'));
    mkdirSync(path.join(folder, 'permissionsets'));
    writeFileSync(path.join(folder, 'objects', 'Account.object'), describeFields());
    writeFileSync(
      path.join(folder, 'permissionsets', `${OWN_FIELDS_ACCESS}.permissionset`),
      describeAccess(),
    );
    writeFileSync(path.join(folder, 'package.xml'), describePackage());
    const { status, message, result } = await sf.run('project', 'deploy', 'start', '--metadata-dir', folder);
    if (status !== 0)
      throw new Error(`The own fields were not deployed: ${message ?? JSON.stringify(result)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const describeFields = () =>
  `${METADATA}<CustomObject ${NAMESPACE}>${Object.entries(FIELDS)
    .map(
      ([name, rest]) =>
        `<fields><fullName>${name}</fullName><label>${name.replace('__c', '').replaceAll('_', ' ')}</label>${rest}</fields>`,
    )
    .join('\n')}</CustomObject>\n`;

const describeAccess = () =>
  `${METADATA}<PermissionSet ${NAMESPACE}><label>Own Fields</label>${Object.keys(FIELDS)
    .map(
      (name) =>
        `<fieldPermissions><editable>${!FIELDS[name]?.includes('<formula>')}</editable><field>Account.${name}</field><readable>true</readable></fieldPermissions>`,
    )
    .join(
      '',
    )}<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>\n`;

const describePackage = () =>
  `${METADATA}<Package ${NAMESPACE}><types>${Object.keys(FIELDS)
    .map((name) => `<members>Account.${name}</members>`)
    .join(
      '',
    )}<name>CustomField</name></types><types><members>${OWN_FIELDS_ACCESS}</members><name>PermissionSet</name></types><version>66.0</version></Package>\n`;
