import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareDays } from './compare-days.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { AS_OF, buildUsageDays } from './testing/build-signals.ts';
import { isUsageDown } from './usage-comparison.ts';
import { STARTER_USAGE } from './usage-config.ts';

const RECENT_DAYS = STARTER_USAGE.recentDays.value;
/** The weekday of a place in a series that ends on the day before `AS_OF`, a Saturday: 0 is Sunday. */
const weekdayOf = (index: number, length: number) => (6 - ((length - 1 - index) % 7) + 7) % 7;

/** Weeks of a business product: busy from Monday to Friday, with ups and downs of some users. */
function workingWeeks(weeks: number, users: number, noise: (index: number) => number = () => 0): number[] {
  const length = weeks * 7;
  return Array.from({ length }, (_, index) => {
    const weekday = weekdayOf(index, length);
    return weekday === 0 || weekday === 6 ? Math.round(users / 10) : users + noise(index);
  });
}

const scaleLast = (values: number[], days: number, factor: number) =>
  values.map((value, index) => (index < values.length - days ? value : Math.round(value * factor)));
const compare = (values: (number | null)[]) => compareDays(buildUsageDays(values), STARTER_USAGE, AS_OF);
const isDown = (values: (number | null)[]) => isUsageDown(compare(values), STARTER_CONFIG);

describe('usage by the day', () => {
  const steady = workingWeeks(12, 100, (index) => (index % 3) * 4);

  test.each([
    ['is as usual while nothing changes, weekends and all', steady, false],
    ['is down after two weeks of half', scaleLast(steady, RECENT_DAYS, 0.5), true],
    ['is not down after two weeks of nine tenths', scaleLast(steady, RECENT_DAYS, 0.9), false],
    ['is not down after a week without anybody', scaleLast(steady, 6, 0), false],
    ['is not down after a spike', steady.map((value, at) => (at === 60 ? value * 50 : value)), false],
    ['is down at nothing at all', scaleLast(steady, RECENT_DAYS, 0), true],
    ['cannot be told with a month too little', workingWeeks(5, 100), null],
    ['cannot be told where nothing ever was', workingWeeks(12, 0), null],
    ['cannot be told without any day', [], null],
  ])('%s', (_title, values, expected) => {
    expect(isDown(values)).toBe(expected);
  });

  test('compares a weekday with the same weekday: busy Mondays do not make Sundays a fall', () => {
    const comparison = compare(workingWeeks(12, 100));
    expect(comparison).toEqual({ known: true, ratio: 1, spreadsBelow: 0 });
  });

  test('asks for a fall beyond the ups and downs of the account itself', () => {
    const restless = workingWeeks(12, 100, (index) => (Math.floor(index / 7) % 2 === 0 ? 70 : -70));
    const fallen = scaleLast(restless, RECENT_DAYS, 0.6);
    const comparison = compare(fallen);
    expect(comparison.known && comparison.ratio).toBeLessThan(0.8);
    expect(isDown(fallen)).toBe(false);
  });

  test('takes a day that is not known for unknown, never for zero', () => {
    const withGaps = steady.map((value, index) => (index % 5 === 0 ? null : value));
    expect(isDown(withGaps)).toBe(false);
    expect(isDown(steady.map((value, index) => (index < 70 ? value : null)))).toBe(false);
  });

  test('leaves out the day itself, which is not over', () => {
    const days = { ...buildUsageDays([...steady, 0]), from: buildUsageDays(steady).from };
    expect(compareDays(days, STARTER_USAGE, AS_OF)).toEqual(compare(steady));
  });

  test('is never flagged for fewer than half of its recent days, whatever they say', () => {
    const few = fc.uniqueArray(fc.nat({ max: RECENT_DAYS - 1 }), { maxLength: RECENT_DAYS / 2 - 1 });
    fc.assert(
      fc.property(few, fc.nat({ max: 1_000 }), (days, instead) => {
        const values = workingWeeks(12, 100);
        for (const day of days) values[values.length - 1 - day] = instead;
        expect(isDown(values)).toBe(false);
      }),
    );
  });

  test('is never turned by a third of its history, whatever it says', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), fc.nat({ max: 1_000 }), fc.boolean(), (first, instead, falls) => {
        const values = scaleLast(workingWeeks(12, 100), RECENT_DAYS, falls ? 0.5 : 1);
        const history = values.length - RECENT_DAYS;
        // Three weeks of the ten, from anywhere on.
        for (let day = first * 7; day < first * 7 + 21; day += 1) if (day < history) values[day] = instead;
        expect(isDown(values)).toBe(falls);
      }),
    );
  });

  test('does not depend on how large the account is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), (times) => {
        const small = compare(scaleLast(steady, RECENT_DAYS, 1));
        const large = compare(steady.map((value) => value * times));
        expect(large.known && small.known && Math.abs(large.ratio - small.ratio)).toBeLessThan(1e-9);
      }),
    );
  });

  test('less usage in the recent days never takes the flag away', () => {
    const series = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 60, maxLength: 90 });
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 100 }), (values, percent) => {
        if (isDown(values) !== true) return;
        const lessened = values.map((value, index) =>
          index < values.length - RECENT_DAYS ? value : (value * percent) / 100,
        );
        expect(isDown(lessened)).toBe(true);
      }),
    );
  });
});
