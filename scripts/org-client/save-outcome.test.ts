import { expect, test } from '@jest/globals';
import { saveOutcome } from './save-outcome.ts';

test('answers the Id of a saved record', () => {
  expect(saveOutcome({ id: '001', success: true, errors: [] })).toEqual({ success: true, id: '001' });
});

test('joins the reasons of a refused one', () => {
  const outcome = saveOutcome({
    success: false,
    errors: [
      { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Name' },
      { errorCode: 'STRING_TOO_LONG', message: 'Title' },
    ],
  });
  expect(outcome).toEqual({ success: false, reason: 'REQUIRED_FIELD_MISSING: Name; STRING_TOO_LONG: Title' });
});

test('says so when the org gives no reason', () => {
  expect(saveOutcome({ success: false, errors: [] })).toEqual({
    success: false,
    reason: 'The org refused it without a reason',
  });
});
