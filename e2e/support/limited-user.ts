import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalOrg } from './local-org.ts';
import { insert, query } from './rest.ts';
import { loginSf } from './sf.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const NAME = 'Notes_Reader';

/** Username of the user that `makeNotesReader` makes. */
export const NOTES_READER = 'notes.reader@demo.tenure.example';

const readOf = (object: string): string =>
  `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit>` +
  `<allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object>` +
  `<viewAllRecords>false</viewAllRecords></objectPermissions>`;

const fieldOf = (field: string): string =>
  `<fieldPermissions><editable>false</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;

/** Gives the org a user who opens the app and reads accounts, notes and activities there, and nothing else. */
export async function makeNotesReader(org: LocalOrg, folder: string): Promise<void> {
  const sf = await loginSf(org);
  try {
    writePackage(folder);
    const answer = await sf.run('project', 'deploy', 'start', '--metadata-dir', folder);
    if (answer.status !== 0) throw new Error(JSON.stringify(answer.result?.details ?? answer.message));
  } finally {
    sf.close();
  }
  const profile = 'Minimum Access - Salesforce';
  const [found] = await query<{ Id: string }>(org, `SELECT Id FROM Profile WHERE Name = '${profile}'`);
  const [set] = await query<{ Id: string }>(org, `SELECT Id FROM PermissionSet WHERE Name = '${NAME}'`);
  const user = await insert(org, 'User', {
    Username: NOTES_READER,
    Email: NOTES_READER,
    FirstName: 'Notes',
    LastName: 'Reader',
    Alias: 'nreader',
    ProfileId: found?.Id,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  });
  await insert(org, 'PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set?.Id });
}

function writePackage(folder: string): void {
  const app = 'CS_Customer_Success';
  const content =
    `<applicationVisibilities><application>${app}</application><visible>true</visible></applicationVisibilities>` +
    `${fieldOf('CS_Note__c.CS_Body__c')}${fieldOf('CS_Note__c.CS_Type__c')}` +
    `<hasActivationRequired>false</hasActivationRequired><label>Notes Reader</label>` +
    `${readOf('Account')}${readOf('CS_Note__c')}`;
  const types = `<types><members>${NAME}</members><name>PermissionSet</name></types>`;
  const files = {
    [`permissionsets/${NAME}.permissionset`]: `<PermissionSet ${NAMESPACE}>${content}</PermissionSet>`,
    'package.xml': `<Package ${NAMESPACE}>${types}<version>66.0</version></Package>`,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`);
  }
}
