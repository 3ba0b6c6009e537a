import { lacksAccess, reduceErrors } from 'c/csLdsErrors';

describe('reduceErrors', () => {
  test.each([
    ['nothing', undefined, []],
    ['null', null, []],
    ['a sentence', 'No access', ['No access']],
    ['an Error', new Error('Boom'), ['Boom']],
    ['a wire error', { body: { message: 'Not found' } }, ['Not found']],
    ['a list in the body', { body: [{ message: 'One' }, { message: 'Two' }] }, ['One', 'Two']],
    ['GraphQL errors', [{ message: 'First' }, { message: 'Second' }], ['First', 'Second']],
    ['only a status', { statusText: 'Server Error' }, ['Server Error']],
    [
      'record and field errors, which say more than the message above them',
      {
        body: {
          message: 'An error occurred while trying to update the record.',
          output: {
            errors: [{ message: 'Locked' }],
            fieldErrors: { CS_Score__c: [{ message: 'Value too large' }] },
          },
        },
      },
      ['Locked', 'Value too large'],
    ],
    ['the same sentence twice', ['Twice', 'Twice'], ['Twice']],
    ['a list with gaps', [null, 'Left'], ['Left']],
  ])('reads %s', (_, errors, expected) => {
    expect(reduceErrors(errors)).toEqual(expected);
  });

  test('never stays silent about an error without words', () => {
    expect(reduceErrors({})).toEqual(['Salesforce answered with an error that it does not describe.']);
  });
});

describe('lacksAccess', () => {
  test.each([
    ["Validation error of type FieldUndefined: Field 'CS_ARR__c' in type 'Account' is undefined", true],
    ['Validation error of type UnknownType: Unknown type CS_Note__c_Filter', true],
    ['The request failed with status 503.', false],
    ['Validation error of type SubSelectionRequired: Sub selection required', false],
  ])('%s: %s', (message, expected) => {
    expect(lacksAccess([{ message }])).toBe(expected);
  });

  test('no error is no lack of access', () => {
    expect(lacksAccess(undefined)).toBe(false);
  });
});
