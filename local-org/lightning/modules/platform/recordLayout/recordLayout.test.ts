import { describe, expect, test } from '@jest/globals';
import { fieldsOf, toSections } from './recordLayout.ts';

const item = (apiName: string | null, { required = false, editableForUpdate = true } = {}) => ({
  required,
  editableForUpdate,
  layoutComponents: [{ apiName, componentType: apiName ? 'Field' : 'EmptySpace' }],
});
const SECTION = {
  id: '0',
  heading: 'Information',
  useHeading: true,
  columns: 2,
  layoutRows: [
    { layoutItems: [item('Name', { required: true }), item('Phone')] },
    { layoutItems: [item('CreatedDate', { editableForUpdate: false }), item(null)] },
  ],
};

describe('toSections', () => {
  test('turns rows of items into columns of fields, without their gaps', () => {
    expect(toSections({ sections: [SECTION] })).toEqual([
      {
        id: '0',
        heading: 'Information',
        columns: [
          [
            { field: 'Name', behavior: 'required' },
            { field: 'CreatedDate', behavior: 'readonly' },
          ],
          [{ field: 'Phone', behavior: 'none' }],
        ],
      },
    ]);
  });

  test('a section that hides its heading has none', () => {
    expect(toSections({ sections: [{ ...SECTION, useHeading: false }] })[0]?.heading).toBe('');
  });
});

test('fields are named row by row, as one reads them', () => {
  expect(fieldsOf(toSections({ sections: [SECTION] }))).toEqual(['Name', 'Phone', 'CreatedDate']);
});
