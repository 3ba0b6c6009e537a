/** The five measures, each 0–100, higher is better. */
export const MEASURES = ['adoption', 'support', 'sentiment', 'engagement', 'judgement'] as const;
export type Measure = (typeof MEASURES)[number];

/** Everything that can add to the risk, or take from it. */
export const FACTORS = [...MEASURES, 'momentum', 'renewal', 'recovery'] as const;
export type Factor = (typeof FACTORS)[number];

/** What a factor is called on a page. */
export const FACTOR_LABELS: Record<Factor, string> = {
  adoption: 'Adoption',
  support: 'Support',
  sentiment: 'Sentiment',
  engagement: 'Engagement',
  judgement: 'Judgement',
  momentum: 'Momentum',
  renewal: 'Renewal',
  recovery: 'Recovery',
};
