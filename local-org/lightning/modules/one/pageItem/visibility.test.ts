import { describe, expect, test } from '@jest/globals';
import { isVisible, recordFieldsOf } from './visibility.ts';

const record = {
  apiName: 'Account',
  id: '001',
  fields: { Type: { value: 'Customer', displayValue: null }, Size: { value: 7, displayValue: null } },
};
const criterion = (left: string, operator: string, right: string) => ({ left, operator, right });
const IS_CUSTOMER = criterion('Record.Type', 'EQUAL', 'customer');
const IS_BIG = criterion('Record.Size', 'GT', '10');

describe('isVisible', () => {
  test('without a rule everything shows', () => expect(isVisible(undefined, undefined)).toBe(true));

  test.each([
    ['EQUAL', 'Customer', true],
    ['NE', 'Customer', false],
    ['CONTAINS', 'tom', true],
  ])('Type %s %s is %s', (operator, right, shown) => {
    expect(isVisible({ criteria: [criterion('Record.Type', operator, right)] }, record)).toBe(shown);
  });

  test.each([
    ['GT', '7', false],
    ['GE', '7', true],
    ['LT', '10', true],
    ['LE', '6', false],
  ])('Size %s %s is %s', (operator, right, shown) => {
    expect(isVisible({ criteria: [criterion('Record.Size', operator, right)] }, record)).toBe(shown);
  });

  test.each([
    [undefined, false],
    ['1 AND 2', false],
    ['1 OR 2', true],
    ['1 AND NOT 2', true],
    ['NOT (1 OR 2)', false],
    ['2 OR 1 AND 1', true],
  ])('the filter %s decides together', (filter, shown) => {
    expect(isVisible({ criteria: [IS_CUSTOMER, IS_BIG], ...(filter ? { filter } : {}) }, record)).toBe(shown);
  });

  test('hides what cannot be judged: no record yet, or an unknown subject', () => {
    expect(isVisible({ criteria: [IS_CUSTOMER] }, undefined)).toBe(false);
    expect(isVisible({ criteria: [criterion('$Permission.X', 'EQUAL', 'true')] }, record)).toBe(false);
  });

  test('knows the desktop', () => {
    expect(isVisible({ criteria: [criterion('$Client.formFactor', 'EQUAL', 'Large')] }, undefined)).toBe(
      true,
    );
  });
});

test('recordFieldsOf names the fields that a rule looks at', () => {
  expect(
    recordFieldsOf({ criteria: [IS_CUSTOMER, criterion('$Client.formFactor', 'EQUAL', 'Large')] }),
  ).toEqual(['Type']);
});
