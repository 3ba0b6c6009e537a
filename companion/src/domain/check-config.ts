import type { ScoringConfig } from './scoring-config.ts';
import { configOfTier } from './tier-config.ts';

/** Weights in the org have four digits: so far from 1 is a rounding, not a mistake. */
const WEIGHT_TOLERANCE = 0.0005;

/** What does not fit together in a configuration, for all accounts and for each tier with values of its own. */
export function checkConfig(config: ScoringConfig): string[] {
  const tiers = Object.keys(config.tiers ?? {}).sort();
  const general = checkOne(config);
  return [
    ...general,
    // What is wrong for all is said once.
    ...tiers.flatMap((tier) =>
      checkOne(configOfTier(config, tier))
        .filter((problem) => !general.includes(problem))
        .map((problem) => `for ${tier}: ${problem}`),
    ),
  ];
}

function checkOne(config: ScoringConfig): string[] {
  const { weights, bands, shortfall, sentiment, momentum, renewal } = config;
  const sum = Object.values(weights).reduce((total, { value }) => total + value, 0);
  const gap = bands.atRiskFrom.value - bands.watchFrom.value;
  const rules: [holds: boolean, problem: string][] = [
    [
      Math.abs(sum - 1) <= WEIGHT_TOLERANCE,
      `the weights add up to ${Number(sum.toFixed(4))}; expected 1 over all factors but Recovery`,
    ],
    [
      gap > 2 * bands.margin.value,
      `Bands atRiskFrom ${bands.atRiskFrom.value} is too near to watchFrom ${bands.watchFrom.value}; ` +
        `expected more than twice the margin (${bands.margin.value}) above it`,
    ],
    below('Shortfall fullAt', shortfall.fullAt.value, 'noneFrom', shortfall.noneFrom.value),
    below(
      'Sentiment freshDays',
      sentiment.freshDays.value,
      'expiresAfterDays',
      sentiment.expiresAfterDays.value,
    ),
    below('Momentum minSpanDays', momentum.minSpanDays.value, 'windowDays', momentum.windowDays.value),
    below('Renewal nearDays', renewal.nearDays.value, 'farDays', renewal.farDays.value),
  ];
  return rules.flatMap(([holds, problem]) => (holds ? [] : [problem]));
}

function below(name: string, value: number, other: string, limit: number): [boolean, string] {
  return [value < limit, `${name} is ${value}; expected less than ${other}, which is ${limit}`];
}
