import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWorse, nameBand, readBand, type RiskBand } from './band.ts';
import { STARTER_CONFIG } from './starter-config.ts';

const MARGIN = STARTER_CONFIG.bands.margin.value;
const band = (score: number, previous: RiskBand | null = null) => nameBand(score, STARTER_CONFIG, previous);
const aBand = fc.constantFrom<RiskBand | null>('Healthy', 'Watch', 'At Risk', null);
const aScore = fc.integer({ min: 0, max: 100 });

describe('the band of a score', () => {
  test.each([
    [39, null, 'Healthy'],
    [40, null, 'Watch'],
    [69, null, 'Watch'],
    [70, null, 'At Risk'],
    // It gets worse at once.
    [40, 'Healthy', 'Watch'],
    [70, 'Watch', 'At Risk'],
    // It gets better only twice the margin below.
    [66, 'At Risk', 'At Risk'],
    [65, 'At Risk', 'Watch'],
    [36, 'Watch', 'Watch'],
    [35, 'Watch', 'Healthy'],
    [36, 'At Risk', 'Watch'],
    [35, 'At Risk', 'Healthy'],
    // What never was is not held on to.
    [69, 'Healthy', 'Watch'],
  ] as const)('of %i after %s is %s', (score, previous, expected) => {
    expect(band(score, previous)).toBe(expected);
  });

  test('never flaps on scores within plus and minus the margin of each other', () => {
    const noise = fc.array(fc.integer({ min: -MARGIN, max: MARGIN }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(aScore, noise, aBand, (centre, offsets, first) => {
        const bands = offsets.reduce<RiskBand[]>(
          (seen, offset) => [...seen, band(centre + offset, seen.at(-1) ?? first)],
          [],
        );
        const turns = bands.filter((each, index) => each !== bands[index - 1]);
        // It may settle, but never come back to a band that it has left.
        return new Set(turns).size === turns.length;
      }),
    );
  });

  test('is never better than the thresholds alone say, and never held by more than twice the margin', () => {
    fc.assert(
      fc.property(aScore, aBand, (score, previous) => {
        const named = band(score, previous);
        return !isWorse(band(score), named) && !isWorse(named, band(score + 2 * MARGIN));
      }),
    );
  });

  test('is never better for a higher score', () => {
    fc.assert(
      fc.property(aScore, aScore, aBand, (a, b, previous) => {
        return !isWorse(band(Math.min(a, b), previous), band(Math.max(a, b), previous));
      }),
    );
  });
});

test('a band is read from a field only when it is one', () => {
  expect(['At Risk', 'at risk', '', null, 7].map(readBand)).toEqual(['At Risk', null, null, null, null]);
});
