import {
  addDays,
  countOf,
  dayOf,
  daysBetween,
  formatAgo,
  formatAxisDay,
  formatChange,
  formatPoints,
  formatDay,
  formatMoney,
  formatMoneyShort,
  formatMoment,
  formatMonth,
  formatNumber,
  formatShare,
  isDay,
  momentOf,
} from 'c/csFormat';

jest.mock('@salesforce/i18n/locale', () => ({ __esModule: true, default: 'en-US' }), { virtual: true });
jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'America/New_York' }), {
  virtual: true,
});

describe('days', () => {
  test('today is the day in the time zone of the user, not in that of the browser or of Greenwich', () => {
    expect(dayOf(new Date('2026-11-22T04:59:00Z'))).toBe('2026-11-21');
    expect(dayOf(new Date('2026-11-22T05:00:00Z'))).toBe('2026-11-22');
  });

  test.each([
    ['2026-11-22', '2026-11-22', 0],
    ['2026-11-22', '2026-11-23', 1],
    ['2026-11-23', '2026-11-22', -1],
    ['2026-02-28', '2026-03-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-10-31', '2026-11-02', 2],
  ])('from %s to %s it is %d days, whatever the clocks do', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  test.each([
    ['2026-11-22', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['22.11.2026', false],
    ['', false],
  ])('%s is a day: %s', (value, expected) => {
    expect(isDay(value)).toBe(expected);
  });
});

describe('texts', () => {
  test('a day does not shift into the day before in a western time zone', () => {
    expect(formatDay('2026-11-22')).toBe('Nov 22, 2026');
  });

  test('a month is named for a heading', () => {
    expect(formatMonth('2026-11')).toBe('November 2026');
    expect(formatMonth('no month')).toBe('');
  });

  test('a moment is told in the time zone of the user', () => {
    expect(formatMoment('2026-11-22T20:00:00.000Z').replace(/\s/g, ' ')).toBe('Nov 22, 2026, 3:00 PM');
  });

  test('what is not a day or a moment is nothing', () => {
    expect([formatDay('soon'), formatMoment('')]).toEqual(['', '']);
  });

  test.each([
    [false, 'Nov 22'],
    [true, 'Nov 2026'],
  ])('on an axis the year is told where it spans years: %s', (withYear, expected) => {
    expect(formatAxisDay('2026-11-22', withYear)).toBe(expected);
  });

  test.each([
    [6.25, '+6.3'],
    [-4, '-4'],
    [0, '0'],
  ])('the change %d has its sign', (change, expected) => {
    expect(formatChange(change)).toBe(expected);
  });

  test.each([
    [10, '+10.0'],
    [-3.54, '-3.5'],
    [0, '0.0'],
  ])('the points %d have one decimal, so that they stand in a column', (points, expected) => {
    expect(formatPoints(points)).toBe(expected);
  });

  test('numbers have at most one decimal and shares none', () => {
    expect([formatNumber(1234.56), formatShare(0.25)]).toEqual(['1,234.6', '25%']);
  });

  test.each([
    [1_250_000, '$1,250,000', '$1.3M'],
    [249_999.6, '$250,000', '$250K'],
    [0, '$0', '$0'],
  ])('the amount %d is told in full and, where room is scarce, in short', (amount, full, short) => {
    expect([formatMoney(amount), formatMoneyShort(amount)]).toEqual([full, short]);
  });

  test('one is one day, and none are none days', () => {
    expect([countOf(1, 'day'), countOf(0, 'day'), countOf(2, 'day')]).toEqual(['1 day', '0 days', '2 days']);
  });
});

describe('how long ago', () => {
  const NOW = new Date('2026-11-22T15:00:00Z');

  test.each([
    ['2026-11-22T14:59:45Z', 'just now'],
    ['2026-11-22T15:00:30Z', 'just now'],
    ['2026-11-22T14:48:00Z', '12 minutes ago'],
    ['2026-11-22T11:00:00Z', '4 hours ago'],
    ['2026-11-22T04:00:00Z', '11 hours ago'],
    ['2026-11-21T17:00:00Z', 'yesterday'],
    ['2026-11-19T15:00:00Z', '3 days ago'],
    ['2026-10-01T15:00:00Z', 'Oct 1, 2026'],
    ['never', ''],
  ])('%s reads as "%s"', (iso, text) => {
    expect(formatAgo(iso, NOW)).toBe(text);
  });
});

describe('an hour of a day in the time zone of the user', () => {
  test.each([
    ['2026-11-23', 8, '2026-11-23T13:00:00.000Z'],
    ['2026-07-01', 8, '2026-07-01T12:00:00.000Z'],
    ['2026-11-01', 8, '2026-11-01T13:00:00.000Z'],
    ['2026-11-23', 0, '2026-11-23T05:00:00.000Z'],
  ])('%s at %d is %s', (day, hour, iso) => {
    expect(momentOf(day, hour)).toBe(iso);
  });
});
