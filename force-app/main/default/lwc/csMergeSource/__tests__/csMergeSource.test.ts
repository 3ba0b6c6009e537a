import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { MERGE_FIELDS } from 'c/csMergeFields';
import { mergeValuesOf } from 'c/csMergeSource';
import { accountOf, recordOf } from 'test/records';

const TODAY = '2026-11-22';

function valuesFor(fields: Record<string, unknown>) {
  return mergeValuesOf({ account: accountOf(fields) as RecordRepresentation, contact: undefined }, TODAY);
}

describe('values of merge fields', () => {
  test('there is one for every field that a template may name', () => {
    const names = Object.keys(mergeValuesOf({ account: undefined, contact: undefined }, TODAY));
    expect(names.sort()).toEqual(MERGE_FIELDS.map(({ name }) => name).sort());
  });

  test('an amount reads as the org words it, a day as the locale does', () => {
    const account = {
      ...accountOf({ CS_Renewal_Date__c: '2027-01-03' }),
    } as RecordRepresentation;
    account.fields.CS_ARR__c = { value: 640000, displayValue: '$640,000.00' };
    expect(mergeValuesOf({ account, contact: undefined }, TODAY)).toMatchObject({
      'account.arr': '$640,000.00',
      'renewal.date': 'Jan 3, 2027',
      'renewal.daysLeft': '42',
      today: 'Nov 22, 2026',
    });
  });

  test.each([
    [{ CS_Renewal_Date__c: TODAY }, '0'],
    [{ CS_Renewal_Date__c: '2026-11-21' }, null],
    [{ CS_Renewal_Date__c: null }, null],
    [{}, null],
  ])('with %j, days to renewal are %j', (fields, expected) => {
    expect(valuesFor(fields)['renewal.daysLeft']).toBe(expected);
  });

  test('the CSM is the person behind the lookup', () => {
    const manager = recordOf('User', '005000000000001AAA', { Name: 'Dana Reyes', FirstName: 'Dana' });
    expect(valuesFor({ CS_Manager__r: manager })).toMatchObject({
      'csm.name': 'Dana Reyes',
      'csm.firstName': 'Dana',
      'csm.email': null,
    });
  });

  test('a zero is a value', () => {
    expect(valuesFor({ CS_NPS_Score__c: 0 })['nps.score']).toBe('0');
  });
});
