import { expect, test } from '@jest/globals';
import type { BucketDef } from '../model/report-def.ts';
import { bucketOf } from './row-values.ts';

const HEALTH: BucketDef = {
  token: 'BucketField_Health',
  label: 'Health',
  source: 'Account$CS_Health__c',
  blankIsZero: false,
  ranges: [
    { label: 'Poor', from: undefined, to: 49 },
    { label: 'Fair', from: 49, to: 74 },
    { label: 'Good', from: 74, to: undefined },
  ],
};

test.each([
  [0, 'Poor'],
  [49, 'Poor'],
  [50, 'Fair'],
  [74, 'Fair'],
  [75, 'Good'],
  [null, null],
])('health %j is %j', (value, label) => {
  expect(bucketOf(HEALTH, value)).toBe(label);
});

test('a blank is zero where the bucket says so', () => {
  expect(bucketOf({ ...HEALTH, blankIsZero: true }, null)).toBe('Poor');
});
