import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkbox,
  contactPoint,
  currency,
  date,
  dateTime,
  decimal,
  wholeNumber,
} from '../../schema/field-builders.ts';
import type { FieldDef } from '../../schema/types.ts';
import type { FieldValue } from '../types.ts';
import { formatFieldValue, parseFieldValue } from './field-value.ts';
import { roundHalfAwayFromZero } from './parse-number.ts';

const amount = currency('Amount', 'Amount');
const rate = decimal('percent', 'Rate', 'Rate', { precision: 5, scale: 2 });
const whole = wholeNumber('Whole', 'Whole');
const day = date('Day', 'Day');
const moment = dateTime('Moment', 'Moment');
const flag = checkbox('Flag', 'Flag');
const email = contactPoint('email', 'Email', 'Email');

describe('a value from the API', () => {
  test.each<[FieldDef, FieldValue, string | number | null]>([
    [amount, 1.005, 1.01],
    [amount, -1.005, -1.01],
    [amount, '1e3', 1000],
    [amount, '', null],
    [amount, null, null],
    [rate, 999.994, 999.99],
    [whole, '42', 42],
    [whole, -(2 ** 31), -(2 ** 31)],
    [day, '2024-02-29', '2024-02-29'],
    [moment, '2026-01-01T00:30:00+0100', '2025-12-31T23:30:00.000Z'],
    [moment, '2026-01-01T00:00Z', '2026-01-01T00:00:00.000Z'],
    [flag, true, 1],
    [flag, 'false', 0],
    [email, ' Ada@example.org ', 'Ada@example.org'],
  ])('for %j: %p is stored as %p', (field, value, stored) => {
    expect(parseFieldValue(field, value)).toBe(stored);
  });

  test.each<[FieldDef, FieldValue, string]>([
    [rate, 999.995, 'value outside of valid range'],
    [whole, 2 ** 31, 'value outside of valid range'],
    [whole, 1.5, 'Cannot deserialize instance of int from VALUE_NUMBER_FLOAT value 1.5'],
    [amount, true, 'Cannot deserialize instance of currency from VALUE_TRUE value true'],
    [amount, 'NaN', 'Cannot deserialize instance of currency'],
    [day, '2026-02-29', 'Cannot deserialize instance of date'],
    [day, '2026-01-01T00:00:00Z', 'Cannot deserialize instance of date'],
    [day, '29.02.2024', 'Cannot deserialize instance of date'],
    [moment, '2026-01-01', 'Cannot deserialize instance of datetime'],
    [moment, '2026-01-01T00:00:00', 'Cannot deserialize instance of datetime'],
    [moment, '2026-01-01T25:00:00Z', 'Cannot deserialize instance of datetime'],
    [flag, 'yes', 'Cannot deserialize instance of boolean'],
    [email, 'ada', 'Email: invalid email address: ada'],
  ])('for %j: %p is refused', (field, value, message) => {
    expect(() => parseFieldValue(field, value)).toThrow(message);
  });

  test('of a moment is shown with its zone as digits, and a checkbox as true or false', () => {
    expect(formatFieldValue(moment, '2026-01-01T00:00:00.000Z')).toBe('2026-01-01T00:00:00.000+0000');
    expect([formatFieldValue(flag, 1), formatFieldValue(flag, 0), formatFieldValue(day, null)]).toEqual([
      true,
      false,
      null,
    ]);
  });
});

test('rounding moves a number by at most half a unit, and twice is once', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: 0, max: 4 }),
      (number, scale) => {
        const rounded = roundHalfAwayFromZero(number, scale);
        expect(Math.abs(rounded - number)).toBeLessThanOrEqual(0.5 * 10 ** -scale + Math.abs(number) * 1e-15);
        expect(roundHalfAwayFromZero(rounded, scale)).toBe(rounded);
      },
    ),
  );
});
