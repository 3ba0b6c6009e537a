import { describe, expect, test } from '@jest/globals';
import { createOrg } from '../../create-org.ts';
import { bundleFiles, RECORD_PAGE_META } from '../testing/bundle-files.ts';
import { runDeploy } from './run-deploy.ts';
import { deployFiles, manifest, metadataFile, NO_OPTIONS, zipOf } from '../testing/deploy-files.ts';

function field(name: string, type = 'Date'): string {
  return `<fields><fullName>${name}</fullName><label>A label</label><type>${type}</type></fields>`;
}

const GOOD = { 'objects/Account.object': field('Good__c') };
const HALF_BAD = { 'objects/Account.object': `${field('Good__c')}\n${field('Bad__c', 'Location')}` };

describe('runDeploy', () => {
  test('undoes everything when one component is at fault, and says what each came to', async () => {
    const { org, outcome, problems, successes } = await deployFiles(HALF_BAD);
    expect(outcome).toMatchObject({ kind: 'finished', kept: false });
    expect(problems).toEqual([
      'objects/Account.object:4 The local org does not model custom fields of type Location.',
    ]);
    expect(successes.map(({ fullName }) => fullName)).toContain('Account.Good__c');
    expect(org.schema.field('Account', 'Good__c')).toBeUndefined();
    expect(org.metadata.list('CustomField')).toEqual([]);
  });

  test('lets a formula read a field that the package names after it', async () => {
    const formula =
      '<fields><fullName>A__c</fullName><formula>Z__c + 1</formula><label>A label</label><type>Date</type></fields>';
    const { org, problems } = await deployFiles({ 'objects/Account.object': `${formula}\n${field('Z__c')}` });
    expect(problems).toEqual([]);
    expect(org.schema.field('Account', 'A__c')?.formula).toBeDefined();
  });

  test('keeps what is right when the caller wants no rollback', async () => {
    const { org, outcome } = await deployFiles(HALF_BAD, { rollbackOnError: false });
    expect(outcome).toMatchObject({ kept: true });
    expect(org.schema.field('Account', 'Good__c')).toBeDefined();
    expect(org.schema.field('Account', 'Bad__c')).toBeUndefined();
  });

  test('checks without keeping anything', async () => {
    const { org, outcome, problems } = await deployFiles(GOOD, { checkOnly: true });
    expect(problems).toEqual([]);
    expect(outcome).toMatchObject({ kept: false });
    expect(org.schema.field('Account', 'Good__c')).toBeUndefined();
    expect(org.metadata.get('CustomField', 'Account.Good__c')).toBeUndefined();
  });

  test('tells created from changed from unchanged', async () => {
    const { org, successes } = await deployFiles(GOOD);
    const flags = (list: typeof successes) =>
      list
        .filter(({ componentType }) => componentType === 'CustomField')
        .map(({ created, changed }) => [created, changed]);
    expect(flags(successes)).toEqual([[true, true]]);
    expect(flags((await deployFiles(GOOD, {}, org)).successes)).toEqual([[false, false]]);
    const relabelled = { 'objects/Account.object': field('Good__c').replace('A label', 'Another') };
    expect(flags((await deployFiles(relabelled, {}, org)).successes)).toEqual([[false, true]]);
    expect(org.schema.field('Account', 'Good__c')?.label).toBe('Another');
  });

  test('takes only the fields that the manifest names, and not the file that carries them', async () => {
    const { problems, successes } = await deployFiles({
      'package.xml': manifest({ CustomField: ['Account.Good__c'] }),
      ...GOOD,
    });
    expect(problems).toEqual([]);
    expect(successes.map(({ fullName }) => fullName)).toEqual(['Account.Good__c', 'package.xml']);
  });

  test('refuses a file that the manifest does not name', async () => {
    const { problems } = await deployFiles({ 'package.xml': manifest({}), 'roles/R.role': '<name>R</name>' });
    expect(problems).toEqual(['roles/R.role: Not in package.xml']);
  });

  test('refuses a member without a file, at its line, and only warns when files may be missing', async () => {
    const files = { 'package.xml': manifest({ Role: ['Gone'] }) };
    const missing =
      "An object 'Gone' of type Role was named in package.xml, but was not found in zipped directory";
    expect((await deployFiles(files)).problems).toEqual([`package.xml:2 ${missing}`]);
    const { problems, successes } = await deployFiles(files, {
      allowMissingFiles: true,
      ignoreWarnings: true,
    });
    expect(problems).toEqual([]);
    expect(successes[0]).toMatchObject({ problem: missing, problemType: 'Warning' });
  });

  test.each([
    ['Workflow', 'The local org does not model Workflow.'],
    ['Nonsense', "Unknown type name 'Nonsense' specified in package.xml"],
  ])('refuses the type %s by name', async (type, problem) => {
    const { problems } = await deployFiles({
      'package.xml': manifest({ [type]: ['A'] }),
      'workflows/A.workflow': 'x',
    });
    expect(problems).toEqual([`package.xml:2 ${problem}`]);
  });

  test('reports a file that is no XML at its line, and not its children as missing', async () => {
    const { problems } = await deployFiles({
      'package.xml': manifest({ CustomField: ['Account.Good__c'] }),
      'objects/Account.object': '<?xml version="1.0"?>\n<CustomObject>\n<fields></CustomObject>',
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^objects\/Account\.object:3 Error parsing file: /);
  });

  test.each([
    ['what is no zip', new Uint8Array([1, 2, 3]), "The deploy's ZipFile is no zip file"],
    ['a zip without package.xml', undefined, 'No package.xml found'],
  ])('refuses %s as a whole', async (_what, zip, problem) => {
    const org = createOrg();
    const progress = { total: () => {}, processed: () => {}, isCanceled: () => false };
    const { zipSync } = await import('fflate');
    const outcome = await runDeploy(
      org,
      org.userById(org.adminId),
      zip ?? zipSync({ 'a.txt': new Uint8Array() }),
      NO_OPTIONS,
      progress,
    );
    expect(outcome).toMatchObject({
      kind: 'unreadable',
      failure: { problem: expect.stringContaining(problem) },
    });
  });

  test('stops between components when asked to', async () => {
    const org = createOrg();
    let processed = 0;
    const progress = {
      total: () => {},
      processed: () => void (processed += 1),
      isCanceled: () => processed > 0,
    };
    const outcome = await runDeploy(org, org.userById(org.adminId), zipOf(GOOD), NO_OPTIONS, progress);
    expect(outcome).toEqual({ kind: 'canceled' });
    expect(processed).toBe(1);
    expect(org.schema.field('Account', 'Good__c')).toBeUndefined();
  });
});

describe('destructive changes', () => {
  const removal = {
    'package.xml': manifest({}),
    'destructiveChanges.xml': manifest({ CustomField: ['Account.Good__c'] }),
  };

  test('delete a field with its definition', async () => {
    const { org } = await deployFiles(GOOD);
    const { problems, successes } = await deployFiles(removal, {}, org);
    expect(problems).toEqual([]);
    expect(successes[0]).toMatchObject({ fullName: 'Account.Good__c', deleted: true });
    expect(org.schema.field('Account', 'Good__c')).toBeUndefined();
    expect(org.metadata.get('CustomField', 'Account.Good__c')).toBeUndefined();
  });

  test('refuse to delete what a list still shows', async () => {
    const view =
      '<listViews><fullName>L</fullName><columns>Good__c</columns><filterScope>Mine</filterScope><label>L</label></listViews>';
    const { org } = await deployFiles({ 'objects/Account.object': field('Good__c') + view });
    const { problems } = await deployFiles(removal, {}, org);
    expect(problems).toEqual([
      'destructiveChanges.xml:2 Account.Good__c is referenced elsewhere in salesforce.com: ListView Account.L',
    ]);
    expect(org.schema.field('Account', 'Good__c')).toBeDefined();
  });

  test('refuse to delete a label that a component shows', async () => {
    const script = `import { LightningElement } from 'lwc';\nimport T from '@salesforce/label/c.CS_T';\nexport default class CsOne extends LightningElement { t = T; }\n`;
    const label =
      '<labels><fullName>CS_T</fullName><language>en_US</language><protected>false</protected><shortDescription>T</shortDescription><value>T</value></labels>';
    const bundle = bundleFiles('csOne', RECORD_PAGE_META, script);
    const { org } = await deployFiles({ 'labels/CustomLabels.labels': label, ...bundle });
    const destructive = { 'destructiveChangesPost.xml': manifest({ CustomLabel: ['CS_T'] }) };
    const { problems } = await deployFiles({ 'package.xml': manifest({}), ...destructive }, {}, org);
    expect(problems).toEqual([
      'destructiveChangesPost.xml:2 CS_T is referenced elsewhere in salesforce.com: LightningComponentBundle csOne',
    ]);
    const both = {
      'destructiveChanges.xml': manifest({ CustomLabel: ['CS_T'], LightningComponentBundle: ['csOne'] }),
    };
    expect((await deployFiles({ 'package.xml': manifest({}), ...both }, {}, org)).problems).toEqual([]);
    expect(org.metadata.get('LightningComponentBundle', 'csOne')).toBeUndefined();
  });

  test('delete components that name one another, and refuse one of them alone', async () => {
    const inner = bundleFiles(
      'csInner',
      RECORD_PAGE_META,
      `import { LightningElement } from 'lwc';\nexport default class CsInner extends LightningElement {}\n`,
    );
    const outer = bundleFiles(
      'csOuter',
      RECORD_PAGE_META,
      `import CsInner from 'c/csInner';\nexport default class CsOuter extends CsInner {}\n`,
    );
    const { org, problems: first } = await deployFiles({ ...inner, ...outer });
    expect(first).toEqual([]);
    const remove = (...names: string[]) =>
      deployFiles(
        {
          'package.xml': manifest({}),
          'destructiveChanges.xml': manifest({ LightningComponentBundle: names }),
        },
        {},
        org,
      );
    expect((await remove('csInner')).problems).toEqual([
      expect.stringContaining(
        'csInner is referenced elsewhere in salesforce.com: LightningComponentBundle csOuter',
      ),
    ]);
    expect((await remove('csInner', 'csOuter')).problems).toEqual([]);
    expect(org.metadata.list('LightningComponentBundle')).toEqual([]);
  });

  test('delete an object with its fields, its lists and its tab', async () => {
    const body = `<deploymentStatus>Deployed</deploymentStatus>${field('A__c')}<label>T</label><nameField><label>N</label><type>Text</type></nameField><pluralLabel>Ts</pluralLabel><sharingModel>Private</sharingModel>`;
    const { org, problems } = await deployFiles({
      'objects/T__c.object': body,
      'tabs/T__c.tab': '<customObject>true</customObject><motif>Custom1: Heart</motif>',
    });
    expect(problems).toEqual([]);
    const destructive = { 'destructiveChanges.xml': manifest({ CustomObject: ['T__c'] }) };
    expect((await deployFiles({ 'package.xml': manifest({}), ...destructive }, {}, org)).problems).toEqual(
      [],
    );
    expect(org.schema.object('T__c')).toBeUndefined();
    expect(org.metadata.list('CustomField')).toEqual([]);
    expect(org.metadata.list('CustomTab')).toEqual([]);
  });

  test('delete objects that refer to one another, children first, whatever they are called', async () => {
    const objectOf = (more = '') =>
      `<deploymentStatus>Deployed</deploymentStatus>${more}<label>T</label><nameField><label>N</label><type>Text</type></nameField><pluralLabel>Ts</pluralLabel><sharingModel>Private</sharingModel>`;
    const lookup = (names: string) =>
      `<fields><fullName>Parent__c</fullName><label>Parent</label><type>Lookup</type><referenceTo>B__c</referenceTo><relationshipLabel>${names}</relationshipLabel><relationshipName>${names}</relationshipName></fields>`;
    const { org, problems } = await deployFiles({
      'objects/A__c.object': objectOf(lookup('As')),
      'objects/B__c.object': objectOf(),
      'objects/C__c.object': objectOf(lookup('Cs')),
    });
    expect(problems).toEqual([]);
    const remove = (...names: string[]) =>
      deployFiles(
        { 'package.xml': manifest({}), 'destructiveChanges.xml': manifest({ CustomObject: names }) },
        {},
        org,
      );
    expect((await remove('B__c', 'C__c')).problems).toEqual([expect.stringContaining('A__c.Parent__c')]);
    expect((await remove('A__c', 'B__c', 'C__c')).problems).toEqual([]);
    expect(org.schema.object('B__c')).toBeUndefined();
  });

  test('warn of what is not there, which fails unless warnings are ignored', async () => {
    expect((await deployFiles(removal)).problems).toEqual([
      'destructiveChanges.xml:2 No CustomField named: Account.Good__c found',
    ]);
    expect((await deployFiles(removal, { ignoreWarnings: true })).problems).toEqual([]);
  });

  test('come before the rest, so that a name can be given to something else', async () => {
    const { org } = await deployFiles(GOOD);
    const swap = { ...removal, 'package.xml': manifest({ CustomField: ['Account.Good__c'] }) };
    const lookup =
      '<fields><fullName>Good__c</fullName><label>U</label><referenceTo>User</referenceTo><relationshipName>Us</relationshipName><type>Lookup</type></fields>';
    const { problems } = await deployFiles(
      { ...swap, 'objects/Account.object': metadataFile('CustomObject', lookup) },
      {},
      org,
    );
    expect(problems).toEqual([]);
    expect(org.schema.field('Account', 'Good__c')?.type).toBe('reference');
  });
});
