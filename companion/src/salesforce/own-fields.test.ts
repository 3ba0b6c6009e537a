import { describe, expect, test } from '@jest/globals';
import type { OwnColumn } from '../domain/mapping/field-mapping.ts';
import { ownValues, selectAccounts } from './account-row.ts';
import { fail, type StubRequest } from './testing/stub-org.ts';
import { rows, saved, withOrg } from './testing/with-org.ts';
import { createTyper } from './typed-rows.ts';

const column = (target: OwnColumn['target'], field: string, more: Partial<OwnColumn> = {}): OwnColumn => ({
  ...{ target, field, type: 'text', nameThrough: null },
  ...more,
});
const OWN = [
  column('ARR', 'Annual__c', { type: 'number' }),
  column('Renewal Date', 'Ends__c'),
  column('CSM', 'Csm__c', { nameThrough: 'Csm__r' }),
];

const soqlOf = ({ query }: StubRequest) => query.get('q') ?? '';

describe('own fields', () => {
  test('are asked for along with those of Tenure, the name behind a lookup too, and none twice', () => {
    const { fields } = selectAccounts([...OWN, column('CSM', 'OwnerId', { nameThrough: 'Owner' })]);
    const names = fields.split(', ');
    expect(names).toEqual(
      expect.arrayContaining(['Annual__c', 'Ends__c', 'Csm__c', 'Csm__r.Name', 'Owner.Name']),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(selectAccounts([]).fields).not.toContain('Annual__c');
  });

  test('come out of a bulk job as they come out of a query', () => {
    const { row } = selectAccounts(OWN);
    const toRow = (cells: Record<string, string>) =>
      createTyper(row, Object.keys(cells))(Object.values(cells));
    const typed = toRow({
      ...{ Annual__c: '1200.5', Ends__c: '2027-03-31', Csm__c: '005A', 'Csm__r.Name': 'Priya Nair' },
    });
    expect(ownValues(typed, OWN)).toEqual({
      ARR: { value: 1200.5, name: null },
      'Renewal Date': { value: '2027-03-31', name: null },
      CSM: { value: '005A', name: 'Priya Nair' },
    });
    const empty = toRow({ Annual__c: '', Ends__c: '', Csm__c: '', 'Csm__r.Name': '' });
    expect(ownValues(empty, OWN)).toMatchObject({
      ARR: { value: null },
      CSM: { value: null, name: null },
    });
  });

  test('are described as the companion sees them', async () => {
    const fields = [
      { name: 'Annual__c', label: 'Annual', type: 'currency', calculated: true, precision: 16, scale: 2 },
      { name: 'Staff__c', label: 'Staff', type: 'int', calculated: false, precision: 0, digits: 8 },
      {
        ...{ name: 'Segment__c', label: 'Segment', type: 'picklist', calculated: false },
        picklistValues: [
          { value: 'Gold', active: true },
          { value: 'Old', active: false },
        ],
      },
      { name: 'CurrencyIsoCode', label: 'Currency', type: 'picklist', calculated: false },
    ];
    const description = await withOrg(
      () => ({ body: { name: 'Account', fields } }),
      ({ reader }) => reader.describeAccount(),
    );
    expect(description.hasCurrencies).toBe(true);
    expect(description.fields).toMatchObject([
      { name: 'Annual__c', type: 'currency', calculated: true, precision: 16, scale: 2, referenceTo: [] },
      { name: 'Staff__c', precision: 8, scale: 0 },
      { name: 'Segment__c', values: ['Gold'] },
      { name: 'CurrencyIsoCode' },
    ]);
  });

  test('are mapped by the active records of the org; one for a field that is not known here is another version', async () => {
    const record = (CS_Target__c: string) => ({
      ...{ Id: 'a0M1', CS_Target__c, CS_Source__c: 'Annual__c', CS_Values__c: null },
      ...{ CS_Highest__c: 10, CS_State__c: 'Read', CS_Message__c: 'Fine' },
    });
    await withOrg(
      () => rows([record('Health'), record('Mood')]),
      async ({ reader }, requests) => {
        expect(await reader.readMappings()).toEqual([
          {
            recordId: 'a0M1',
            mapping: { target: 'Health', source: 'Annual__c', values: null, highest: 10 },
            ...{ state: 'Read', message: 'Fine' },
          },
        ]);
        expect(soqlOf(requests.at(-1) as StubRequest)).toContain('WHERE CS_Active__c = true');
      },
    );
  });

  test('are told of by updating the record of the mapping, and one that was deleted is let go', async () => {
    await withOrg(
      () => saved(null, 'ENTITY_IS_DELETED'),
      async ({ writer }, requests) => {
        const fields = { CS_State__c: 'Read' };
        const records = ['a0M1', 'a0M2'].map((key) => ({ key, parentId: key, fields }));
        const results = await writer.write('CS_Field_Mapping__c', records);
        expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'gone']);
        const { method, path, body } = requests.at(-1) ?? {};
        expect([method, path]).toEqual(['PATCH', '/services/data/v66.0/composite/sobjects']);
        expect(JSON.parse(body ?? '')).toMatchObject({
          records: [{ attributes: { type: 'CS_Field_Mapping__c' }, id: 'a0M1', CS_State__c: 'Read' }, {}],
        });
      },
    );
  });

  test('whose mappings cannot be read stop a run with what to do', async () => {
    await withOrg(
      () => fail(400, 'INVALID_TYPE', "sObject type 'CS_Field_Mapping__c' is not supported."),
      async ({ reader }) => {
        await expect(reader.readMappings()).rejects.toThrow(/CS_Field_Mapping__c.*Deploy force-app first/);
      },
    );
  });
});
