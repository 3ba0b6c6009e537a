import { describe, expect, test } from '@jest/globals';
import { currency, date, dateTime, picklist, text, wholeNumber } from '../schema/field-builders.ts';
import type { FieldDef } from '../schema/types.ts';
import { displayValue, isoDateTime } from './display-value.ts';

const AMERICAN = { locale: 'en-US', timeZone: 'UTC' };
const percent: FieldDef = { ...currency('P', 'P', { scale: 1 }), type: 'percent' };
const tags: FieldDef = { ...picklist('T', 'T', []), type: 'multipicklist' };
const band = picklist('B', 'B', []);
const values = [
  { value: 'R', label: 'At Risk', active: true, isDefault: false },
  { value: 'W', label: 'Watch', active: false, isDefault: false },
];

describe('the display of a value', () => {
  const cases: [
    title: string,
    field: FieldDef,
    value: string | number | boolean | null,
    shown: string | null,
  ][] = [
    ['a currency, grouped and with its scale', currency('C', 'C', { scale: 2 }), 1234567.5, '$1,234,567.50'],
    ['a currency without decimals', currency('C', 'C', { scale: 0 }), 1250000, '$1,250,000'],
    ['a negative currency', currency('C', 'C', { scale: 0 }), -5, '-$5'],
    ['a percent as it is stored', percent, 12.5, '12.5%'],
    ['a whole number, grouped', wholeNumber('N', 'N'), 12345, '12,345'],
    ['zero', wholeNumber('N', 'N'), 0, '0'],
    ['a date without leading zeros', date('D', 'D'), '2026-01-05', '1/5/2026'],
    ['a time after midnight', dateTime('D', 'D'), '2026-01-05T00:05:00.000+0000', '1/5/2026, 12:05 AM'],
    ['the label of a picklist value', { ...band, picklist: { restricted: true, values } }, 'R', 'At Risk'],
    ['the label of an inactive value', { ...band, picklist: { restricted: true, values } }, 'W', 'Watch'],
    ['a value that has no label', { ...band, picklist: { restricted: false, values } }, 'Else', 'Else'],
    [
      'the labels of several values',
      { ...tags, picklist: { restricted: true, values } },
      'R;W',
      'At Risk;Watch',
    ],
    ['nothing beside text', text('S', 'S', 10), 'text', null],
    ['nothing for a missing value', currency('C', 'C'), null, null],
  ];

  test.each(cases)('is %s', (_title, field, value, shown) => {
    expect(displayValue(field, value, AMERICAN)).toBe(shown);
  });

  const abroad: [title: string, field: FieldDef, value: string | number, shown: string][] = [
    ['a time on the clock of the user', dateTime('D', 'D'), '2026-07-05T22:30:00.000+0000', '6.7.2026, 0:30'],
    ['a day without regard to the clock', date('D', 'D'), '2026-07-05', '5.7.2026'],
    ['a number with the separators of the user', wholeNumber('N', 'N'), 12345, '12.345'],
  ];

  test.each(abroad)('is %s', (_title, field, value, shown) => {
    expect(displayValue(field, value, { locale: 'de-DE', timeZone: 'Europe/Berlin' })).toBe(shown);
  });
});

test('a datetime is written with Z', () => {
  expect(isoDateTime('2026-11-22T20:00:00.000+0000')).toBe('2026-11-22T20:00:00.000Z');
});
