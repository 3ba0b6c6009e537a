import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './dates.ts';
import type { Health } from './health.ts';
import { readHealthTrend } from './health-trend.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { AS_OF, buildHealthScore, buildSignals } from './testing/build-signals.ts';

const UNKNOWN: Health = { value: null, source: null, calculated: null, setOn: null };
const healthOf = (value: number): Health => ({
  value,
  source: 'Calculated',
  calculated: value,
  setOn: null,
});

type Past = [daysAgo: number, score: number][];
const scoresOf = (past: Past) =>
  past.map(([days, score]) => buildHealthScore(addDays(AS_OF, -days), score, 'Calculated'));
const trend = (past: Past, health = UNKNOWN) =>
  readHealthTrend(buildSignals({ healthScores: scoresOf(past) }), health, STARTER_CONFIG, AS_OF);

/** Scores `step` days apart, oldest first, the last one today. */
const every = (step: number, ...scores: number[]): Past =>
  scores.map((score, index) => [(scores.length - 1 - index) * step, score]);

describe('the trend of health', () => {
  test.each([
    ['rises week by week', every(7, 40, 44, 47, 52, 55), 'Improving'],
    ['falls week by week', every(7, 55, 52, 47, 44, 40), 'Declining'],
    ['falls a little every month', every(30, 63, 61, 58, 56, 53), 'Declining'],
    ['stays about where it is', every(7, 80, 81, 80, 82, 81, 80, 81, 81), 'Steady'],
    ['falls but for one good survey', every(7, 80, 77, 74, 71, 100, 65, 62, 59), 'Declining'],
    ['rose last year and falls now', [[200, 10], ...every(7, 80, 76, 71, 69, 64)] as Past, 'Declining'],
  ])('of an account that %s', (_what, past, word) => {
    expect(trend(past)).toMatchObject({ word, verdict: 'clear' });
  });

  test.each([
    ['no score', []],
    ['one score', every(7, 60)],
    ['three scores', every(30, 80, 50, 20)],
    ['500 scores of one week', Array.from({ length: 500 }, (_, i): [number, number] => [i % 7, i % 100])],
    ['four scores within three weeks', every(7, 80, 70, 60, 50)],
    ['scores of last year only', every(30, 80, 70, 60, 50).map(([days, score]) => [days + 200, score])],
  ] as [string, Past][])('of %s is not told', (_what, past) => {
    expect(trend(past)).toMatchObject({ word: null, verdict: 'tooFew', slope: null, confidence: null });
  });

  test('of scores that scatter is unclear, and the bounds say how much', () => {
    const { word, verdict, low, high } = trend(every(7, 20, 90, 25, 85, 20, 90));
    expect([word, verdict]).toEqual([null, 'unclear']);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  test('states the slope in points of 30 days with its bounds, how sure it is, and what it is taken from', () => {
    expect(trend(every(7, 80, 78, 76, 74, 72, 70))).toMatchObject({
      slope: -8.6,
      low: -8.6,
      high: -8.6,
      confidence: 0.99,
      weeks: 6,
      since: addDays(AS_OF, -35),
    });
  });

  test('takes one score a week, the last, so that a busy week does not outweigh the others', () => {
    const calm = every(7, 50, 50, 50, 50, 50, 50);
    const busy: Past = [...calm, [8, 90], [9, 80], [10, 70], [11, 95]];
    expect(trend(busy)).toMatchObject({ word: 'Steady', weeks: 6 });
  });

  test('takes a quarter, and of scores a month the last five of half a year', () => {
    expect(trend(every(7, ...Array.from({ length: 30 }, () => 50))).weeks).toBe(13);
    expect(trend(every(30, 1, 2, 3, 4, 5, 6))).toMatchObject({ weeks: 5, since: addDays(AS_OF, -120) });
  });

  test('today’s health counts before it is recorded', () => {
    const past = every(7, 80, 76, 72, 68).map(([days, score]): [number, number] => [days + 7, score]);
    expect(trend(past).verdict).toBe('tooFew');
    expect(trend(past, healthOf(64))).toMatchObject({ word: 'Declining', weeks: 5 });
  });
});

describe('the change of health', () => {
  test('is taken against the score nearest to 30 days ago, from 20 to 45, and to 90, from 75 to 110', () => {
    const past: Past = [
      [111, 10],
      [110, 30],
      [88, 40],
      [45, 90],
      [33, 70],
      [10, 10],
    ];
    expect(trend(past, healthOf(60))).toMatchObject({ change30: -10, change90: 20 });
  });

  test.each([
    [
      'no score lies near that day',
      [[46, 90] as [number, number], [19, 10] as [number, number]],
      healthOf(60),
    ],
    ['nothing is known of today', [[30, 90] as [number, number], [90, 90] as [number, number]], UNKNOWN],
  ])('is not told where %s', (_what, past, health) => {
    expect(trend(past, health)).toMatchObject({ change30: null, change90: null });
  });
});

describe('what holds for every account', () => {
  const past = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 20, max: 80 })), {
    maxLength: 30,
    selector: ([days]) => days,
  });

  test('the order of the scores does not matter', () => {
    fc.assert(fc.property(past, (each) => expect(trend([...each].reverse())).toEqual(trend(each))));
  });

  test('the same number of points more everywhere leaves slope, word and changes as they are', () => {
    fc.assert(
      fc.property(past, fc.integer({ min: -20, max: 20 }), (each, shift) =>
        expect(trend(each.map(([days, score]) => [days, score + shift]))).toEqual(trend(each)),
      ),
    );
  });

  test('one outlier never turns a decline into an improvement', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 13 }), fc.nat(), fc.nat(100), (weeks, at, outlier) => {
        const scores = Array.from({ length: weeks }, (_, week) => 90 - 5 * week);
        scores[at % weeks] = outlier;
        expect(trend(every(7, ...scores)).word).not.toBe('Improving');
      }),
    );
  });

  test('a quarter of weekly scores that fall by two a week or more is a decline, whatever one of them says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.nat(12), fc.nat(100), (fall, at, outlier) => {
        const scores = Array.from({ length: 13 }, (_, week) => 95 - fall * week);
        scores[at] = outlier;
        expect(trend(every(7, ...scores)).word).toBe('Declining');
      }),
    );
  });
});
