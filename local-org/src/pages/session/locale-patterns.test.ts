import { describe, expect, test } from '@jest/globals';
import { localePatterns } from './locale-patterns.ts';

describe('localePatterns', () => {
  test.each([
    ['en-US', 'M/d/yyyy', 'MMM d, yyyy', 'h:mm a', 1],
    ['en-GB', 'dd/MM/yyyy', 'd MMM yyyy', 'HH:mm', 2],
    ['de-DE', 'd.M.yyyy', 'd. MMM yyyy', 'HH:mm', 2],
    ['ja-JP', 'yyyy/M/d', "yyyy'年'M'月'd'日'", 'HH:mm', 1],
  ])('%s writes %s and %s, %s, with day %d first', (locale, short, medium, time, firstDayOfWeek) => {
    expect(localePatterns(locale, 'USD')).toMatchObject({
      'dateTime.shortDateFormat': short,
      'dateTime.mediumDateFormat': medium,
      'dateTime.shortTimeFormat': time,
      firstDayOfWeek,
    });
  });

  test('quotes the words of a pattern, which are no letters of it', () => {
    expect(localePatterns('es-ES', 'EUR')['dateTime.longDateFormat']).toBe("d 'de' MMMM 'de' yyyy");
  });

  test('takes separators and the currency sign from the locale', () => {
    expect(localePatterns('de-DE', 'EUR')).toMatchObject({
      'number.groupingSeparator': '.',
      'number.decimalSeparator': ',',
      'number.currencySymbol': '€',
    });
  });
});
