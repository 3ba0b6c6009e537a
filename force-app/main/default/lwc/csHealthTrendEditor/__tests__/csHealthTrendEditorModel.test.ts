import { changedScore, describeStanding, isTaken, manualScore, mayRecord } from '../csHealthTrendEditorModel';
import { ACCESS } from './access';

const ENTRY = { score: 30, comment: '' };
const STANDING = { id: 's1', score: 45, comment: '', by: 'Marcus Lindqvist' };

test('a score by hand has account, day and source for its key, which is unique', () => {
  expect(manualScore('001', ENTRY, '2026-11-22').fields).toEqual({
    CS_Account__c: '001',
    CS_Scored_On__c: '2026-11-22',
    CS_Source__c: 'Manual',
    CS_Key__c: '001:2026-11-22:Manual',
    CS_Score__c: 30,
    CS_Comment__c: null,
  });
});

test('a second one of the day changes score and comment, and takes away a comment that is no longer meant', () => {
  expect(changedScore('s1', ENTRY).fields).toEqual({ Id: 's1', CS_Score__c: 30, CS_Comment__c: null });
});

test.each([
  ['with all rights', ACCESS, true],
  ['who may not create', { ...ACCESS, createable: false }, false],
  ['who may not edit', { ...ACCESS, updateable: false }, false],
  ['who may not see the key', { ...ACCESS, fields: { ...ACCESS.fields, CS_Key__c: undefined } }, false],
])('a user %s may record: %s', (_, info, expected) => {
  expect(Boolean(mayRecord(info as never))).toBe(expected);
});

describe('a health that someone else has set meanwhile', () => {
  const fault = { errorCode: 'DUPLICATE_VALUE', message: 'Doppelter Wert' };

  test.each([
    ['an error of the record', { body: { output: { errors: [fault], fieldErrors: {} } } }, true],
    [
      'an error of the field',
      { body: { output: { errors: [], fieldErrors: { CS_Key__c: [fault] } } } },
      true,
    ],
    [
      'a message that names the key',
      { body: { message: 'duplicate value found: CS_Key__c duplicates value on record with id: a01' } },
      true,
    ],
    ['another error', { body: { message: 'You may not edit this account' } }, false],
    ['a dead network', new Error('Failed to fetch'), false],
  ])('is told from %s', (_, error, expected) => {
    expect(isTaken(error)).toBe(expected);
  });

  test.each([
    [
      STANDING,
      true,
      'Marcus Lindqvist has just set health to 45, and that stands. Save again to replace it with yours.',
    ],
    [
      { ...STANDING, comment: 'Quiet' },
      false,
      'Marcus Lindqvist set health to 45 today (“Quiet”). Saving replaces it: a day has one health set by hand.',
    ],
    [
      { ...STANDING, by: '' },
      true,
      'Someone has just set health to 45, and that stands. Save again to replace it with yours.',
    ],
  ])('stands, and the user is told whose it is', (standing, isNew, text) => {
    expect(describeStanding(standing, isNew)).toBe(text);
  });
});
