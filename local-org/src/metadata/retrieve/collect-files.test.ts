import { describe, expect, test } from '@jest/globals';
import { deployFiles } from '../testing/deploy-files.ts';
import { collectFiles } from './collect-files.ts';
import { withholdSecrets } from './withhold-secrets.ts';

const FIELD = (name: string): string =>
  `<fields><fullName>${name}</fullName><label>A</label><type>Date</type></fields>`;
const VIEW =
  '<listViews><fullName>L</fullName><columns>ACCOUNT.NAME</columns><filterScope>Mine</filterScope><label>L</label></listViews>';

describe('collectFiles', () => {
  test('puts the children of one kind together in the file of their parent', async () => {
    const { org } = await deployFiles({ 'objects/Account.object': FIELD('A__c') + FIELD('B__c') + VIEW });
    const { files, properties } = collectFiles(org, [{ type: 'CustomObject', fullName: 'Account' }]);
    expect([...files.keys()]).toEqual(['objects/Account.object']);
    expect([...files.values()][0]?.match(/<(fields|listViews)>/g)).toEqual([
      '<fields>',
      '<fields>',
      '<listViews>',
    ]);
    expect(properties.map(({ fullName }) => fullName)).toEqual(
      expect.arrayContaining(['Account.A__c', 'Account.B__c', 'Account.L']),
    );
  });

  test('brings one child alone when only it is asked for', async () => {
    const { org } = await deployFiles({ 'objects/Account.object': FIELD('A__c') + FIELD('B__c') });
    const { files } = collectFiles(org, [{ type: 'CustomField', fullName: 'Account.B__c' }]);
    expect([...files.values()][0]).toContain('<fullName>B__c</fullName>');
    expect([...files.values()][0]).not.toContain('A__c');
  });

  test('leaves standard objects out of a wildcard', async () => {
    const { org } = await deployFiles({ 'objects/Account.object': FIELD('A__c') });
    expect([...collectFiles(org, [{ type: 'CustomObject', fullName: '*' }]).files]).toEqual([]);
  });

  test('says what cannot be found', async () => {
    const { org } = await deployFiles({ 'roles/R.role': '<name>R</name>' });
    const asked = [
      { type: 'Role', fullName: 'Gone' },
      { type: 'Nonsense', fullName: '*' },
    ];
    expect(collectFiles(org, asked).messages).toEqual([
      "Entity of type 'Role' named 'Gone' cannot be found",
      "Entity type: 'Nonsense' is unknown",
    ]);
  });
});

test('consumer keys and secrets do not leave the org', () => {
  const text =
    '<a>\n  <consumerKey>key</consumerKey>\n  <consumerSecret>secret</consumerSecret>\n  <label>x</label>\n</a>';
  expect(withholdSecrets('ExtlClntAppGlobalOauthSettings', text)).toBe('<a>\n  <label>x</label>\n</a>');
  expect(withholdSecrets('FlexiPage', text)).toBe(text);
});
