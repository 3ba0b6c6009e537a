import { describe, expect, test } from '@jest/globals';
import type { FieldInfo, ObjectInfo } from '../fieldInfo/fieldInfo.ts';
import { columnsOfFields, columnsOfList, fieldsOfColumns } from './tableColumns.ts';

const field = (apiName: string, more: Partial<FieldInfo> = {}): FieldInfo => ({
  ...{ apiName, label: apiName, dataType: 'String', createable: true, updateable: true },
  ...{ required: false, length: 80, scale: 0 },
  ...more,
});
const OWNER = field('OwnerId', {
  dataType: 'Reference',
  label: 'Owner ID',
  relationshipName: 'Owner',
  referenceToInfos: [{ apiName: 'User', nameFields: ['Name'] }],
});
const INFO: ObjectInfo = {
  ...{ apiName: 'Account', label: 'Account', labelPlural: 'Accounts', nameFields: ['Name'] },
  ...{ defaultRecordTypeId: null, createable: true, updateable: true, deletable: true },
  fields: { Name: field('Name'), OwnerId: OWNER },
};
const column = (fieldApiName: string) => ({ fieldApiName, label: fieldApiName, sortable: true });

describe('the columns of a list view', () => {
  const columns = columnsOfList(INFO, [column('Name'), column('Owner.Name'), column('Parent.Phone')]);

  test('the name links to the record', () => {
    expect(columns.map(({ isName }) => isName)).toEqual([true, false, false]);
  });

  test("a parent's name is the lookup that leads to it; another field of a parent is text", () => {
    expect(columns[1]?.info).toBe(OWNER);
    expect(columns[2]?.info).toMatchObject({ apiName: 'Parent.Phone', dataType: 'String' });
  });

  test('a lookup needs the name of what it points to', () => {
    expect(fieldsOfColumns(INFO, columns)).toEqual([
      'Account.Name',
      'Account.OwnerId',
      'Account.Owner.Name',
      'Account.Parent.Phone',
    ]);
  });
});

test('a field that the user cannot read has no column', () => {
  expect(columnsOfFields(INFO, ['Name', 'Secret__c']).map(({ name }) => name)).toEqual(['Name']);
});
