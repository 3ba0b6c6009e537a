import { describe, expect, test } from '@jest/globals';
import { convertCell } from './convert-cell.ts';
import type { CellType } from './field.ts';

describe('cells that can be read', () => {
  test.each<[string, CellType, string | undefined, unknown]>([
    ['1234.5', 'number', undefined, 1234.5],
    ['-3', 'number', undefined, -3],
    ['1,234.50', 'number', 'point', 1234.5],
    ['1234', 'number', 'point', 1234],
    ['1.234,50', 'number', 'comma', 1234.5],
    ['1 234,5', 'number', 'comma', 1234.5],
    ['12,5', 'number', 'comma', 12.5],
    ['2026-11-23', 'day', undefined, '2026-11-23'],
    ['2026-11-23T23:30:00-05:00', 'day', undefined, '2026-11-24'],
    ['11/3/2026', 'day', 'us', '2026-11-03'],
    ['3/11/2026', 'day', 'european', '2026-11-03'],
    ['03.11.2026', 'day', 'european', '2026-11-03'],
    ['29.02.2024', 'day', 'european', '2024-02-29'],
    ['2026-11-23', 'moment', undefined, '2026-11-23T00:00:00.000Z'],
    ['2026-11-23 18:30:05', 'moment', undefined, '2026-11-23T18:30:05.000Z'],
    ['2026-11-23T18:30:05+0200', 'moment', undefined, '2026-11-23T16:30:05.000Z'],
    ['11/23/2026 6:30 PM', 'moment', 'us', '2026-11-23T18:30:00.000Z'],
    ['11/23/2026 12:05 am', 'moment', 'us', '2026-11-23T00:05:00.000Z'],
    ['23.11.2026 18:30', 'moment', 'european', '2026-11-23T18:30:00.000Z'],
    ['TRUE', 'flag', undefined, true],
    ['no', 'flag', undefined, false],
    ['0', 'flag', undefined, false],
    [' as it is', 'text', undefined, ' as it is'],
  ])('%j as %s in format %s is %j', (cell, type, format, value) => {
    expect(convertCell(cell, type, format)).toEqual({ value });
  });
});

describe('cells that mean more than one thing, or nothing, are not guessed', () => {
  test.each<[string, CellType, string | undefined, string]>([
    ['1,234', 'number', undefined, 'a number such as 1234.5'],
    ['1,23', 'number', 'point', 'a number such as 1,234.50'],
    ['1.5', 'number', 'comma', 'a number such as 1.234,50'],
    ['12 %', 'number', undefined, 'a number'],
    ['1e3', 'number', undefined, 'a number'],
    ['NaN', 'number', undefined, 'a number'],
    ['03/04/2026', 'day', undefined, 'a day such as 2026-11-23'],
    ['23/11/2026', 'day', 'us', 'a day such as 11/23/2026'],
    ['11/23/26', 'day', 'us', 'a day such as 11/23/2026'],
    ['11/23/2026', 'day', 'european', 'a day such as 23.11.2026'],
    ['23.11/2026', 'day', 'european', 'a day such as 23.11.2026'],
    ['2026-02-30', 'day', undefined, 'a day such as'],
    ['2026-11-23Z', 'day', undefined, 'a day such as'],
    ['2026-11-23 24:00', 'moment', undefined, 'a day such as'],
    ['11/23/2026 13:00 PM', 'moment', 'us', 'a day such as'],
    ['maybe', 'flag', undefined, 'yes or no'],
  ])('%j as %s in format %s expects %s', (cell, type, format, expected) => {
    expect(convertCell(cell, type, format)).toEqual({ expected: expect.stringContaining(expected) });
  });
});
