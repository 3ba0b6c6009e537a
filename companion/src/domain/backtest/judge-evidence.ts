import type { Auc } from './roc.ts';

/**
 * Below this many of either outcome an AUC is a guess, and a model fits chance: about ten for each of the few factors
 * that matter (Peduzzi and others, 1996, doi 10.1016/S0895-4356(96)00236-3).
 */
export const MIN_OF_EACH = 30;

/** Why a history is too thin to learn from; nothing when it is not. */
export function findThinness({ customers, lost }: { customers: number; lost: number }): string[] {
  const short = (count: number, what: string) =>
    count >= MIN_OF_EACH
      ? []
      : [
          `Too few ${what} customers: ${count.toLocaleString('en-US')}; at least ${MIN_OF_EACH} of each outcome are needed.`,
        ];
  return [...short(lost, 'lost'), ...short(customers - lost, 'kept')];
}

/**
 * Signal is believed when the 99 % interval lies above chance: of histories that hold none, the 95 % interval takes
 * every twentieth for signal, which is too often for something that changes how customers are judged.
 */
const Z_99 = 2.575829;

/** Why held-out predictions are no better than chance; nothing when they are. */
export function findNoSignal(auc: Auc | null): string[] {
  if (auc === null) return ['The customers held out all ended the same way: nothing can be ranked.'];
  const [low, high] = [auc.value - Z_99 * auc.error, auc.value + Z_99 * auc.error];
  if (low > 0.5) return [];
  return [
    `No signal: of a lost and a kept customer, neither seen before, the model ranks the lost one higher ` +
      `${percent(auc.value)} of the time (99 % interval ${percent(low)} to ${percent(high)}); chance is 50 %.`,
  ];
}

/** Why the rules of today should stay although there is signal. */
export function findNoGain(auc: Auc | null, present: Auc | null): string[] {
  if (auc === null || present === null || auc.value > present.value) return [];
  return [
    `No gain: the present weights rank as well (${percent(present.value)}) as fitted ones (${percent(auc.value)}).`,
  ];
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
