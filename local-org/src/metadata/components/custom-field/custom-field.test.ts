import { describe, expect, test } from '@jest/globals';
import { deployFiles } from '../../testing/deploy-files.ts';

const DIGITS = '<precision>3</precision><scale>0</scale>';
const REFERENCE = '<referenceTo>Account</referenceTo><relationshipName>CS_Things</relationshipName>';
const VALUES = (...names: string[]): string =>
  `<valueSet><valueSetDefinition><sorted>false</sorted>${names
    .map((name) => `<value><fullName>${name}</fullName><default>false</default></value>`)
    .join('')}</valueSetDefinition></valueSet>`;

function field(name: string, body: string, label = 'A label'): string {
  return `<fields><fullName>${name}</fullName><label>${label}</label>${body}</fields>`;
}

async function problemsOf(fields: string): Promise<string[]> {
  const { problems } = await deployFiles({ 'objects/Contact.object': fields });
  return problems.map((problem) => problem.replace('objects/Contact.object:3 ', ''));
}

describe('CustomField', () => {
  test.each([
    [
      'a name without __c',
      field('CS_A', '<type>Date</type>'),
      'The local org does not model changes to the standard field Contact.CS_A.',
    ],
    [
      'a name with a double underscore inside',
      field('CS__A__c', '<type>Date</type>'),
      'The Field Name field can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores. Found: CS__A',
    ],
    [
      'a name of 41 characters',
      field(`A${'b'.repeat(40)}__c`, '<type>Date</type>'),
      `Field Name: data value too large: A${'b'.repeat(40)} (41 characters, max length=40)`,
    ],
    [
      'a label of 41 characters',
      field('A__c', '<type>Date</type>', 'x'.repeat(41)),
      `label: data value too large: ${'x'.repeat(41)} (max length=40)`,
    ],
    [
      'no label',
      '<fields><fullName>A__c</fullName><type>Date</type></fields>',
      'Must specify a non-empty label for the CustomField',
    ],
    ['no type', field('A__c', ''), 'Must specify a type for the CustomField'],
    [
      'a text without length',
      field('A__c', '<type>Text</type>'),
      "Must specify 'length' for a CustomField of type Text",
    ],
    [
      'a text of 256 characters',
      field('A__c', '<length>256</length><type>Text</type>'),
      'length: 256 is out of range; expected 1 to 255',
    ],
    [
      'a text area with length',
      field('A__c', '<length>255</length><type>TextArea</type>'),
      "Can not specify 'length' for a CustomField of type TextArea",
    ],
    [
      'a checkbox without default',
      field('A__c', '<type>Checkbox</type>'),
      "Must specify 'defaultValue' for a CustomField of type Checkbox",
    ],
    [
      'a long text that is required',
      field(
        'A__c',
        '<length>500</length><required>true</required><type>LongTextArea</type><visibleLines>3</visibleLines>',
      ),
      "Can not specify 'required' for a CustomField of type LongTextArea",
    ],
    [
      'a long text without visible lines',
      field('A__c', '<length>500</length><type>LongTextArea</type>'),
      "Must specify 'visibleLines' for a CustomField of type LongTextArea",
    ],
    [
      'a number of 19 digits',
      field('A__c', '<precision>19</precision><scale>0</scale><type>Number</type>'),
      'precision: 19 is out of range; expected 1 to 18',
    ],
    [
      'more decimals than digits',
      field('A__c', '<precision>3</precision><scale>4</scale><type>Number</type>'),
      'scale: 4 is out of range; expected 0 to the precision, 3',
    ],
    [
      'an external id of a date',
      field('A__c', '<externalId>true</externalId><type>Date</type>'),
      "Can not specify 'externalId' for a CustomField of type Date",
    ],
    [
      'a picklist without values',
      field('A__c', `<type>Picklist</type>${VALUES()}`),
      'A picklist needs at least one value',
    ],
    [
      'a picklist value that stands twice',
      field('A__c', `<type>Picklist</type>${VALUES('Hot', 'hot')}`),
      'Duplicate picklist value: hot',
    ],
    [
      'a global value set, which the org lacks',
      field('A__c', '<type>Picklist</type><valueSet><valueSetName>CS_Bands</valueSetName></valueSet>'),
      'In field: valueSetName - no GlobalValueSet named CS_Bands found',
    ],
    [
      'a multi-select value with a semicolon',
      field('A__c', `<type>MultiselectPicklist</type>${VALUES('a;b')}<visibleLines>4</visibleLines>`),
      'A value of a multi-select picklist cannot hold a semicolon: a;b',
    ],
    [
      'a lookup to an object that is nowhere',
      field(
        'A__c',
        '<referenceTo>CS_No__c</referenceTo><relationshipName>X</relationshipName><type>Lookup</type>',
      ),
      'In field: referenceTo - no CustomObject named CS_No__c found',
    ],
    [
      'a child relationship name that is taken',
      field('A__c', `${REFERENCE}<type>Lookup</type>`) + field('B__c', `${REFERENCE}<type>Lookup</type>`),
      'There is already a Child Relationship named CS_Things on Account.',
    ],
    [
      'a required lookup that clears',
      field(
        'A__c',
        `<deleteConstraint>SetNull</deleteConstraint>${REFERENCE}<required>true</required><type>Lookup</type>`,
      ),
      'A required lookup cannot be cleared: deleteConstraint is SetNull; expected Restrict',
    ],
    [
      'a master-detail that says it is required',
      field('A__c', `${REFERENCE}<required>true</required><type>MasterDetail</type>`),
      'Master-Detail Relationship Fields Cannot be Optional or Required',
    ],
    [
      'a master-detail on a standard object',
      field('A__c', `${REFERENCE}<type>MasterDetail</type>`),
      'Cannot create a Master-Detail relationship on the standard object Contact',
    ],
    [
      'a type that the local org lacks',
      field('A__c', '<type>Location</type>'),
      'The local org does not model custom fields of type Location.',
    ],
    [
      'a default that is a formula',
      field('A__c', '<defaultValue>TODAY()</defaultValue><type>Date</type>'),
      'The local org does not model the default value TODAY(); expected a constant ("text" in quotes, or a number).',
    ],
    [
      'a formula that is required',
      field('A__c', `<formula>1</formula>${DIGITS}<required>true</required><type>Number</type>`),
      "Can not specify 'required' for a CustomField of type Number",
    ],
  ])('refuses %s', async (_what, fields, problem) => {
    expect(await problemsOf(fields)).toContain(problem);
  });

  test('saves every attribute into the schema', async () => {
    const fields =
      field('Score__c', `${DIGITS}<type>Number</type>`) +
      field(
        'Key__c',
        '<caseSensitive>true</caseSensitive><externalId>true</externalId><length>120</length><type>Text</type><unique>true</unique>',
      ) +
      field(
        'Manager__c',
        '<referenceTo>User</referenceTo><relationshipName>Managed</relationshipName><type>Lookup</type>',
      ) +
      field('Band__c', `<type>Picklist</type>${VALUES('Hot', 'Cold')}`) +
      field('Low__c', '<defaultValue>true</defaultValue><type>Checkbox</type>') +
      field('Story__c', '<length>4000</length><type>Html</type><visibleLines>25</visibleLines>');
    const { org, problems } = await deployFiles({ 'objects/Contact.object': fields });
    expect(problems).toEqual([]);
    expect(org.schema.field('Contact', 'score__C')).toMatchObject({
      type: 'double',
      precision: 3,
      scale: 0,
      nillable: true,
    });
    expect(org.schema.field('Contact', 'Key__c')).toMatchObject({
      length: 120,
      unique: true,
      externalId: true,
    });
    expect(org.schema.parentRelationship('Contact', 'Manager__r')?.reference).toMatchObject({
      to: ['User'],
      childRelationshipName: 'Managed__r',
      onDelete: 'SetNull',
    });
    expect(org.schema.field('Contact', 'Band__c')?.picklist).toMatchObject({
      restricted: false,
      values: [{ value: 'Hot', active: true }, { value: 'Cold' }],
    });
    expect(org.schema.field('Contact', 'Low__c')).toMatchObject({ defaultValue: true, nillable: false });
    expect(org.schema.field('Contact', 'Story__c')).toMatchObject({
      longText: true,
      richText: true,
      length: 4000,
    });
  });

  test('reports two fields of one name at the second', async () => {
    const twice = field('A__c', '<type>Date</type>') + '\n' + field('A__c', '<type>Date</type>');
    const { problems } = await deployFiles({ 'objects/Contact.object': twice });
    expect(problems).toEqual(["objects/Contact.object:4 Duplicate name 'Contact.A__c' specified"]);
  });

  test('refuses to turn a text into a date, and leaves it as it was', async () => {
    const { org } = await deployFiles({
      'objects/Contact.object': field('A__c', '<length>9</length><type>Text</type>'),
    });
    const { problems } = await deployFiles(
      { 'objects/Contact.object': field('A__c', '<type>Date</type>') },
      {},
      org,
    );
    expect(problems.join()).toContain('Cannot change A__c');
    expect(org.schema.field('Contact', 'A__c')?.type).toBe('string');
  });
});
