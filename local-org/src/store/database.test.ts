import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createOrg } from '../create-org.ts';
import { CUSTOMER_ORG_NOW, customerOrg } from '../records/customer-org.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'tenure-org-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('an org in a folder', () => {
  test('is there again, with its schema, records, permissions and sessions', () => {
    const first = customerOrg({ dataDir });
    const { id } = first.org.records.create(first.admin(), 'Account', { Name: 'Acme', Key__c: 'A-1' });
    first.org.metadata.put({ type: 'FlexiPage', fullName: 'Page', files: { 'Page.xml': '<FlexiPage/>' } });
    const token = first.org.sessions.open(first.org.adminId);
    first.org.close();

    // On the clock of the first: a session ends a day after its last use.
    const org = createOrg({ dataDir, now: () => CUSTOMER_ORG_NOW });
    const admin = org.userById(org.sessions.userId(token) ?? '');
    expect([org.id, org.adminId]).toEqual([first.org.id, first.org.adminId]);
    expect(org.queries.soql(admin, 'SELECT Id, Key__c FROM Account').records).toMatchObject([
      { Id: id, Key__c: 'A-1' },
    ]);
    expect(org.metadata.get('FlexiPage', 'page')?.files).toEqual({ 'Page.xml': '<FlexiPage/>' });
    const next = org.records.create(admin, 'Visit__c', { Account__c: id });
    expect(next.id).toMatch(/^a00Tn0/);
    org.close();
  });

  test('is opened by one process at a time', () => {
    const org = createOrg({ dataDir });
    expect(() => createOrg({ dataDir })).toThrow(
      `The org in ${dataDir} is in use by another process. Stop that one, or choose another folder with --data.`,
    );
    org.close();
    createOrg({ dataDir }).close();
  });

  test('is refused when its file is damaged, and left as it is', () => {
    const file = path.join(dataDir, 'org.sqlite');
    writeFileSync(file, 'this is not a database, '.repeat(400));
    expect(() => createOrg({ dataDir })).toThrow(
      `The org's database ${file} is damaged. Move the file away to start with an empty org, or put a backup in its place.`,
    );
  });

  test('says so when the folder cannot be one', () => {
    const file = path.join(dataDir, 'file');
    writeFileSync(file, '');
    expect(() => createOrg({ dataDir: path.join(file, 'below') })).toThrow('cannot be opened');
  });
});
