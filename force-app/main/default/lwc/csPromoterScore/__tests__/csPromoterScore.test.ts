import fc from 'fast-check';
import { categoryOf, countCategories, promoterScore } from 'c/csPromoterScore';
import type { NpsCounts } from 'c/csPromoterScore';

const counts: fc.Arbitrary<NpsCounts> = fc
  .record({ promoters: fc.nat(400), passives: fc.nat(400), detractors: fc.nat(400) })
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);

const scoreOf = (of: NpsCounts) => {
  const score = promoterScore(of);
  if (!score) throw new Error('There are answers, so there is a score.');
  return score;
};

test.each([
  [0, 'Detractor'],
  [6, 'Detractor'],
  [7, 'Passive'],
  [8, 'Passive'],
  [9, 'Promoter'],
  [10, 'Promoter'],
])('who answers %i is a %s', (score, category) => {
  expect(categoryOf(score)).toBe(category);
});

test('counts who answered by kind', () => {
  expect(countCategories([10, 9, 8, 6, 0])).toEqual({ promoters: 2, passives: 1, detractors: 2 });
});

test('without answers there is no score', () => {
  expect(promoterScore({ promoters: 0, passives: 0, detractors: 0 })).toBeNull();
});

test('is worked out as in the example of the documentation', () => {
  const { nps, low, high } = scoreOf({ promoters: 5, passives: 3, detractors: 2 });
  expect(nps).toBe(30);
  expect(low).toBeCloseTo(-19.1, 1);
  expect(high).toBeCloseTo(65.2, 1);
});

describe('the interval, for any answers,', () => {
  test('holds the score and stays within -100 and 100', () => {
    fc.assert(
      fc.property(counts, (of) => {
        const { nps, low, high } = scoreOf(of);
        return low >= -100 && low <= nps && nps <= high && high <= 100;
      }),
    );
  });

  test('shrinks when more people answer in the same proportion', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), ({ promoters, passives, detractors }, times) => {
        const few = scoreOf({ promoters, passives, detractors });
        const many = scoreOf({
          promoters: promoters * times,
          passives: passives * times,
          detractors: detractors * times,
        });
        return many.high - many.low < few.high - few.low && Math.abs(many.nps - few.nps) < 1e-9;
      }),
    );
  });

  test('turns over when promoters and detractors change places', () => {
    fc.assert(
      fc.property(counts, ({ promoters, passives, detractors }) => {
        const one = scoreOf({ promoters, passives, detractors });
        const other = scoreOf({ promoters: detractors, passives, detractors: promoters });
        return Math.abs(one.low + other.high) < 1e-9 && Math.abs(one.nps + other.nps) < 1e-9;
      }),
    );
  });

  // Its low end may fall all the same: the first promoter among 38 detractors spreads the answers further than it
  // moves their middle.
  test('has a high end that never falls when a passive becomes a promoter', () => {
    fc.assert(
      fc.property(counts, ({ promoters, passives, detractors }) => {
        const before = scoreOf({ promoters, passives: passives + 1, detractors });
        const after = scoreOf({ promoters: promoters + 1, passives, detractors });
        return after.nps > before.nps && after.high >= before.high - 1e-9;
      }),
      { numRuns: 1000, examples: [[{ promoters: 0, passives: 1, detractors: 38 }]] },
    );
  });
});
