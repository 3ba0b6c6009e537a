import type { BackTest, Quality } from '../domain/backtest/back-test.ts';
import type { Auc } from '../domain/backtest/roc.ts';

/** `84.9 %`, or a dash for what cannot be told. */
export const percent = (share: number | null, digits = 1) =>
  share === null ? '–' : `${(100 * share).toFixed(digits)} %`;

/** `0.849 (0.839 to 0.859)`. */
export const tellAuc = (auc: Auc | null) =>
  auc === null ? '–' : `${auc.value.toFixed(3)} (${auc.low.toFixed(3)} to ${auc.high.toFixed(3)})`;

export const count = (value: number) => value.toLocaleString('en-US');

/** The one sentence that a reader came for. */
export function verdict({ verdict: kind, quality }: BackTest): string {
  if (kind === 'abstained') return 'No weights are proposed.';
  return `New weights are proposed: the signals foretell losses, AUC ${tellAuc(quality?.auc ?? null)}.`;
}

/** The measures of quality with what each means, in the order they are shown. */
export function qualityRows(quality: Quality, presentAuc: Auc | null): [string, string, string][] {
  const { auc, calibrationError, brier, brierOfMean, topDecileLift, lost, customers } = quality;
  return [
    ['Held out', quality.method, `${count(customers)} customers were judged, ${count(lost)} of them lost.`],
    [
      'AUC',
      tellAuc(auc),
      'How often a lost customer is ranked above a kept one. 0.5 is chance, 1 is always. 95 % interval.',
    ],
    ...(presentAuc === null
      ? []
      : [
          [
            'AUC of the present weights',
            tellAuc(presentAuc),
            'The same, by the scores that the weights of today give.',
          ] as [string, string, string],
        ]),
    [
      'Calibration error',
      percent(calibrationError),
      'How far predicted and observed losses lie apart, on average over ten groups of customers.',
    ],
    [
      'Brier score',
      brier.toFixed(3),
      `The mean squared error of the predictions. Always saying the mean gives ${brierOfMean.toFixed(3)}.`,
    ],
    [
      'Lift in the top tenth',
      `${topDecileLift.toFixed(1)} ×`,
      'How many times more customers are lost among the tenth with the highest predictions than among all.',
    ],
  ];
}
