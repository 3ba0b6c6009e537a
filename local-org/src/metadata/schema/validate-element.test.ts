import { describe, expect, test } from '@jest/globals';
import { parseXml } from '../xml/parse-xml.ts';
import { loadMetadataSchema } from './load-metadata-schema.ts';
import { validateElement } from './validate-element.ts';

async function problemsOf(type: string, body: string): Promise<string[]> {
  const root = parseXml(`<${type}>\n${body}\n</${type}>`);
  const problems = validateElement(await loadMetadataSchema(), root, type);
  return problems.map(({ message, line, column }) => `${message} (${line}:${column})`);
}

describe('validateElement', () => {
  test('accepts a field as the platform writes it', async () => {
    const field = '<fullName>A__c</fullName><label>A</label><length>80</length><type>Text</type>';
    expect(await problemsOf('CustomField', field)).toEqual([]);
  });

  const SORTED = '<valueSetDefinition><sorted>maybe</sorted></valueSetDefinition>';
  test.each([
    [
      'an element the type does not have',
      'CustomField',
      '    <foo>1</foo>',
      'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}foo invalid at this location in type CustomField (2:10)',
    ],
    [
      'a value that the enum does not have',
      'CustomField',
      '<type>Txt</type>',
      "Error parsing file: 'Txt' is not a valid value for the enum 'FieldType' (2:7)",
    ],
    [
      'a boolean that is none, deep inside',
      'CustomField',
      `<valueSet>${SORTED}</valueSet>`,
      "Error parsing file: 'maybe' is not a valid value for the type xsd:boolean (2:39)",
    ],
    [
      'a number with a fraction where a whole one belongs',
      'CustomField',
      '<length>8.5</length>',
      "Error parsing file: '8.5' is not a valid value for the type xsd:int (2:9)",
    ],
    [
      'a single element that stands twice',
      'CustomField',
      '<label>A</label>\n<label>B</label>',
      'Error parsing file: Element label is duplicated at this location in type CustomField (3:8)',
    ],
    [
      'repeated elements that do not stand together',
      'CustomApplication',
      '<tabs>a</tabs><label>x</label><tabs>b</tabs>',
      'Error parsing file: Element tabs is duplicated at this location in type CustomApplication (2:37)',
    ],
    [
      'elements inside a text',
      'CustomField',
      '<label><b>A</b></label>',
      'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}b invalid at this location in a simple type (2:11)',
    ],
    ['a required element that is missing', 'PermissionSet', '', 'Required field is missing: label (1:16)'],
  ])('reports %s', async (_what, type, body, problem) => {
    expect(await problemsOf(type, body)).toEqual([problem]);
  });

  test('takes elements of the base types', async () => {
    const override = '<actionName>View</actionName><pageOrSobjectType>Account</pageOrSobjectType>';
    expect(await problemsOf('CustomApplication', `<actionOverrides>${override}</actionOverrides>`)).toEqual(
      [],
    );
  });

  test('accepts a version with a fraction and leaves a bundle’s target configuration to its own rules', async () => {
    const body = '<apiVersion>66.0</apiVersion><targetConfigs><targetConfig targets="x"/></targetConfigs>';
    expect(await problemsOf('LightningComponentBundle', body)).toEqual([]);
  });

  test('knows which types are components', async () => {
    const schema = await loadMetadataSchema();
    expect(schema.get('Report')?.isMetadata).toBe(true);
    expect(schema.get('ReportColumn')?.isMetadata).toBe(false);
    expect(schema.get('CustomValue')?.isMetadata).toBe(true);
  });
});
