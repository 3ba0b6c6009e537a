import { describe, expect, test } from '@jest/globals';
import { nameBand } from '../src/domain/band.ts';
import { compileWeigher, type NumericReadings } from '../src/domain/compile-weigher.ts';
import { STARTER_CONFIG } from '../src/domain/starter-config.ts';
import { createRulesEngine } from './rules-engine.ts';

const UNKNOWN: NumericReadings = {
  adoption: null,
  support: null,
  sentiment: null,
  engagement: null,
  judgement: null,
  momentum: null,
  renewal: null,
};

describe('the rules that the benchmark compares with', () => {
  test.each([
    { adoption: 100 },
    { adoption: 55, support: 40 },
    { sentiment: 20, renewal: 80 },
    { adoption: 10, support: 0, sentiment: 0, engagement: 5, judgement: 20, momentum: 100, renewal: 100 },
  ])('give the score and the band of the product for %j', async (known) => {
    const readings = { ...UNKNOWN, ...known };
    const score = compileWeigher(STARTER_CONFIG)(readings);
    const band = nameBand(score ?? NaN, STARTER_CONFIG);
    expect(await createRulesEngine(STARTER_CONFIG)(readings)).toEqual({ score, band });
  });

  test('give none without a measure', async () => {
    const readings = { ...UNKNOWN, momentum: 50 };
    expect(await createRulesEngine(STARTER_CONFIG)(readings)).toEqual({ score: null, band: null });
  });
});
