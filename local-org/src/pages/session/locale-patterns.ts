/** 5 March, 15:07:09 in UTC: one digit where a pattern may pad. */
const SAMPLE = new Date(Date.UTC(2024, 2, 5, 15, 7, 9));
const SAMPLE_NUMBER = 1_234_567.5;

const DATE = {
  short: { year: 'numeric', month: 'numeric', day: 'numeric' },
  medium: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
const TIME = {
  short: { hour: 'numeric', minute: '2-digit' },
  medium: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * What `@salesforce/i18n` says of a locale, by module name: patterns in CLDR's letters, separators, first day.
 * https://developer.salesforce.com/docs/platform/lwc/guide/create-i18n.html
 *
 * @param locale a BCP 47 tag: `en-GB`
 * @param currency an ISO 4217 code
 */
export function localePatterns(locale: string, currency: string): Record<string, string | number> {
  const date = (style: keyof typeof DATE) => writePattern(locale, DATE[style]);
  const time = (style: keyof typeof TIME) => writePattern(locale, TIME[style]);
  const number = new Intl.NumberFormat(locale).formatToParts(SAMPLE_NUMBER);
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
  const partOf = (parts: Intl.NumberFormatPart[], type: string) =>
    parts.find((part) => part.type === type)?.value;
  return {
    'dateTime.shortDateFormat': date('short'),
    'dateTime.mediumDateFormat': date('medium'),
    'dateTime.longDateFormat': date('long'),
    'dateTime.shortTimeFormat': time('short'),
    'dateTime.mediumTimeFormat': time('medium'),
    'dateTime.shortDateTimeFormat': `${date('short')} ${time('short')}`,
    'dateTime.mediumDateTimeFormat': `${date('medium')} ${time('medium')}`,
    'dateTime.longDateTimeFormat': `${date('long')} ${time('medium')}`,
    'number.groupingSeparator': partOf(number, 'group') ?? ',',
    'number.decimalSeparator': partOf(number, 'decimal') ?? '.',
    'number.currencySymbol': partOf(money, 'currency') ?? currency,
    firstDayOfWeek: firstDayOfWeek(locale),
  };
}

/** 1 is Sunday, as in the platform's calendars; Intl counts from Monday. */
function firstDayOfWeek(locale: string): number {
  const tag = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo(): { firstDay: number } };
  return (tag.getWeekInfo().firstDay % 7) + 1;
}

function writePattern(locale: string, options: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(SAMPLE);
  const clock = parts.some(({ type }) => type === 'dayPeriod') ? 'h' : 'H';
  const month = options.month === 'long' ? 'MMMM' : 'MMM';
  return parts.map((part) => lettersOf(part, { clock, month })).join('');
}

function lettersOf(
  { type, value }: Intl.DateTimeFormatPart,
  { clock, month }: { clock: string; month: string },
): string {
  const padded = (letter: string) => letter.repeat(value.length === 2 ? 2 : 1);
  switch (type) {
    case 'year':
      return 'yyyy';
    case 'month':
      return /^\d+$/.test(value) ? padded('M') : month;
    case 'day':
      return padded('d');
    case 'hour':
      return clock === 'H' ? 'HH' : 'h';
    case 'minute':
      return 'mm';
    case 'second':
      return 'ss';
    case 'dayPeriod':
      return 'a';
    default:
      return value.replace(/[\u00a0\u202f]/g, ' ').replace(/\p{L}+/gu, "'$&'");
  }
}
