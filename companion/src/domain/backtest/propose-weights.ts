import { apportionTenths } from '../apportion.ts';
import { FACTOR_LABELS } from '../factors.ts';
import type { Reasoned, ScoringConfig } from '../scoring-config.ts';
import type { ColumnPower } from './factor-power.ts';
import type { Model } from './train-model.ts';

export type FactorWeights = ScoringConfig['weights'];
type WeightedFactor = keyof FactorWeights;

/** A factor known of fewer customers than this cannot be weighed anew. */
export const MIN_KNOWN = 30;
/** No factor goes to nothing: an account of which nothing else is known is still scored by it. */
const FLOOR = 0.02;

/**
 * Weights of the factors in proportion to how much a full shortfall of each raises the log-odds of loss. Factors that
 * the history cannot speak of keep the weight they have; all add up to 1, in hundredths.
 */
export function proposeFactorWeights(
  { encoding, fit }: Model,
  powers: readonly ColumnPower[],
  present: FactorWeights,
): FactorWeights {
  const names = Object.keys(present) as WeightedFactor[];
  const effects = new Map<string, number>();
  let at = 0;
  for (const { column, features } of encoding) {
    const effect = features.reduce(
      (sum, { kind, read }, index) =>
        kind === 'value' ? sum + fit.coefficients[at + index]! * (read(100) - read(0)) : sum,
      0,
    );
    effects.set(column, Math.max(0, effect));
    at += features.length;
  }
  const powerOf = new Map(powers.map((power) => [power.column, power]));
  const isFitted = (name: WeightedFactor) => (powerOf.get(name)?.known ?? 0) >= MIN_KNOWN;
  const fitted = names.filter(isFitted);
  const kept = names.filter((name) => !isFitted(name));
  const budget = 1 - kept.reduce((sum, name) => sum + present[name].value, 0);
  const total = fitted.reduce((sum, name) => sum + (effects.get(name) ?? 0), 0);
  const spare = Math.max(0, budget - FLOOR * fitted.length);
  const raw = names.map((name) =>
    isFitted(name)
      ? FLOOR + (total === 0 ? 0 : ((effects.get(name) ?? 0) / total) * spare)
      : present[name].value,
  );
  const hundredths = apportionTenths(raw, 100);
  const entries = names.map((name, index): [string, Reasoned<number>] => {
    const reason = isFitted(name)
      ? giveReason(name, effects.get(name) ?? 0, powerOf.get(name), present[name].value)
      : `Kept: the history does not tell how much it matters. ${present[name].reason}`;
    return [name, { value: Math.round((hundredths[index] ?? 0) * 10) / 100, reason }];
  });
  return Object.fromEntries(entries) as FactorWeights;
}

function giveReason(
  name: WeightedFactor,
  effect: number,
  power: ColumnPower | undefined,
  was: number,
): string {
  const alone = power?.auc
    ? ` Alone it ranks ${(100 * power.auc.value).toFixed(0)} % of pairs rightly (95 % interval ` +
      `${(100 * power.auc.low).toFixed(0)} to ${(100 * power.auc.high).toFixed(0)}), known of ${power.known} customers.`
    : '';
  const finding =
    effect < 0.005
      ? `${FACTOR_LABELS[name]} adds nothing that the others do not tell.`
      : `At its worst the odds of loss are ${Math.exp(effect).toFixed(1)} times those in good order.`;
  return `${finding}${alone} Was ${was}.`;
}
