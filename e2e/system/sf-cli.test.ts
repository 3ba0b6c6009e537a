import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startEmptyOrg, type LocalOrg } from '../support/local-org.ts';
import { query } from '../support/rest.ts';
import { loginSf, type Sf } from '../support/sf.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

let org: LocalOrg;
let sf: Sf;
let scratch: string;

beforeAll(async () => {
  org = await startEmptyOrg();
  sf = await loginSf(org);
  scratch = mkdtempSync(path.join(tmpdir(), 'tenure-source-'));
}, 120_000);

afterAll(async () => {
  sf?.close();
  rmSync(scratch, { recursive: true, force: true });
  await org?.stop();
});

test('a dry run of force-app passes and changes nothing', async () => {
  const answer = await sf.run('project', 'deploy', 'start', '--source-dir', 'force-app', '--dry-run');

  expect(answer.message ?? '').toBe('');
  expect(answer.status).toBe(0);
  expect(answer.result.numberComponentErrors).toBe(0);
  await expect(query(org, 'SELECT CS_ARR__c FROM Account')).rejects.toThrow('INVALID_FIELD');
});

test('force-app deploys', async () => {
  const answer = await sf.run('project', 'deploy', 'start', '--source-dir', 'force-app');

  expect(answer.status).toBe(0);
  expect(answer.result.success).toBe(true);
  expect(answer.result.numberComponentsDeployed).toBeGreaterThan(50);
});

test('a broken component fails with file and line, and changes nothing', async () => {
  const metadata = path.join(scratch, 'broken');
  mkdirSync(path.join(metadata, 'objects'), { recursive: true });
  writeFileSync(
    path.join(metadata, 'package.xml'),
    packageXml(
      '<types><members>Account.CS_Good__c</members><members>Account.CS_Bad__c</members><name>CustomField</name></types>',
    ),
  );
  writeFileSync(
    path.join(metadata, 'objects', 'Account.object'),
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">',
      '    <fields><fullName>CS_Good__c</fullName><label>Good</label><type>Text</type><length>10</length></fields>',
      '    <fields>',
      '        <fullName>CS_Bad__c</fullName>',
      '        <label>Bad</label>',
      '        <type>Colour</type>',
      '    </fields>',
      '</CustomObject>',
    ].join('\n'),
  );

  const answer = await sf.run('project', 'deploy', 'start', '--metadata-dir', metadata);

  expect(answer.status).not.toBe(0);
  const failures = [(answer.result ?? answer.data).details.componentFailures].flat();
  const failure = failures.find((entry: { problem: string }) => /Colour/.test(entry.problem));
  expect(failure.fileName).toContain('objects/Account.object');
  expect(Number(failure.lineNumber)).toBe(7);
  await expect(query(org, 'SELECT CS_Good__c FROM Account')).rejects.toThrow('INVALID_FIELD');
});

test('a component that does not compile fails with file and line', async () => {
  const metadata = path.join(scratch, 'lwc');
  const bundle = path.join(metadata, 'lwc', 'csBroken');
  mkdirSync(bundle, { recursive: true });
  writeFileSync(
    path.join(metadata, 'package.xml'),
    packageXml('<types><members>csBroken</members><name>LightningComponentBundle</name></types>'),
  );
  writeFileSync(
    path.join(bundle, 'csBroken.html'),
    '<template>\n  <p onclick={close()}>Close</p>\n</template>\n',
  );
  writeFileSync(
    path.join(bundle, 'csBroken.js'),
    "import { LightningElement } from 'lwc';\nexport default class CsBroken extends LightningElement {}\n",
  );
  cpSync(
    path.join(ROOT, 'force-app/main/default/lwc/csErrorPanel/csErrorPanel.js-meta.xml'),
    path.join(bundle, 'csBroken.js-meta.xml'),
  );

  const answer = await sf.run('project', 'deploy', 'start', '--metadata-dir', metadata);

  expect(answer.status).not.toBe(0);
  const [failure] = [(answer.result ?? answer.data).details.componentFailures].flat();
  expect(failure.fileName).toContain('csBroken');
  expect(Number(failure.lineNumber)).toBe(2);
});

test('a permission set is assigned and opens the fields', async () => {
  await expect(query(org, 'SELECT CS_ARR__c FROM Account')).rejects.toThrow('INVALID_FIELD');

  const answer = await sf.run('org', 'assign', 'permset', '--name', 'CS_User');

  expect(answer.status).toBe(0);
  await expect(query(org, 'SELECT CS_ARR__c FROM Account')).resolves.toEqual([]);
});

test('records are imported as a tree and queried back', async () => {
  const file = path.join(scratch, 'accounts.json');
  const records = ['Aster Labs', 'Birch Health'].map((Name, index) => ({
    attributes: { type: 'Account', referenceId: `ref${index}` },
    Name,
  }));
  writeFileSync(file, JSON.stringify({ records }));

  const imported = await sf.run('data', 'import', 'tree', '--files', file);

  expect(imported.status).toBe(0);
  const found = await sf.run('data', 'query', '--query', 'SELECT Name FROM Account ORDER BY Name');
  expect(found.result.records.map((record: { Name: string }) => record.Name)).toEqual([
    'Aster Labs',
    'Birch Health',
  ]);
});

test('records are imported in bulk', async () => {
  const file = path.join(scratch, 'contacts.csv');
  const rows = Array.from({ length: 1_000 }, (_, index) => `Person ${index}`);
  writeFileSync(file, ['LastName', ...rows].join('\n') + '\n');

  const imported = await sf.run(
    'data',
    'import',
    'bulk',
    '--sobject',
    'Contact',
    '--file',
    file,
    '--wait',
    '5',
  );

  expect(imported.status).toBe(0);
  const [total] = await query<{ expr0: number }>(org, 'SELECT COUNT(Id) FROM Contact');
  expect(total?.expr0).toBe(1_000);
});

test('the companion may change records of others only where they ask it to', () => {
  const text = readFileSync(
    path.join(ROOT, 'force-app/main/default/permissionsets/CS_Companion.permissionset-meta.xml'),
    'utf8',
  );
  const modifiable = [...text.matchAll(/<modifyAllRecords>true<\/modifyAllRecords>\s*<object>(\w+)</g)];
  expect(modifiable.map(([, object]) => object)).toEqual(['CS_Request__c']);
  expect(text).not.toMatch(/ModifyAllData|ViewAllData/);
});

function packageXml(types: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">${types}<version>66.0</version></Package>\n`;
}
