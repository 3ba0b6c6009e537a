import { describe, expect, test } from '@jest/globals';
import { amount, count, day, flag, pastDay, pastMoment, requiredText } from './cells.ts';

const TODAY = '2026-11-22';

describe('cells that can be read', () => {
  test.each<[string, () => unknown, unknown]>([
    ['a day', () => day('d', '2030-01-01'), '2030-01-01'],
    ['today as a past day', () => pastDay('d', TODAY, TODAY), TODAY],
    [
      'a moment without a time',
      () => pastMoment('d', '2024-01-02', TODAY),
      { day: '2024-01-02', time: '00:00:00' },
    ],
    [
      'a moment',
      () => pastMoment('d', '2024-01-02 23:59:59', TODAY),
      { day: '2024-01-02', time: '23:59:59' },
    ],
    ['zero', () => amount('n', '0'), 0],
    ['a fraction', () => amount('n', '27.5'), 27.5],
    ['a whole number', () => count('n', '12'), 12],
    ['True', () => flag('f', 'True'), true],
    ['false', () => flag('f', 'false'), false],
    ['a text', () => requiredText('t', 'x'), 'x'],
  ])('reads %s', (_, read, expected) => {
    expect(read()).toEqual(expected);
  });
});

describe('cells that cannot', () => {
  test.each<[() => unknown, string]>([
    [() => day('d', '31.12.2024'), 'd is "31.12.2024"; expected a day such as 2024-12-31'],
    [() => day('d', ''), 'd is ""; expected a day such as 2024-12-31'],
    [() => pastDay('d', '2026-11-23', TODAY), 'd is 2026-11-23; expected no day after today'],
    [() => pastMoment('d', '2024-01-02 24:00:00', TODAY), 'd is "2024-01-02 24:00:00"; expected a day'],
    [() => pastMoment('d', '2024-01-02 10:00:00 UTC', TODAY), 'expected a day such as'],
    [() => amount('n', ''), 'n is ""; expected a number'],
    [() => amount('n', 'NaN'), 'n is "NaN"; expected a number'],
    [() => amount('n', 'Infinity'), 'n is "Infinity"; expected a number'],
    [() => amount('n', '-1'), 'n is -1; expected 0 or more'],
    [() => count('n', '1.5'), 'n is 1.5; expected a whole number'],
    [() => flag('f', 'yes'), 'f is "yes"; expected True or False'],
    [() => requiredText('t', ''), 't is empty; expected a value'],
  ])('say what they are and what they must be (%#)', (read, message) => {
    expect(read).toThrow(message);
  });
});
