/** How far the interval reaches: 95 of 100 such intervals hold the score that asking everyone would give. */
const Z_95 = 1.959964;

/**
 * What is added before the interval is worked out, so that it holds for small numbers too: three answers, split as
 * chance would split them. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70(4),
 * 2016; https://measuringu.com/nps-three-confidence-intervals/
 */
const ADDED_ANSWERS = 3;
const ADDED_TO_EACH_END = 0.75;

/** What an answer makes of the one who gave it; the values of `CS_NPS_Response__c.CS_Category__c`. */
export type NpsCategory = 'Promoter' | 'Passive' | 'Detractor';

/** How many of each kind answered. */
export interface NpsCounts {
  promoters: number;
  passives: number;
  detractors: number;
}

/** A Net Promoter Score with the ends of its 95% confidence interval, each −100 to 100, unrounded. */
export interface PromoterScore {
  nps: number;
  low: number;
  high: number;
}

/** 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract. */
export function categoryOf(score: number): NpsCategory {
  if (score >= 9) return 'Promoter';
  return score >= 7 ? 'Passive' : 'Detractor';
}

/** Counts answers by kind. */
export function countCategories(scores: readonly number[]): NpsCounts {
  const count = (category: NpsCategory) => scores.filter((score) => categoryOf(score) === category).length;
  return { promoters: count('Promoter'), passives: count('Passive'), detractors: count('Detractor') };
}

/**
 * The share of promoters less the share of detractors, in points, and its adjusted Wald interval from the variance of
 * a trinomial: p + d − (p − d)². Null without answers. docs/metrics.md has the formula with an example.
 */
export function promoterScore({ promoters, passives, detractors }: NpsCounts): PromoterScore | null {
  const answers = promoters + passives + detractors;
  if (answers === 0) return null;
  const adjusted = answers + ADDED_ANSWERS;
  const promoting = (promoters + ADDED_TO_EACH_END) / adjusted;
  const detracting = (detractors + ADDED_TO_EACH_END) / adjusted;
  const centre = promoting - detracting;
  const reach = Z_95 * Math.sqrt((promoting + detracting - centre ** 2) / adjusted);
  return {
    nps: (100 * (promoters - detractors)) / answers,
    low: Math.max(-100, 100 * (centre - reach)),
    high: Math.min(100, 100 * (centre + reach)),
  };
}
