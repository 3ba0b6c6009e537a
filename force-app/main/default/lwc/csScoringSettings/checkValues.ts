import { SETTING_GROUPS, TIERS } from './settingsTable';
import { formatValue, labelOf, settingOf, valueFor } from './values';
import type { ScoringValues } from './values';

/** So far from 1 is a rounding, not a mistake. */
const WEIGHT_TOLERANCE = 0.0005;
const WEIGHTED = (SETTING_GROUPS.find(({ key }) => key === 'weights')?.settings ?? []).map(
  ({ factor }) => factor,
);

/** Of two values the first has to lie below the second. */
const BELOW: readonly [factor: string, low: string, high: string][] = [
  ['Shortfall', 'fullAt', 'noneFrom'],
  ['Sentiment', 'freshDays', 'expiresAfterDays'],
  ['Momentum', 'minSpanDays', 'windowDays'],
  ['Renewal', 'nearDays', 'farDays'],
];

/** The sum of the weights that hold for a tier; undefined while one of them is not known here. */
export function sumOfWeights(values: ScoringValues, tier: string | null): number | undefined {
  const weights = WEIGHTED.map((factor) => valueFor(values, { factor, setting: 'weight' }, tier)?.value);
  if (weights.some((weight) => weight === undefined)) return undefined;
  return Math.round(weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0) * 10_000) / 10_000;
}

/**
 * What does not fit together in a configuration, one sentence each; the companion checks the same again before it
 * applies one.
 */
export function checkValues(values: ScoringValues): string[] {
  const tiers = TIERS.filter((tier) => [...values.values()].some((value) => value.tier === tier));
  const general = checkFor(values, null);
  return [
    ...checkLimits(values),
    ...general,
    ...tiers.flatMap((tier) =>
      checkFor(values, tier)
        .filter((problem) => !general.includes(problem))
        .map((problem) => `For ${tier}: ${problem}`),
    ),
  ];
}

function checkLimits(values: ScoringValues): string[] {
  return [...values.values()].flatMap((value) => {
    const setting = settingOf(value.factor, value.setting);
    if (!setting || (value.value >= setting.min && value.value <= setting.max)) return [];
    const limits = `${formatValue(setting, setting.min)} to ${formatValue(setting, setting.max)}`;
    return [`${labelOf(value)} is ${formatValue(setting, value.value)}; expected ${limits}.`];
  });
}

function checkFor(values: ScoringValues, tier: string | null): string[] {
  const of = (factor: string, setting: string) => valueFor(values, { factor, setting }, tier)?.value;
  const sum = sumOfWeights(values, tier);
  const problems: string[] = [];
  if (sum !== undefined && Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
    const shown = formatValue({ factor: 'Adoption', setting: 'weight' }, sum);
    problems.push(`The weights add up to ${shown}; expected 100 %.`);
  }
  const [watch, atRisk, margin] = [
    of('Bands', 'watchFrom'),
    of('Bands', 'atRiskFrom'),
    of('Bands', 'margin'),
  ];
  if (watch !== undefined && atRisk !== undefined && margin !== undefined && atRisk - watch <= 2 * margin) {
    problems.push(
      `At Risk begins at ${atRisk}, too near to Watch at ${watch}; expected more than twice the margin (${margin}) above it.`,
    );
  }
  for (const [factor, low, high] of BELOW) {
    const [least, most] = [of(factor, low), of(factor, high)];
    if (least !== undefined && most !== undefined && least >= most) {
      problems.push(
        `${labelOf({ factor, setting: low, tier: null })} is ${least}; expected less than ${most}, which is ${labelOf({ factor, setting: high, tier: null })}.`,
      );
    }
  }
  return problems;
}
