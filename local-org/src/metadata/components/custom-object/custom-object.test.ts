import { describe, expect, test } from '@jest/globals';
import { deployFiles } from '../../testing/deploy-files.ts';

const NAME_FIELD = '<nameField><label>Name</label><type>Text</type></nameField>';
const MASTER =
  '<fields><fullName>Account__c</fullName><label>Account</label><referenceTo>Account</referenceTo><relationshipName>Things</relationshipName><type>MasterDetail</type></fields>';

interface Parts {
  fields?: string;
  label?: string;
  pluralLabel?: string;
  nameField?: string;
  sharing?: string;
  rest?: string;
}

function object({
  fields = '',
  label,
  pluralLabel,
  nameField,
  sharing = 'ReadWrite',
  rest = '',
}: Parts = {}): string {
  return [
    '<deploymentStatus>Deployed</deploymentStatus>',
    rest,
    fields,
    label ?? '<label>Thing</label>',
    nameField ?? NAME_FIELD,
    pluralLabel ?? '<pluralLabel>Things</pluralLabel>',
    `<sharingModel>${sharing}</sharingModel>`,
  ].join('');
}

async function problemsOf(parts: Parts, name = 'Thing__c'): Promise<string[]> {
  const { problems } = await deployFiles({ [`objects/${name}.object`]: object(parts) });
  return problems.map((problem) => problem.replace(/^\S+ /, ''));
}

describe('CustomObject', () => {
  test.each<[string, Parts, string]>([
    ['no label', { label: '' }, 'Must specify a non-empty label for the CustomObject'],
    ['no plural label', { pluralLabel: '' }, 'Must specify a non-empty pluralLabel for the CustomObject'],
    ['no name field', { nameField: '' }, 'Must specify a nameField for the CustomObject'],
    [
      'a name field of another type',
      { nameField: '<nameField><label>Name</label><type>Date</type></nameField>' },
      'The nameField must be of type Text or AutoNumber; found Date',
    ],
    [
      'an auto-number without format',
      { nameField: '<nameField><label>No</label><type>AutoNumber</type></nameField>' },
      "Must specify 'displayFormat' with a number part for an AutoNumber nameField",
    ],
    [
      'a label of 41 characters',
      { label: `<label>${'x'.repeat(41)}</label>` },
      `label: data value too large: ${'x'.repeat(41)} (max length=40)`,
    ],
    [
      'sharing by a parent it does not have',
      { sharing: 'ControlledByParent' },
      'sharingModel ControlledByParent needs a Master-Detail field on Thing__c; there is none',
    ],
    [
      'a master-detail and sharing of its own',
      { sharing: 'Private', fields: MASTER },
      'A detail object must have sharingModel ControlledByParent; found Private',
    ],
    [
      'sharing that only campaigns have',
      { sharing: 'FullAccess' },
      'sharingModel FullAccess is not valid for a custom object; expected one of Private, Read, ReadWrite, ControlledByParent',
    ],
    [
      'bulk, sharing and streaming that differ',
      { rest: '<enableBulkApi>true</enableBulkApi><enableSharing>false</enableSharing>' },
      'enableBulkApi, enableSharing and enableStreamingApi must all be true or all be false',
    ],
    [
      'a validation rule, which the local org would not run',
      {
        rest: '<validationRules><fullName>R</fullName><active>true</active><errorConditionFormula>true</errorConditionFormula><errorMessage>No</errorMessage></validationRules>',
      },
      'The local org does not model ValidationRule.',
    ],
  ])('refuses %s', async (_what, parts, problem) => {
    expect(await problemsOf(parts)).toContain(problem);
  });

  test('refuses a standard object that does not exist', async () => {
    const { problems } = await deployFiles({ 'objects/Lead.object': '' });
    expect(problems).toEqual([
      "objects/Lead.object:2 Entity of type 'CustomObject' named 'Lead' cannot be found",
    ]);
  });

  test('creates the object with its name field and a child that follows its parent', async () => {
    const nameField =
      '<nameField><displayFormat>T-{0000}</displayFormat><label>No</label><type>AutoNumber</type></nameField>';
    const { org, problems, successes } = await deployFiles({
      'objects/Thing__c.object': object({ nameField, sharing: 'ControlledByParent', fields: MASTER }),
    });
    expect(problems).toEqual([]);
    expect(org.schema.object('Thing__c')).toMatchObject({
      label: 'Thing',
      labelPlural: 'Things',
      sharingModel: 'ControlledByParent',
    });
    expect(org.schema.field('Thing__c', 'Name')).toMatchObject({ autoNumber: { format: 'T-{0000}' } });
    expect(org.schema.field('Thing__c', 'OwnerId')).toBeUndefined();
    expect(
      successes.map(({ componentType, fullName, created }) => [componentType, fullName, created]),
    ).toEqual([
      ['CustomObject', 'Thing__c', true],
      ['CustomField', 'Thing__c.Account__c', true],
      ['', 'package.xml', false],
    ]);
  });

  test('keeps the fields out of what is stored of the object, and stores each by itself', async () => {
    const { org } = await deployFiles({
      'objects/Thing__c.object': object({ sharing: 'ControlledByParent', fields: MASTER }),
    });
    expect(Object.values(org.metadata.get('CustomObject', 'Thing__c')!.files)[0]).not.toContain('<fields>');
    expect(Object.values(org.metadata.get('CustomField', 'Thing__c.Account__c')!.files)[0]).toMatch(
      /<CustomField xmlns="[^"]+"><fullName>Account__c<\/fullName>.*<\/CustomField>\n$/,
    );
  });
});
