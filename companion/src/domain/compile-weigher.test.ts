import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileWeigher, roundScore, type NumericReadings } from './compile-weigher.ts';
import { MEASURES } from './factors.ts';
import { known, unknown, type Reading } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { weighRisk, type Readings } from './weigh-risk.ts';

const WEIGHED = [...MEASURES, 'momentum', 'renewal'] as const;

const reading = fc.option(fc.integer({ min: 0, max: 100 }));
const numbers: fc.Arbitrary<NumericReadings> = fc.record({
  adoption: reading,
  support: reading,
  sentiment: reading,
  engagement: reading,
  judgement: reading,
  momentum: reading,
  renewal: reading,
});
const weight = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }));
const config: fc.Arbitrary<ScoringConfig> = fc
  .record({
    weights: fc.array(weight, { minLength: WEIGHED.length, maxLength: WEIGHED.length }),
    noneFrom: fc.integer({ min: 51, max: 100 }),
    fullAt: fc.integer({ min: 0, max: 50 }),
  })
  .map(({ weights, noneFrom, fullAt }) => {
    const given = (value: number) => ({ value, reason: 'given' });
    return {
      ...STARTER_CONFIG,
      weights: Object.fromEntries(WEIGHED.map((factor, index) => [factor, given(weights[index]!)])),
      shortfall: { noneFrom: given(noneFrom), fullAt: given(fullAt) },
    } as ScoringConfig;
  });
const recovery = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 50, noNaN: true }));

/** The score by way of the contributions that a page shows. */
function weighAtLength(given: NumericReadings, by: ScoringConfig, points: number): number | null {
  const readings = Object.fromEntries(
    WEIGHED.map((factor): [string, Reading] => {
      const value = given[factor];
      return [factor, value === null ? unknown('not given') : known(value, 'given')];
    }),
  ) as Readings;
  const weighed = weighRisk(readings, by);
  if (!weighed) return null;
  const gross = weighed.reduce((sum, each) => sum + each.points, 0);
  return roundScore(gross, points).score;
}

describe('a compiled weigher', () => {
  test('gives the score of the contributions, whatever is known and however it is weighed', () => {
    fc.assert(
      fc.property(numbers, config, recovery, (given, by, points) => {
        expect(compileWeigher(by)(given, points)).toBe(weighAtLength(given, by, points));
      }),
      { numRuns: 2000 },
    );
  });

  test('does not mix up one account with the next', () => {
    const weigh = compileWeigher(STARTER_CONFIG);
    fc.assert(
      fc.property(numbers, recovery, (given, points) => {
        expect(weigh(given, points)).toBe(weighAtLength(given, STARTER_CONFIG, points));
      }),
      { numRuns: 1000 },
    );
  });

  test('knows no score without a measure, nor when the known ones weigh nothing', () => {
    const none = {
      adoption: null,
      support: null,
      sentiment: null,
      engagement: null,
      judgement: null,
      momentum: 80,
      renewal: 90,
    };
    const free = structuredClone(STARTER_CONFIG);
    free.weights.adoption.value = 0;
    expect(compileWeigher(STARTER_CONFIG)(none)).toBeNull();
    expect(compileWeigher(free)({ ...none, adoption: 10 })).toBeNull();
    expect(compileWeigher(STARTER_CONFIG)({ ...none, adoption: 10 })).toEqual(expect.any(Number));
  });
});

describe('the rounding of a score', () => {
  test.each([
    { gross: 12.4, recovery: 0, score: 12, easedTenths: 0 },
    { gross: 12.5, recovery: 0, score: 13, easedTenths: 0 },
    { gross: 12.4, recovery: 3.25, score: 9, easedTenths: 33 },
    { gross: 2.5, recovery: 10, score: 0, easedTenths: 25 },
  ])('of $gross points less $recovery is $score', ({ gross, recovery: points, ...rounded }) => {
    expect(roundScore(gross, points)).toEqual(rounded);
  });
});
