import { describe, expect, test } from '@jest/globals';
import { addDays } from './dates.ts';
import { readMomentum } from './momentum.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { AS_OF, buildHealthScore, buildSignals } from './testing/build-signals.ts';

const signals = (...past: [daysAgo: number, score: number][]) =>
  buildSignals({
    healthScores: past.map(([days, score]) => buildHealthScore(addDays(AS_OF, -days), score, 'Calculated')),
  });

describe('momentum', () => {
  test.each([
    ['a fall of 15 in 30 days is full', [[30, 75]], 60, 100],
    ['a fall of 9 in 30 days is three fifths', [[30, 69]], 60, 60],
    ['a fall of 15 in 60 days is half', [[60, 75]], 60, 50],
    ['no change is none', [[30, 60]], 60, 0],
    ['a rise is none', [[30, 40]], 60, 0],
  ] as [string, [number, number][], number, number][])('%s', (_what, past, now, value) => {
    expect(readMomentum(signals(...past), now, STARTER_CONFIG, AS_OF)).toMatchObject({ known: true, value });
  });

  test.each([
    ['without history', []],
    ['with a score of 13 days ago only', [[13, 80]]],
    ['with a score of 91 days ago only', [[91, 80]]],
  ] as [string, [number, number][]][])('is missing %s', (_what, past) => {
    expect(readMomentum(signals(...past), 60, STARTER_CONFIG, AS_OF).known).toBe(false);
  });
});
